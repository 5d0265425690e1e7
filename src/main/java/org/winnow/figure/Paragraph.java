package org.winnow.figure;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text broken into lines. Latin script breaks between words, Chinese between characters except
 * before or after the punctuation that may not stand there; a no-break space keeps its neighbours
 * together and is written as a plain space.
 */
public final class Paragraph {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private Paragraph() {}

  /** One line and its width in units. */
  public record Line(List<Run> runs, double width) {
    public Line {
      runs = List.copyOf(runs);
    }
  }

  /** At least one line; none is wider than the given width unless one character alone is. */
  public static List<Line> wrap(List<Run> runs, double width, Locale locale) {
    String text = String.join("", runs.stream().map(Run::text).toList());
    List<Line> lines = new ArrayList<>();
    int from = 0;
    int fits = 0;
    for (int next : opportunities(text, locale)) {
      if (fits > from && width(runs, from, trimmed(text, from, next)) > width) {
        lines.add(line(runs, from, trimmed(text, from, fits)));
        from = fits;
      }
      while (width(runs, from, trimmed(text, from, next)) > width && next - from > 1) {
        int cut = lastThatFits(runs, text, from, next, width);
        lines.add(line(runs, from, cut));
        from = cut;
      }
      fits = next;
    }
    lines.add(line(runs, from, trimmed(text, from, text.length())));
    return lines;
  }

  /**
   * Fills lines with items, such as names with numbers, and breaks within an item only when it is
   * wider than a line. The separator stands between two items of the same line.
   */
  public static List<Line> pack(List<List<Run>> items, Run separator, double width, Locale locale) {
    List<Line> lines = new ArrayList<>();
    List<Run> current = new ArrayList<>();
    for (List<Run> item : items) {
      List<Run> longer = new ArrayList<>(current);
      if (!current.isEmpty()) {
        longer.add(separator);
      }
      longer.addAll(item);
      if (!current.isEmpty() && Fonts.width(longer) > width) {
        lines.addAll(wrap(current, width, locale));
        longer = item;
      }
      current = longer;
    }
    if (!current.isEmpty()) {
      lines.addAll(wrap(current, width, locale));
    }
    return lines;
  }

  private static List<Integer> opportunities(String text, Locale locale) {
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(text);
    List<Integer> places = new ArrayList<>();
    breaks.first();
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      places.add(at);
    }
    return places;
  }

  // A word longer than a line is cut where the line is full.
  private static int lastThatFits(List<Run> runs, String text, int from, int to, double width) {
    int cut = text.offsetByCodePoints(from, 1);
    while (cut < to) {
      int next = text.offsetByCodePoints(cut, 1);
      if (width(runs, from, next) > width) {
        break;
      }
      cut = next;
    }
    return cut;
  }

  private static int trimmed(String text, int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  private static double width(List<Run> runs, int from, int to) {
    return Fonts.width(part(runs, from, to));
  }

  private static Line line(List<Run> runs, int from, int to) {
    List<Run> part =
        part(runs, from, to).stream()
            .map(run -> new Run(run.text().replace(NO_BREAK_SPACE, ' '), run.style()))
            .toList();
    return new Line(part, Fonts.width(part));
  }

  private static List<Run> part(List<Run> runs, int from, int to) {
    List<Run> part = new ArrayList<>();
    int start = 0;
    for (Run run : runs) {
      int end = start + run.text().length();
      if (start < to && end > from) {
        String text = run.text().substring(Math.max(from - start, 0), Math.min(to, end) - start);
        part.add(new Run(text, run.style()));
      }
      start = end;
    }
    return part;
  }
}
