package org.winnow.flow;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/**
 * The CSV that the R package PRISMA2020 (1.1.4) draws from. The package finds its rows by substring
 * and two of its columns by position, so rows and columns are exactly those of its template.
 */
public final class Prisma2020Csv {
  static final List<String> HEADER =
      List.of("data", "node", "box", "description", "boxtext", "tooltips", "url", "n");

  static final Wording NO_REASON = new Wording("Reason not reported", "未报告原因");

  private static final String NOT_APPLICABLE = "NA";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(,\\d{3})+|\\d+");
  private static final Pattern ENTRY =
      Pattern.compile("(.*?)\\s*[,，]\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)\\s*");

  private Prisma2020Csv() {}

  /** What a file says; lines that mean nothing here are named, never dropped in silence. */
  public record Contents(FlowBoxes boxes, FlowDetails details, List<Problem> problems) {
    public Contents {
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param line of the file, the header being line 1
   */
  public record Problem(long line, String message) {}

  /** Numbers that do not apply stay empty, which hides their lines; labels are printed as given. */
  public static String write(FlowBoxes boxes, FlowDetails details, FigureLanguage language) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(HEADER);
      for (Row row : ROWS) {
        csv.writeRecord(
            row.data,
            row.node,
            row.box,
            row.description,
            row.text.in(language),
            row.description,
            "",
            row.value.of(boxes, details, language));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * How the labels of reasons and sources are written, by the label that they stand for; the
   * package takes commas and semicolons for separators. Only those that differ.
   */
  public static Map<String, String> changedLabels(FlowDetails details, FigureLanguage language) {
    Map<String, String> changed = new LinkedHashMap<>();
    List<String> labels = new ArrayList<>();
    details.databases().forEach(line -> labels.add(line.name()));
    details.registers().forEach(line -> labels.add(line.name()));
    details.reasons().forEach(reason -> labels.add(reason.label().in(language)));
    details.otherReasons().forEach(reason -> labels.add(reason.label().in(language)));
    for (String label : labels) {
      if (!sanitised(label).equals(label)) {
        changed.put(label, sanitised(label));
      }
    }
    return changed;
  }

  static String sanitised(String label) {
    return label
        .replaceAll("\\s*[,，]\\s*", " – ")
        .replaceAll("\\s*[;；]\\s*", " / ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Reads a file by the names of its columns; never throws for what a file holds. */
  public static Contents read(String text) {
    List<Problem> problems = new ArrayList<>();
    EnumMap<FlowBox, Integer> numbers = new EnumMap<>(FlowBox.class);
    Map<String, List<FlowDetails.Line>> lists = new LinkedHashMap<>();
    String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(withoutMark)) {
      for (NamedCsvRecord row : csv) {
        read(row, numbers, lists, problems);
      }
    } catch (CsvParseException | IOException e) {
      problems.add(new Problem(1, "not a CSV file: " + e.getMessage()));
    }
    return contents(numbers, lists, problems);
  }

  /**
   * Understands numbers by the names of the CSV's {@code data} column as the CSV itself is
   * understood; a problem's line is the position of its name, from 1.
   */
  public static Contents read(Map<String, String> values) {
    List<Problem> problems = new ArrayList<>();
    EnumMap<FlowBox, Integer> numbers = new EnumMap<>(FlowBox.class);
    Map<String, List<FlowDetails.Line>> lists = new LinkedHashMap<>();
    int position = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      int here = ++position;
      if (!isEmpty(entry.getValue().strip())) {
        readValue(entry.getKey(), entry.getValue().strip(), numbers, lists)
            .ifPresent(problem -> problems.add(new Problem(here, problem)));
      }
    }
    return contents(numbers, lists, problems);
  }

  private static Contents contents(
      Map<FlowBox, Integer> numbers,
      Map<String, List<FlowDetails.Line>> lists,
      List<Problem> problems) {
    return new Contents(
        new FlowBoxes(numbers),
        new FlowDetails(
            lists.getOrDefault("database_specific_results", List.of()),
            lists.getOrDefault("register_specific_results", List.of()),
            reasons(lists.getOrDefault("dbr_excluded", List.of())),
            reasons(lists.getOrDefault("other_excluded", List.of()))),
        problems);
  }

  private static void read(
      NamedCsvRecord row,
      Map<FlowBox, Integer> numbers,
      Map<String, List<FlowDetails.Line>> lists,
      List<Problem> problems) {
    long line = row.getStartingLineNumber();
    Optional<String> data = row.findField("data");
    Optional<String> n = row.findField("n");
    if (data.isEmpty() || n.isEmpty()) {
      problems.add(new Problem(line, "the columns data and n are needed"));
      return;
    }
    String name = data.get().strip();
    String value = n.get().strip();
    if (isHeading(name) || isEmpty(value)) {
      if (!isHeading(name) && !isKnown(name)) {
        problems.add(new Problem(line, "unknown row " + name));
      }
      return;
    }
    readValue(name, value, numbers, lists)
        .ifPresent(problem -> problems.add(new Problem(line, problem)));
  }

  /** Reads the value of one row or JSON member; gives what is wrong with it, if anything. */
  private static Optional<String> readValue(
      String name,
      String value,
      Map<FlowBox, Integer> numbers,
      Map<String, List<FlowDetails.Line>> lists) {
    Optional<FlowBox> box = FlowBox.named(name).filter(FlowBox::printed);
    if (!isKnown(name)) {
      return Optional.of("unknown row " + name);
    }
    OptionalInt number = number(value);
    if (box.isPresent() && number.isPresent()) {
      numbers.put(box.get(), number.getAsInt());
      return Optional.empty();
    }
    if (!isList(name)) {
      return Optional.of(name + " is no number of 0 or more: " + value);
    }
    return readList(name, value, box, numbers, lists);
  }

  private static Optional<String> readList(
      String name,
      String value,
      Optional<FlowBox> box,
      Map<FlowBox, Integer> numbers,
      Map<String, List<FlowDetails.Line>> lists) {
    List<FlowDetails.Line> entries = new ArrayList<>();
    for (String part : value.split("[;；]")) {
      if (part.isBlank()) {
        continue;
      }
      Matcher entry = ENTRY.matcher(part.strip());
      if (!entry.matches()) {
        return Optional.of(name + " has an entry without a number: " + part.strip());
      }
      OptionalInt number = number(entry.group(2));
      if (number.isEmpty()) {
        return Optional.of(name + " has a number that is too large: " + part.strip());
      }
      entries.add(new FlowDetails.Line(entry.group(1).strip(), number.getAsInt()));
    }
    if (box.isPresent()) {
      numbers.put(box.get(), entries.stream().mapToInt(FlowDetails.Line::n).sum());
    }
    lists.put(name, entries);
    return Optional.empty();
  }

  private static List<FlowDetails.Reason> reasons(List<FlowDetails.Line> entries) {
    return IntStream.range(0, entries.size())
        .filter(i -> !isNoReason(entries.get(i).name()))
        .mapToObj(
            i ->
                new FlowDetails.Reason(
                    "reason-" + (i + 1), Wording.same(entries.get(i).name()), entries.get(i).n()))
        .toList();
  }

  private static boolean isNoReason(String label) {
    return label.equals(NO_REASON.en()) || label.equals(NO_REASON.zh());
  }

  private static OptionalInt number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text.replace(",", "")));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static boolean isEmpty(String value) {
    return value.isEmpty() || value.equals(NOT_APPLICABLE) || value.equalsIgnoreCase("xxx");
  }

