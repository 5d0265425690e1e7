package org.winnow.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a scene is made of. Later shapes cover earlier ones. */
public sealed interface Shape {

  /** A rectangle with round corners and an outline of one unit. */
  record Rectangle(
      double x, double y, double width, double height, double radius, Colour fill, Colour outline)
      implements Shape {}

  /** A line through the points, with a head at its last one. */
  record Arrow(List<Point> points, Colour colour) implements Shape {
    static final double HEAD_LENGTH = 8;
    static final double HEAD_WIDTH = 8;
    static final double STROKE = 1.2;

    public Arrow {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("an arrow needs a beginning and an end");
      }
    }

    Point tip() {
      return points.getLast();
    }

    /** Where the shaft ends and the head begins. */
    Point neck() {
      Point from = points.get(points.size() - 2);
      double length = Math.hypot(tip().x() - from.x(), tip().y() - from.y());
      double share = length == 0 ? 0 : HEAD_LENGTH / length;
      return new Point(
          tip().x() - (tip().x() - from.x()) * share, tip().y() - (tip().y() - from.y()) * share);
    }

    /** The points of the line without its head. */
    List<Point> shaft() {
      List<Point> shaft = new ArrayList<>(points.subList(0, points.size() - 1));
      shaft.add(neck());
      return shaft;
    }

    /** The three corners of the head, its tip first. */
    List<Point> head() {
      Point neck = neck();
      double across = HEAD_WIDTH / 2 / HEAD_LENGTH;
      double dx = (tip().x() - neck.x()) * across;
      double dy = (tip().y() - neck.y()) * across;
      return List.of(
          tip(), new Point(neck.x() - dy, neck.y() + dx), new Point(neck.x() + dy, neck.y() - dx));
    }
  }

  /** A line through the points. */
  record Line(List<Point> points, Colour colour, double width, Dash dash) implements Shape {
    public Line {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("a line needs a beginning and an end");
      }
    }

    public static Line of(Point from, Point to, Colour colour, double width) {
      return new Line(List.of(from, to), colour, width, Dash.SOLID);
    }
  }

  /** How a line is broken; lengths in units. */
  enum Dash {
    SOLID(),
    DASHED(5, 4),
    DOTTED(1.5, 3);

    private final float[] lengths;

    Dash(double... lengths) {
      this.lengths = new float[lengths.length];
      for (int i = 0; i < lengths.length; i++) {
        this.lengths[i] = (float) lengths[i];
      }
    }

    /** Drawn and left out by turns; none for a line that is whole. */
    float[] lengths() {
      return lengths.clone();
    }
  }

  /** A closed figure with an outline of one unit. */
  record Polygon(List<Point> corners, Colour fill, Colour outline) implements Shape {
    public Polygon {
      corners = List.copyOf(corners);
      if (corners.size() < 3) {
        throw new IllegalArgumentException("a polygon needs three corners");
      }
    }
  }

  /** A circle with an outline of one unit. */
  record Circle(Point centre, double radius, Colour fill, Colour outline) implements Shape {}

  /**
   * One line of text.
   *
   * @param at where the base line and the anchor meet
   * @param degrees how far the text is turned clockwise about that point
   */
  record Text(Point at, Anchor anchor, double degrees, List<Run> runs) implements Shape {
    public Text {
      runs = List.copyOf(runs);
    }

    /** In units, as drawn with the fonts that come along. */
    public double width() {
      return Fonts.width(runs);
    }

    public String plain() {
      return String.join("", runs.stream().map(Run::text).toList());
    }
  }

  /**
   * Shapes that belong together.
   *
   * @param id unique in the scene, or empty
   * @param data what a page can ask the group for, without the prefix {@code data-}
   */
  record Group(String id, Map<String, String> data, List<Shape> shapes) implements Shape {
    public Group {
      TreeMap<String, String> harmless = new TreeMap<>();
      data.forEach((name, value) -> harmless.put(name, Run.harmless(value)));
      data = Collections.unmodifiableMap(harmless);
      shapes = List.copyOf(shapes);
    }
  }
}
