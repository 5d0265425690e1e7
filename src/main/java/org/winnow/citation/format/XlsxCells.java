package org.winnow.citation.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the cells of a workbook say, as a person would see it. */
final class XlsxCells {
  /** Columns of a sheet, as many as a spreadsheet can have. */
  private static final int MOST_COLUMNS = 16_384;

  /** Characters of a cell, somewhat more than a spreadsheet can have. */
  private static final int LONGEST = 40_000;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;

  private final SharedStrings strings;
  private final Set<Integer> dateStyles;
  private final LocalDate dayZero;
  private final long packed;
  private long said;

  /**
   * @param dateStyles numbers of the cell styles that show a date
   * @param from1904 whether days are counted from 1904, as old Macintosh programs do
   * @param packed size of the file in bytes
   */
  XlsxCells(SharedStrings strings, Set<Integer> dateStyles, boolean from1904, long packed) {
    this.strings = strings;
    this.dateStyles = dateStyles;
    this.dayZero = from1904 ? DAY_ZERO_1904 : DAY_ZERO;
    this.packed = packed;
  }

  List<String> row(XmlTree row) throws IOException {
    List<String> values = new ArrayList<>();
    int next = 0;
    for (XmlTree cell : row.children()) {
      if (!isNamed(cell, "c")) {
        continue;
      }
      int column = column(cell.attribute("r"), next);
      next = column + 1;
      if (column >= MOST_COLUMNS) {
        continue;
      }
      String value = value(cell);
      if (value.isEmpty()) {
        continue;
      }
      while (values.size() <= column) {
        values.add("");
      }
      values.set(column, value);
      count(value.length());
    }
    return values;
  }

  /** A few texts that many cells repeat can make a small file as large as one that was packed. */
  private void count(int characters) throws UnreadableFile {
    said += characters;
    if (Container.isTooMuch(said, packed)) {
      throw new UnreadableFile("too-much-inside", "The workbook says far more than its size.");
    }
  }

  /** The column of an address such as {@code AB12}, from 0; {@code next} when there is none. */
  private static int column(String address, int next) {
    int column = 0;
    for (int i = 0; i < address.length() && column < MOST_COLUMNS; i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column == 0 ? next : column - 1;
  }

  private String value(XmlTree cell) throws IOException {
    String value = first(cell, "v").map(XmlTree::text).orElse("");
    return switch (cell.attribute("t")) {
      case "s" -> strings.get(number(value));
      case "inlineStr" -> first(cell, "is").map(XlsxCells::text).orElse("");
      case "str" -> Texts.trim(unescaped(cut(value)));
      case "b" -> value.equals("1") ? "TRUE" : value.isEmpty() ? "" : "FALSE";
      case "e" -> "";
      default -> numeric(value, number(cell.attribute("s")));
    };
  }

  private String numeric(String value, int style) {
    if (value.isEmpty() || value.length() > 40) {
      return cut(value);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException e) {
      return value;
    }
    if (Math.abs((long) number.scale()) > 60) {
      return value;
    }
    long day = number.longValue();
    if (dateStyles.contains(style) && day > 0 && day <= LAST_DAY) {
      return dayZero.plusDays(day).toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static int number(String digits) {
    return Texts.isDigits(digits) && digits.length() < 10 ? Integer.parseInt(digits) : -1;
  }

  /**
   * The text of a shared or inline string: its runs, without the readings of Chinese characters.
   */
  static String text(XmlTree string) {
    StringBuilder text = new StringBuilder();
    addTo(text, string);
    return Texts.trim(unescaped(cut(text.toString())));
  }

  private static void addTo(StringBuilder text, XmlTree element) {
    for (XmlTree child : element.children()) {
      if (isNamed(child, "t")) {
        text.append(child.rawText());
      } else if (isNamed(child, "r")) {
        addTo(text, child);
      }
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Characters that XML cannot hold are written {@code _x000D_}. */
  private static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (; at >= 0; at = text.indexOf("_x", at + 1)) {
      if (at >= from && at + 6 < text.length() && text.charAt(at + 6) == '_') {
        int code = hexadecimal(text.substring(at + 2, at + 6));
        if (code >= 0) {
          plain.append(text, from, at).append((char) code);
          from = at + 7;
        }
      }
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int hexadecimal(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static boolean isNamed(XmlTree element, String name) {
    return element.name().equals(name) || element.name().equals("x:" + name);
  }

  private static java.util.Optional<XmlTree> first(XmlTree element, String name) {
    return element.children().stream().filter(child -> isNamed(child, name)).findFirst();
  }

  /**
   * The cell styles that show a date: with one of the built-in formats for dates, Chinese ones
   * among them, or one of the workbook's own that has a year or a day in it.
   *
   * @param parts the number formats and the cell styles, in this order
   */
  static Set<Integer> dateStyles(List<XmlTree> parts) {
    Map<Integer, String> codes = new HashMap<>();
    Set<Integer> styles = new HashSet<>();
    for (XmlTree part : parts) {
      int place = 0;
      for (XmlTree child : part.children()) {
        int format = number(child.attribute("numFmtId"));
        if (isNamed(child, "numFmt")) {
          codes.put(format, child.attribute("formatCode"));
        } else if (isNamed(child, "xf")) {
          if (isDate(format, codes.getOrDefault(format, ""))) {
            styles.add(place);
          }
          place++;
        }
      }
    }
    return styles;
  }

  private static boolean isDate(int format, String code) {
    boolean builtIn =
        format >= 14 && format <= 17
            || format == 22
            || format >= 27 && format <= 36
            || format >= 50 && format <= 58;
    String signs =
        cut(code).toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return builtIn || signs.indexOf('y') >= 0 || signs.indexOf('d') >= 0;
  }
}