  private static boolean isHeading(String name) {
    return switch (name) {
      case "", NOT_APPLICABLE, "identification", "screening", "included" -> true;
      default -> false;
    };
  }

  private static boolean isKnown(String name) {
    return FlowBox.named(name).filter(FlowBox::printed).isPresent() || isList(name);
  }

  private static boolean isList(String name) {
    return switch (name) {
      case "database_specific_results",
          "register_specific_results",
          "dbr_excluded",
          "other_excluded" ->
          true;
      default -> false;
    };
  }

  /** What stands in the last column of a row. */
  private interface Value {
    String of(FlowBoxes boxes, FlowDetails details, FigureLanguage language);
  }

  private record Row(
      String data, String node, String box, String description, Wording text, Value value) {}

  private static final List<Row> ROWS =
      List.of(
          heading(NOT_APPLICABLE, "node4", "prevstud", "Previous studies", "既往研究"),
          number("node5", FlowBox.PREVIOUS_STUDIES),
          number(NOT_APPLICABLE, FlowBox.PREVIOUS_REPORTS),
          heading(
              NOT_APPLICABLE,
              "node6",
              "newstud",
              "Identification of new studies via databases and registers",
              "通过数据库和注册库识别新研究"),
          number("node7", FlowBox.DATABASE_RESULTS),
          list(
              "database_specific_results",
              "Records identified from each database",
              new Wording("Specific databases", "各数据库"),
              (boxes, details, language) -> lines(details.databases())),
          number(NOT_APPLICABLE, FlowBox.REGISTER_RESULTS),
          list(
              "register_specific_results",
              "Records identified from each register",
              new Wording("Specific registers", "各注册库"),
              (boxes, details, language) -> lines(details.registers())),
          heading(
              NOT_APPLICABLE,
              "node16",
              "othstud",
              "Identification of new studies via other methods",
              "通过其他途径识别新研究"),
          number("node17", FlowBox.WEBSITE_RESULTS),
          number(NOT_APPLICABLE, FlowBox.ORGANISATION_RESULTS),
          number(NOT_APPLICABLE, FlowBox.CITATION_RESULTS),
          number("node8", FlowBox.DUPLICATES),
          number(NOT_APPLICABLE, FlowBox.EXCLUDED_AUTOMATIC),
          number(NOT_APPLICABLE, FlowBox.EXCLUDED_OTHER),
          number("node9", FlowBox.RECORDS_SCREENED),
          number("node10", FlowBox.RECORDS_EXCLUDED),
          number("node11", FlowBox.SOUGHT),
          number("node12", FlowBox.NOT_RETRIEVED),
          number("node18", FlowBox.OTHER_SOUGHT),
          number("node19", FlowBox.OTHER_NOT_RETRIEVED),
          number("node13", FlowBox.ASSESSED),
          reasons("node14", FlowBox.REPORTS_EXCLUDED),
          number("node20", FlowBox.OTHER_ASSESSED),
          reasons("node21", FlowBox.OTHER_REPORTS_EXCLUDED),
          number("node15", FlowBox.NEW_STUDIES),
          number(NOT_APPLICABLE, FlowBox.NEW_REPORTS),
          number("node22", FlowBox.TOTAL_STUDIES),
          number(NOT_APPLICABLE, FlowBox.TOTAL_REPORTS),
          number("node23", FlowBox.META_ANALYSIS_STUDIES),
          number(NOT_APPLICABLE, FlowBox.META_ANALYSIS_REPORTS),
          heading("identification", "node1", "identification", "Identification", "识别"),
          heading("screening", "node2", "screening", "Screening", "筛选"),
          heading("included", "node3", "included", "Included", "纳入"));

