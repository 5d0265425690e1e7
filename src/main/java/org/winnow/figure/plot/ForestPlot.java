package org.winnow.figure.plot;

import java.util.List;
import org.winnow.figure.Scene;

/**
 * A forest plot: a table of texts as they are to be shown with a plot in it.
 *
 * @param title its name, for those who cannot see it
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 * @param groups the columns; the first one names the rows
 * @param rows from the top
 * @param decimalMark of the numbers at the axis
 * @param plotHead lines above the plot
 * @param favoursLeft what effects on the left side speak for, or empty
 * @param favoursRight what effects on the right side speak for, or empty
 * @param axisTitle below the axis, or empty
 * @param domains the columns of judgements, and what they are called in the legend
 * @param footnotes below everything, with their signs
 */
public record ForestPlot(
    String title,
    String description,
    String language,
    List<Group> groups,
    List<Row> rows,
    Axis axis,
    String decimalMark,
    List<String> plotHead,
    String favoursLeft,
    String favoursRight,
    String axisTitle,
    Domains domains,
    ForestStyle style,
    List<String> footnotes) {

  public ForestPlot {
    footnotes = List.copyOf(footnotes);
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
    plotHead = List.copyOf(plotHead);
    if (groups.isEmpty() || groups.getFirst().side() != Side.LEFT) {
      throw new IllegalArgumentException("The first columns name the rows, on the left");
    }
  }

  /** On which side of the plot a column stands. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /** How the texts of a column stand below each other. */
  public enum Align {
    LEFT,
    /** By the decimal mark, or the right end of a text without one. */
    DECIMAL
  }

  /**
   * A column.
   *
   * @param gap what is left free before it within its group, in units
   */
  public record Column(String head, Align align, double gap) {}

  /** Columns under a common head of no, one or more lines. */
  public record Group(Side side, List<String> head, List<Column> columns) {
    public Group {
      head = List.copyOf(head);
      columns = List.copyOf(columns);
    }
  }

  /** What a row is. */
  public enum Kind {
    /** Of a subgroup. */
    HEADING,
    STUDY,
    /** A study that is not pooled, in grey. */
    EXCLUDED,
    SUBTOTAL,
    TOTAL,
    /** A line of the table below a total, such as its events. */
    SUMMARY,
    /** A sentence across the columns on the left. */
    NOTE,
    /** A bit of air. */
    GAP
  }

  /**
   * A row.
   *
   * @param cells for each group its texts, or one text across all columns of a group; of a heading
   *     and a note only the first text is shown
   * @param judgements for each domain, or none
   */
  public record Row(Kind kind, List<List<String>> cells, Mark mark, List<Judgement> judgements) {
    public Row {
      cells = cells.stream().map(List::copyOf).toList();
      judgements = List.copyOf(judgements);
    }

    /** A row that has nothing but a text in the first column. */
    public static Row line(Kind kind, String text) {
      return new Row(kind, List.of(List.of(text)), new Mark.Nothing(), List.of());
    }
  }

  /**
   * The judgements of the risk of bias.
   *
   * @param head above their columns
   * @param letters one for each domain
   * @param legend its title, then a line for each domain that has a name
   * @param signs what the signs mean
   */
  public record Domains(
      String head, List<String> letters, List<String> legend, List<Judgement.Sign> signs) {
    /** For studies that were not judged. */
    public static final Domains NONE = new Domains("", List.of(), List.of(), List.of());

    public Domains {
      letters = List.copyOf(letters);
      legend = List.copyOf(legend);
      signs = List.copyOf(signs);
    }
  }

  /** All of it on one page, as high as it needs to be. */
  public Scene scene() {
    return new ForestLayout(this).scenes(Integer.MAX_VALUE).getFirst();
  }

  /**
   * Pages of about so many rows. Every page has the head and the axis, and none begins with the
   * total or a note of studies on the page before.
   */
  public List<Scene> pages(int rows) {
    return new ForestLayout(this).scenes(rows);
  }
}
