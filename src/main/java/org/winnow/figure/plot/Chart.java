package org.winnow.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;

/**
 * A plot of points, lines and areas over one or more pairs of axes. It is given values and texts as
 * they are to be shown; a value that is not finite is not drawn, and what lies beyond the axes is
 * cut off.
 *
 * @param title its name, for those who cannot see it
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 * @param panels each at its place in a grid
 * @param legend what the signs stand for
 * @param notes below everything
 */
public record Chart(
    String title,
    String description,
    String language,
    List<Panel> panels,
    List<Entry> legend,
    List<String> notes) {

  public Chart {
    panels = List.copyOf(panels);
    legend = List.copyOf(legend);
    notes = List.copyOf(notes);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("A chart needs a panel");
    }
  }

  /**
   * A pair of axes and what lies between them.
   *
   * @param row in the grid, from 0
   * @param column in the grid, from 0
   * @param width between the axes, in units of the scene
   * @param head above it, or empty
   * @param right a second upright axis, on the right
   * @param items from the back to the front
   */
  public record Panel(
      int row,
      int column,
      double width,
      double height,
      String head,
      Scale x,
      Scale y,
      Optional<Scale> right,
      List<Item> items) {
    public Panel {
      items = List.copyOf(items);
    }
  }

  /**
   * An axis, linear in the values that items are given in.
   *
   * @param title beside it, or empty
   * @param from the value at the left or the bottom; it may be greater than {@code to}
   * @param ticks in any order; those whose labels have no room have none
   */
  public record Scale(String title, double from, double to, List<Tick> ticks) {
    public Scale {
      ticks = List.copyOf(ticks);
      if (!(Double.isFinite(from) && Double.isFinite(to) && from != to)) {
        throw new IllegalArgumentException("No axis from " + from + " to " + to);
      }
    }

    /** Of an axis of effects: values of items are the places on it, of a ratio its logarithm. */
    public static Scale of(String title, Axis axis, String decimalMark) {
      List<Tick> ticks = new ArrayList<>();
      for (double tick : axis.ticks()) {
        ticks.add(new Tick(axis.scale().place(tick), axis.label(tick, decimalMark)));
      }
      return new Scale(
          title, axis.scale().place(axis.from()), axis.scale().place(axis.to()), ticks);
    }

    /** The other way round. */
    public Scale reversed() {
      return new Scale(title, to, from, ticks);
    }

    /** Without labels and a title, for a panel that stands above or beside another. */
    public Scale bare() {
      return new Scale("", from, to, List.of());
    }

    double share(double value) {
      return (value - from) / (to - from);
    }
  }

  /** A value that is marked at an axis; without a label when that is empty. */
  public record Tick(double value, String label) {}

  /** The form of a symbol. */
  public enum Sign {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE;

    /** Of a series, so that it can be told from others without colours. */
    public static Sign of(int series) {
      return values()[series % values().length];
    }
  }

  /** What is drawn, in values of the axes. */
  public sealed interface Item {

    /** A line from point to point. */
    record Curve(List<Point> points, Colour colour, double width, Shape.Dash dash) implements Item {
      public Curve {
        points = List.copyOf(points);
      }
    }

    /** A closed area without an outline. */
    record Area(List<Point> corners, Colour fill) implements Item {
      public Area {
        corners = List.copyOf(corners);
      }
    }

    /** A rectangle without an outline. */
    record Box(double left, double bottom, double right, double top, Colour fill) implements Item {}

    /**
     * A study.
     *
     * @param radius in units of the scene
     * @param name of what it stands for
     * @param kind of what it stands for, for a page
     * @param label beside it, where there is room, or empty
     */
    record Symbol(
        Point at,
        Sign sign,
        double radius,
        Colour fill,
        Colour outline,
        String name,
        String kind,
        String label)
        implements Item {}
  }

  /** A sign and what it stands for. */
  public record Entry(Item sample, String text) {}

  /** The figure. */
  public Scene scene() {
    return new ChartLayout(this).scene();
  }
}
