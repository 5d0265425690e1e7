package org.winnow.citation.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table as spreadsheets and databases write it: quotes, doubled quotes, line ends
 * inside quotes, and EBSCO's {@code ="…"}. A quote that is never closed spoils its own line only:
 * reading goes on with the line after it.
 */
final class CsvRows {
  /** For rows that are looked at before a header is found. */
  static final int UNKNOWN_WIDTH = 0;

  private static final int MOST_LINES = 20_000;
  private static final int MOST_CHARACTERS = 2_000_000;

  private final Lines lines;
  private final char separator;
  private final int columns;
  private final CitationSink sink;
  private List<String> fields = new ArrayList<>();
  private int number;
  private String raw = "";

  /**
   * @param columns how many the header names, or {@link #UNKNOWN_WIDTH}
   */
  CsvRows(Lines lines, char separator, int columns, CitationSink sink) {
    this.lines = lines;
    this.separator = separator;
    this.columns = columns;
    this.sink = sink;
  }

  List<String> fields() {
    return fields;
  }

  int number() {
    return number;
  }

  String raw() {
    return raw;
  }

  boolean advance() throws IOException {
    while (lines.advance()) {
      if (lines.text().isBlank()) {
        continue;
      }
      number = lines.number();
      Row row = new Row(separator);
      if (!row.goesOn(lines.text())) {
        fields = asMeant(row.fields);
        raw = lines.text();
        return true;
      }
      if (goOn(row)) {
        return true;
      }
    }
    return false;
  }

  private boolean goOn(Row row) throws IOException {
    List<String> taken = new ArrayList<>();
    taken.add(lines.text());
    int length = lines.text().length();
    while (taken.size() < MOST_LINES && length < MOST_CHARACTERS && lines.advance()) {
      taken.add(lines.text());
      length += lines.text().length();
      if (!row.goesOn(lines.text())) {
        if (row.fields.size() < columns && isWholeRow(lines.text())) {
          // A quote of the next row closed the one that was left open, and would swallow that row.
          break;
        }
        fields = asMeant(row.fields);
        raw = String.join("\n", taken);
        return true;
      }
    }
    sink.problem(
        new ParseProblem(
            number,
            "unclosed-quote",
            "A quotation mark in this line is never closed.",
            Limits.excerpt(taken.getFirst())));
    lines.putBack(taken.subList(1, taken.size()), number + 1);
    return false;
  }

  private boolean isWholeRow(String line) {
    Row alone = new Row(separator);
    return !alone.goesOn(line) && alone.fields.size() == columns;
  }

  /**
   * R writes NA where there is nothing; an apostrophe before a sign keeps spreadsheets from taking
   * the cell for a formula, and {@code ="…"} from taking it for a number.
   */
  static List<String> asMeant(List<String> fields) {
    fields.replaceAll(CsvRows::asMeant);
    return fields;
  }

  private static String asMeant(String field) {
    if (field.equals("NA")) {
      return "";
    }
    if (field.startsWith("=\"") && field.endsWith("\"") && field.length() > 3) {
      return Texts.trim(field.substring(2, field.length() - 1));
    }
    return CsvCells.isGuarded(field) ? field.substring(1) : field;
  }

  /** The fields of one line, for looking at headers. */
  static List<String> split(String line, char separator) {
    Row row = new Row(separator);
    row.goesOn(line);
    row.close();
    return row.fields;
  }

  private static final class Row {
    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;

    Row(char separator) {
      this.separator = separator;
    }

    /** Takes a line; true when it ends inside quotes. */
    boolean goesOn(String line) {
      int at = 0;
      if (quoted) {
        field.append('\n');
        at = inQuotes(line, 0);
      } else {
        at = fieldStart(line, 0);
      }
      while (at >= 0 && !quoted) {
        at = fieldStart(line, at);
      }
      return quoted;
    }

    /** Reads the field that begins here; -1 at the end of the line. */
    private int fieldStart(String line, int start) {
      int at = start;
      while (at < line.length() && line.charAt(at) == ' ' && separator != ' ') {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '"') {
        quoted = true;
        return inQuotes(line, at + 1);
      }
      if (line.startsWith("=\"", at)) {
        quoted = true;
        return inQuotes(line, at + 2);
      }
      int end = line.indexOf(separator, start);
      fields.add(Texts.trim(line.substring(start, end < 0 ? line.length() : end)));
      return end < 0 ? -1 : end + 1;
    }

    private int inQuotes(String line, int start) {
      int at = start;
      while (true) {
        int quote = line.indexOf('"', at);
        if (quote < 0) {
          field.append(line, at, line.length());
          return -1;
        }
        field.append(line, at, quote);
        if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
          field.append('"');
          at = quote + 2;
          continue;
        }
        int after = quote + 1;
        while (after < line.length() && line.charAt(after) == ' ') {
          after++;
        }
        if (after >= line.length()) {
          close();
          return -1;
        }
        if (line.charAt(after) == separator) {
          close();
          return after + 1;
        }
        field.append('"');
        at = quote + 1;
      }
    }

    private void close() {
      if (quoted) {
        fields.add(Texts.trim(field.toString()));
        field.setLength(0);
        quoted = false;
      }
    }
  }
}
