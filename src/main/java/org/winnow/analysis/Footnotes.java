package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The column {@code footnote} of a table: what there is to say of a row, once for all that share
 * it.
 */
final class Footnotes {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final StudyTable table;
  private final JournalLayout layout;
  private final List<String> texts = new ArrayList<>();

  Footnotes(StudyTable table, JournalLayout layout) {
    this.table = table;
    this.layout = layout;
  }

  /**
   * The sign of a row's footnote, or empty; signs are given in the order in which they are asked.
   */
  String sign(int row) {
    String text = table.has("footnote") ? table.text(row, "footnote") : "";
    if (text.isEmpty()) {
      return "";
    }
    if (!texts.contains(text)) {
      texts.add(text);
    }
    String sign = raised(texts.indexOf(text));
    return layout == JournalLayout.REVMAN ? "\u00a0" + sign : sign;
  }

  /** The footnotes with their signs. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(raised(i) + " " + texts.get(i));
    }
    return lines;
  }

  /** RevMan numbers in brackets, the journals with raised figures. */
  private String raised(int index) {
    String number = Integer.toString(index + 1);
    if (layout == JournalLayout.REVMAN) {
      return "(" + number + ")";
    }
    StringBuilder digits = new StringBuilder();
    number.chars().forEach(digit -> digits.append(SUPERSCRIPTS.charAt(digit - '0')));
    return digits.toString();
  }
}
