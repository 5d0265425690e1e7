package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisJson;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.DoubleCounting;
import org.winnow.analysis.Refusal;
import org.winnow.analysis.RefusalReason;
import org.winnow.analysis.StudyTable;
import org.winnow.ledger.CanonicalJson;
import org.winnow.platform.FileStore;

/** What goes into an analysis, and nothing else: when its hash is the same, so is the result. */
record Inputs(DataKind data, Settings settings, List<Line> lines) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Of a row what an analysis or its figure can depend on. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Line(
      UUID id,
      String study,
      @Nullable String trial,
      @Nullable Integer year,
      @Nullable String subgroup,
      @Nullable Map<String, String> values,
      @Nullable Map<String, String> properties,
      @Nullable Map<String, String> bias,
      boolean included) {
    Line {
      study = Objects.requireNonNullElse(study, "");
      values = Objects.requireNonNullElse(values, Map.of());
      properties = Objects.requireNonNullElse(properties, Map.of());
      bias = Objects.requireNonNullElse(bias, Map.of());
    }

    static Line of(StudyRow row) {
      return new Line(
          row.id(),
          row.study(),
          row.trial(),
          row.year(),
          row.subgroup(),
          row.values(),
          row.properties(),
          row.bias(),
          row.counts());
    }

    private String value(String column) {
      return Objects.requireNonNull(values).getOrDefault(column, "");
    }

    /** As a row of the library's table. */
    private Map<String, String> cells(List<String> columns) {
      Map<String, String> cells = new LinkedHashMap<>(Objects.requireNonNull(properties));
      cells.putAll(Objects.requireNonNull(bias));
      cells.put("study", study);
      cells.put("trial", Objects.requireNonNullElse(trial, ""));
      cells.put("year", year == null ? "" : year.toString());
      cells.put("subgroup", Objects.requireNonNullElse(subgroup, ""));
      // What cannot be meant is refused before; in a row that is left out it is as if it lacked.
      columns.forEach(
          column ->
              cells.put(
                  column, fault(this, column).isEmpty() ? Cell.of(value(column)).value() : ""));
      return cells;
    }
  }

  static Inputs of(Definition definition, List<StudyRow> rows) {
    return new Inputs(
        definition.data(), definition.settings(), rows.stream().map(Line::of).toList());
  }

  static Inputs read(String text) {
    return CanonicalJson.read(text, Inputs.class);
  }

  String text() {
    return CanonicalJson.write(this);
  }

  String sha256() {
    return HexFormat.of()
        .formatHex(FileStore.sha256().digest(text().getBytes(StandardCharsets.UTF_8)));
  }

  /** What is analysed, in this order. */
  List<UUID> analysed() {
    return lines.stream().filter(Line::included).map(Line::id).toList();
  }

  /** Of the table: those of the data and those that are only shown. */
  List<String> columns() {
    return Stream.concat(data.columns().stream(), data.shown().stream()).toList();
  }

  /** Cells that cannot be what was meant, those of rows left out as well. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      for (String column : columns()) {
        Fault.Place place = new Fault.Place(line.id(), i + 1);
        fault(line, column)
            .ifPresent(code -> faults.add(Fault.at(place, column, code, line.value(column))));
      }
    }
    return faults;
  }

  private static Optional<String> fault(Line line, String column) {
    Cell cell = Cell.of(line.value(column));
    return switch (cell.state()) {
      case EMPTY -> Optional.empty();
      case NOT_A_NUMBER -> Optional.of("cell-not-a-number");
      case TWO_MEANINGS -> Optional.of("cell-two-meanings");
      case NOT_FINITE -> Optional.of("cell-not-finite");
      case NUMBER -> fault(line, column, cell.number());
    };
  }

  private static Optional<String> fault(Line line, String column, double number) {
    if (number < 0 && DataKind.isNeverNegative(column)) {
      return Optional.of("cell-negative");
    }
    if (column.equals("ri") && Math.abs(number) > 1) {
      return Optional.of("cell-no-correlation");
    }
    boolean more =
        DataKind.totalOf(column)
            .map(total -> Cell.of(line.value(total)))
            .filter(total -> total.state() == Cell.State.NUMBER && number > total.number())
            .isPresent();
    return more ? Optional.of("cell-more-events-than-people") : Optional.empty();
  }

  /**
   * Pools what is included, with other settings in place of the saved ones where they are given.
   *
   * @param others by the names of the settings; an empty one is the usual one
   * @throws NotAnalysable when that cannot be
   */
  Analysis analyse(Map<String, String> others) {
    List<Line> included = lines.stream().filter(Line::included).toList();
    if (included.isEmpty()) {
      throw new NotAnalysable(Fault.of("analysis-no-studies"));
    }
    List<UUID> analysed = analysed();
    for (Fault fault : faults()) {
      if (analysed.contains(fault.row())) {
        throw new NotAnalysable(fault);
      }
    }
    AnalysisSettings chosen = settings(others);
    return orRefuse(() -> chosen.analyse(table(included)));
  }

  /**
   * The same for a figure that shows what is left out as well, and notes.
   *
   * @param reasons of the rows that are left out, by row
   * @param notes to be shown below the figure, by row
   */
  Analysis analyse(Map<String, String> others, Map<UUID, String> reasons, Map<UUID, String> notes) {
    analyse(others);
    List<String> columns = tableColumns(lines);
    List<Map<String, String>> cells = new ArrayList<>();
    for (Line line : lines) {
      Map<String, String> row = line.cells(columns);
      row.put("excluded", line.included() ? "" : reasons.getOrDefault(line.id(), "–"));
      row.put("footnote", notes.getOrDefault(line.id(), ""));
      cells.add(row);
    }
    AnalysisSettings chosen = settings(others);
    return orRefuse(
        lines.stream().map(Line::id).toList(), () -> chosen.analyse(StudyTable.of(cells)));
  }

  /** The settings in the library's words, others in place of the saved ones. */
  AnalysisSettings settings(Map<String, String> others) {
    Map<String, String> words = new TreeMap<>(settings.words());
    words.putAll(others);
    words.values().removeIf(String::isBlank);
    return orRefuse(() -> AnalysisSettings.of(words));
  }

  private StudyTable table(List<Line> included) {
    List<String> columns = tableColumns(included);
    return StudyTable.of(included.stream().map(line -> line.cells(columns)).toList());
  }

  /** What is only shown is a column when some row has it. */
  private List<String> tableColumns(List<Line> of) {
    List<String> columns = new ArrayList<>(data.columns());
    data.shown().stream()
        .filter(column -> of.stream().anyMatch(line -> !line.value(column).isEmpty()))
        .forEach(columns::add);
    return columns;
  }

  /** An analysis as JSON, every number at full precision. */
  String json(Analysis analysis) {
    StringWriter text = new StringWriter();
    orRefuse(
        () -> {
          try (JsonGenerator json = JSON.createGenerator(text)) {
            AnalysisJson.write(json, analysis);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return text;
        });
    return text.toString();
  }

  /** What the library refuses, as a fault of the row that it names. */
  <T> T orRefuse(Supplier<T> work) {
    return orRefuse(analysed(), work);
  }

  /**
   * The same of another table.
   *
   * @param rows of that table
   */
  <T> T orRefuse(List<UUID> rows, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new NotAnalysable(fault(Refusal.from(e), rows));
    }
  }

  private Fault fault(Refusal refusal, List<UUID> rows) {
    if (refusal.reason() == RefusalReason.NONE_ESTIMABLE) {
      return Fault.of("analysis-none-estimable");
    }
    int row = refusal.row().orElse(rows.size());
    if (row >= rows.size()) {
      return Fault.refused(null, refusal);
    }
    UUID id = rows.get(row);
    int number = lines.stream().map(Line::id).toList().indexOf(id) + 1;
    return Fault.refused(new Fault.Place(id, number), refusal);
  }

  /** Trials that stand in several of the included rows that are pooled together. */
  List<DoubleCount> doubleCounted() {
    List<Line> included = lines.stream().filter(Line::included).toList();
    if (included.isEmpty()) {
      return List.of();
    }
    StudyTable table = table(included);
    List<Integer> rows = IntStream.range(0, included.size()).boxed().toList();
    Map<String, String> words = settings.words();
    String apart =
        AnalysisSettings.pooledApart(
            words.getOrDefault("totals", ""), words.getOrDefault("subgroup", ""));
    return DoubleCounting.of(table, rows, apart).stream()
        .map(
            shared ->
                new DoubleCount(
                    shared.trial(),
                    shared.rows().stream().map(row -> included.get(row).id()).toList(),
                    shared.sameArm()))
        .toList();
  }

  /**
   * Rows of one trial.
   *
   * @param sameArm whether two of them have an arm with the same numbers: its people count twice
   */
  record DoubleCount(String trial, List<UUID> rows, boolean sameArm) {}

  /** How a row differs from what it was. */
  enum Change {
    ADDED,
    REMOVED,
    CHANGED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record RowChange(UUID id, String study, Change change) {}

  /** The rows in which these inputs differ from others that were before. */
  List<RowChange> changesSince(Inputs before) {
    Map<UUID, Line> former = new LinkedHashMap<>();
    before.lines.forEach(line -> former.put(line.id(), line));
    List<RowChange> changes = new ArrayList<>();
    for (Line line : lines) {
      Line was = former.remove(line.id());
      if (was == null) {
        changes.add(new RowChange(line.id(), line.study(), Change.ADDED));
      } else if (!was.equals(line)) {
        changes.add(new RowChange(line.id(), line.study(), Change.CHANGED));
      }
    }
    former
        .values()
        .forEach(gone -> changes.add(new RowChange(gone.id(), gone.study(), Change.REMOVED)));
    return changes;
  }

  /** The names of the settings that are other than they were. */
  List<String> settingsChangedSince(Inputs before) {
    Map<String, String> now = settings.words();
    Map<String, String> then = before.settings.words();
    List<String> names = new ArrayList<>(now.keySet());
    then.keySet().stream().filter(name -> !now.containsKey(name)).forEach(names::add);
    names.removeIf(name -> Objects.equals(now.get(name), then.get(name)));
    if (data != before.data) {
      names.add("data");
    }
    return names;
  }
}
