package org.winnow.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.analysis.StudyTable;

/**
 * Study data as spreadsheets write them: columns parted by commas, semicolons or tabs, with decimal
 * commas where the comma parts no columns, a byte order mark or none, and headings in any case.
 */
final class StudyFile {
  private static final Set<String> KNOWN =
      Set.of(
          "study",
          "ai",
          "bi",
          "ci",
          "di",
          "n1i",
          "n2i",
          "m1i",
          "sd1i",
          "m2i",
          "sd2i",
          "yi",
          "vi",
          "sei",
          "oe",
          "v",
          "x1i",
          "t1i",
          "x2i",
          "t2i",
          "xi",
          "ni",
          "ri",
          "ti",
          "excluded");

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("\\s*[-+]?[0-9]*,[0-9]+(?:[eE][-+]?[0-9]+)?\\s*");
  private static final char MARK = '\uFEFF';

  private StudyFile() {}

  /**
   * Reads a file, or for {@code -} what is piped in.
   *
   * @throws IllegalArgumentException when there is no such file, it is not UTF-8 or not CSV, a
   *     column stands in it twice, or a row has more or fewer values than the head
   */
  static StudyTable read(Path file, InputStream piped) throws IOException {
    return read(text(file, piped));
  }

  private static String text(Path file, InputStream piped) throws IOException {
    byte[] bytes;
    if (file.toString().equals("-")) {
      bytes = piped.readAllBytes();
    } else if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder");
    } else {
      try {
        bytes = Files.readAllBytes(file);
      } catch (NoSuchFileException e) {
        throw new IllegalArgumentException("there is no file " + file, e);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not written in UTF-8", e);
    }
  }

  static StudyTable read(String written) {
    String text = !written.isEmpty() && written.charAt(0) == MARK ? written.substring(1) : written;
    char separator = separator(text);
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (head.isEmpty()) {
          record.getFields().forEach(name -> head.add(heading(name, head)));
        } else {
          rows.add(row(record, head, separator, rows.size() + 1));
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StudyTable.of(rows);
  }

  /** What parts the columns of the head: the first of these that stands outside quotes. */
  private static char separator(String text) {
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
        return c;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
    }
    return ',';
  }

  /** Names that have a meaning in small letters, others as they are. */
  private static String heading(String written, List<String> before) {
    String name = written.strip();
    String small = name.toLowerCase(Locale.ROOT);
    String heading = KNOWN.contains(small) ? small : name;
    if (!heading.isEmpty() && before.contains(heading)) {
      throw new IllegalArgumentException("Two columns are called " + heading);
    }
    return heading;
  }

  private static Map<String, String> row(
      CsvRecord record, List<String> head, char separator, int number) {
    if (record.getFieldCount() != head.size()) {
      throw new IllegalArgumentException(
          "Row "
              + number
              + ": "
              + record.getFieldCount()
              + " values, but the head names "
              + head.size()
              + " columns"
              + (separator == ','
                  ? "; texts with commas stand in quotes, decimals have a point"
                  : ""));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      String value = record.getField(i);
      row.put(
          head.get(i),
          separator != ',' && DECIMAL_COMMA.matcher(value).matches()
              ? value.strip().replace(',', '.')
              : value);
    }
    return row;
  }
}
