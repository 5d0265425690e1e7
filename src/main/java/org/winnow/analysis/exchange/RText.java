package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Pieces of R: whatever a text holds, it stays a text. */
final class RText {
  private static final int WIDTH = 90;
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "else",
          "repeat",
          "while",
          "function",
          "for",
          "next",
          "break",
          "TRUE",
          "FALSE",
          "NULL",
          "Inf",
          "NaN",
          "NA",
          "in",
          "T",
          "F",
          "c",
          "dat",
          "yi",
          "vi",
          "sei");

  private RText() {}

  /** A string in quotes, in ASCII, so that it means the same in every locale. */
  static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 0 -> {} // R has no strings with it
                default -> out.append(escaped(c));
              }
            });
    return out.append('"').toString();
  }

  private static String escaped(int c) {
    if (c >= ' ' && c < 127) {
      return Character.toString(c);
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      return "\\ufffd";
    }
    return c <= 0xFFFF
        ? String.format(Locale.ROOT, "\\u%04x", c)
        : String.format(Locale.ROOT, "\\U%08x", c);
  }

  /** One line that cannot end a comment. */
  static String comment(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\s]+", " ").strip();
  }

  /** A number at full precision; what is not there is NA. */
  static String number(String text) {
    return text.isBlank() || text.strip().equals("NA") ? "NA" : number(Double.parseDouble(text));
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "NA";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return Numbers.text(value);
  }

  static String vector(double... values) {
    List<String> items = new ArrayList<>();
    for (double value : values) {
      items.add(number(value));
    }
    return vector("  ", items);
  }

  /** {@code c(…)}, broken into lines. */
  static String vector(String indent, List<String> items) {
    StringBuilder out = new StringBuilder("c(");
    int column = indent.length() + 2;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (column + item.length() > WIDTH && i > 0) {
        out.append('\n').append(indent).append("  ");
        column = indent.length() + 2;
      } else if (i > 0) {
        out.append(' ');
        column++;
      }
      out.append(item);
      column += item.length();
    }
    return out.append(')').toString();
  }

  static String strings(String indent, Stream<String> texts) {
    return vector(indent, texts.map(RText::string).toList());
  }

  /** Names of variables for columns, in ASCII letters, digits and dots, each once. */
  static Map<String, String> names(List<String> columns) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String column : columns) {
      String plain = column.replaceAll("[^A-Za-z0-9._]+", ".");
      if (!plain.matches("[A-Za-z].*")) {
        plain = "x" + plain;
      }
      boolean own = StudyColumns.isKnown(column);
      String fresh = RESERVED.contains(plain) && !own ? plain + "." : plain;
      for (int i = 2; !taken.add(fresh); i++) {
        fresh = plain + "." + i;
      }
      names.put(column, fresh);
    }
    return names;
  }
}
