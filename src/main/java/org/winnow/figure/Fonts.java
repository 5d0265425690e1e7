package org.winnow.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Which font draws which character, and how wide. Inter for what it has, Noto Sans SC for the rest;
 * a character that neither has is drawn as a white square.
 */
final class Fonts {
  /** As a page or another program should choose them when it draws the text itself. */
  static final String CSS_FAMILIES =
      "Inter, 'Inter Variable', 'Noto Sans SC', 'Noto Sans SC Variable', 'PingFang SC', "
          + "'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif";

  /** The stroke about the outline of a character that makes it semibold, in ems. */
  static final double EMBOLDENING = 0.03;

  private static final int WHITE_SQUARE = 0x25a1;

  private Fonts() {}

  /** A stretch of text that one font draws. */
  record Span(Face face, int[] codePoints, boolean emboldened) {
    double advance() {
      double sum = 0;
      for (int codePoint : codePoints) {
        sum += face.advance(codePoint);
      }
      return sum;
    }

    String text() {
      return new String(codePoints, 0, codePoints.length);
    }
  }

  /** The width of a text in units of the scene. */
  static double width(String text, TextStyle style) {
    double ems = 0;
    for (int codePoint : text.codePoints().toArray()) {
      ems += face(codePoint, style).advance(drawn(codePoint));
    }
    return ems * style.size();
  }

  static double width(List<Run> runs) {
    return runs.stream().mapToDouble(run -> width(run.text(), run.style())).sum();
  }

  static List<Span> spans(Run run) {
    List<Span> spans = new ArrayList<>();
    int[] codePoints = run.text().codePoints().toArray();
    int from = 0;
    for (int at = 1; at <= codePoints.length; at++) {
      Face face = face(codePoints[from], run.style());
      if (at == codePoints.length || face(codePoints[at], run.style()) != face) {
        int[] part = new int[at - from];
        for (int i = from; i < at; i++) {
          part[i - from] = drawn(codePoints[i]);
        }
        // The jar carries one weight of the large Chinese font; its bold is drawn by outline.
        boolean emboldened = face == Face.NOTO_SANS_SC && run.style().weight() != Weight.REGULAR;
        spans.add(new Span(face, part, emboldened));
        from = at;
      }
    }
    return spans;
  }

  private static Face face(int codePoint, TextStyle style) {
    Face latin =
        switch (style.weight()) {
          case REGULAR -> style.tabular() ? Face.INTER_REGULAR_TABULAR : Face.INTER_REGULAR;
          case SEMIBOLD -> style.tabular() ? Face.INTER_SEMIBOLD_TABULAR : Face.INTER_SEMIBOLD;
        };
    return latin.has(codePoint) ? latin : Face.NOTO_SANS_SC;
  }

  private static int drawn(int codePoint) {
    boolean known = Face.INTER_REGULAR.has(codePoint) || Face.NOTO_SANS_SC.has(codePoint);
    return known ? codePoint : WHITE_SQUARE;
  }
}