  private static Row heading(String data, String node, String box, String en, String zh) {
    return new Row(
        data, node, box, "Heading: " + en, new Wording(en, zh), (boxes, details, language) -> "");
  }

  private static Row number(String node, FlowBox box) {
    return new Row(
        box.dataName(),
        node,
        box.boxId(),
        described(box),
        box.label(),
        (boxes, details, language) -> written(boxes.of(box)));
  }

  private static Row list(String data, String description, Wording text, Value value) {
    return new Row(
        data, NOT_APPLICABLE, FlowBox.DATABASE_RESULTS.boxId(), description, text, value);
  }

  private static Row reasons(String node, FlowBox box) {
    return new Row(
        box.dataName(),
        node,
        box.boxId(),
        described(box),
        box.label(),
        (boxes, details, language) ->
            reasons(
                boxes.of(box),
                box == FlowBox.REPORTS_EXCLUDED ? details.reasons() : details.otherReasons(),
                language));
  }

  private static String described(FlowBox box) {
    boolean other = box.dataName().startsWith("other_");
    return other ? box.label().en() + " (other methods)" : box.label().en();
  }

  private static String written(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private static String lines(List<FlowDetails.Line> lines) {
    return lines.stream()
        .map(line -> sanitised(line.name()) + ", " + line.n())
        .collect(Collectors.joining("; "));
  }

  // A number alone would be taken for the label of a reason.
  private static String reasons(
      OptionalInt total, List<FlowDetails.Reason> reasons, FigureLanguage language) {
    if (total.isEmpty()) {
      return "";
    }
    if (reasons.isEmpty()) {
      return NO_REASON.in(language) + ", " + total.getAsInt();
    }
    return reasons.stream()
        .map(reason -> sanitised(reason.label().in(language)) + ", " + reason.n())
        .collect(Collectors.joining("; "));
  }
}
