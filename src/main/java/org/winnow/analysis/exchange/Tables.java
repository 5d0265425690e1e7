package org.winnow.analysis.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** CSV tables with a head. */
final class Tables {
  private static final int MOST_ROWS = 1_000_000;

  private Tables() {}

  /** A row with the line it begins at. */
  static final class Row {
    private final String file;
    private final int line;
    private final Map<String, Integer> head;
    private final List<String> fields;

    private Row(String file, int line, Map<String, Integer> head, List<String> fields) {
      this.file = file;
      this.line = line;
      this.head = head;
      this.fields = fields;
    }

    int line() {
      return line;
    }

    /** Of the first of these columns that the table has, without blanks around it. */
    String text(String... names) {
      for (String name : names) {
        Integer at = head.get(key(name));
        if (at != null && at < fields.size()) {
          String text = fields.get(at).strip();
          return text.equals("#N/A") ? "" : text;
        }
      }
      return "";
    }

    /**
     * @throws IllegalArgumentException when it is none, with the column
     */
    Optional<Double> number(String... names) {
      try {
        return Numbers.of(text(names));
      } catch (Numbers.Wrong e) {
        throw new Numbers.Wrong(names[0], e);
      }
    }

    /** A number that nothing depends on: empty when it is none. */
    Optional<Double> lenient(String... names) {
      try {
        return number(names);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    Optional<Boolean> flag(String... names) {
      return Settings.flag(text(names));
    }

    /** The names of the columns. */
    List<String> names() {
      return head.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** A message with the file in front, when there are several. */
    String in(String message) {
      return (file.isEmpty() ? "" : file + ": ") + message;
    }
  }

  /** A table; its names of columns are found without regard to case and blanks. */
  record Table(List<String> head, List<Row> rows) {
    boolean has(String name) {
      return head.stream().anyMatch(h -> key(h).equals(key(name)));
    }
  }

  private static String key(String name) {
    return name.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @param file named in messages, or empty
   * @throws UnreadableReview when it is no table
   */
  static Table read(String file, String text, char separator) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> head = List.of();
    Map<String, Integer> index = new HashMap<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (head.isEmpty()) {
          head = record.getFields().stream().map(String::strip).toList();
          for (int i = 0; i < head.size(); i++) {
            index.putIfAbsent(key(head.get(i)), i);
          }
        } else if (rows.size() == MOST_ROWS) {
          throw new UnreadableReview(
              "more rows than a review has: more than " + MOST_ROWS, "行数过多：超过" + MOST_ROWS);
        } else {
          rows.add(new Row(file, (int) record.getStartingLineNumber(), index, record.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new UnreadableReview(
          (file.isEmpty() ? "" : file + ": ") + "this is no CSV table: " + e.getMessage(),
          (file.isEmpty() ? "" : file + "：") + "不是CSV表格：" + e.getMessage());
    }
    return new Table(head, rows);
  }

  /** A writer of rows with a mark of UTF-8 in front, which RevMan and spreadsheets look for. */
  static final class Writing {
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;
    private final List<String> head;

    Writing(List<String> head, boolean marked, char separator) {
      this.head = head;
      if (marked) {
        text.append('\uFEFF');
      }
      csv =
          CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF).build(text);
      csv.writeRecord(head);
    }

    /** Cells by their columns; the others stay empty. */
    void row(Map<String, String> cells) {
      csv.writeRecord(head.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    String text() {
      try {
        csv.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  }
}
