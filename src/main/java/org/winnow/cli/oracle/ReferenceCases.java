package org.winnow.cli.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs all cases of a folder in the layout of the reference sets (index.csv, *.json, data/). */
public final class ReferenceCases {
  private static final Pattern FILTER = Pattern.compile("([\\w.]+) == ['\"]?(.*?)['\"]?");

  private ReferenceCases() {}

  /** The outcome of one case; the reason is empty when it passed. */
  public record Outcome(String id, String kind, boolean passed, double worst, String reason) {}

  /** Passed and failed of one kind, and the largest relative difference of those that passed. */
  public record Tally(int passed, int failed, double worst) {
    Tally plus(Outcome outcome) {
      return outcome.passed()
          ? new Tally(passed + 1, failed, Math.max(worst, outcome.worst()))
          : new Tally(passed, failed + 1, worst);
    }
  }

  /**
   * Runs the cases and gives each outcome to the listener.
   *
   * @return the tally of each kind
   * @throws IOException when the folder has no index.csv or a file cannot be read
   */
  public static Map<String, Tally> run(Path folder, Consumer<Outcome> listener) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    Map<String, List<String>> calls = new HashMap<>();
    Map<String, DataTable> tables = new HashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String file : files(folder, calls)) {
      JsonNode root = mapper.readTree(Files.readString(folder.resolve(file)));
      for (JsonNode node : root.path("cases")) {
        Outcome outcome = run(folder, node, tables, calls);
        listener.accept(outcome);
        tallies.merge(
            outcome.kind(),
            new Tally(0, 0, 0).plus(outcome),
            (before, one) -> before.plus(outcome));
      }
    }
    return tallies;
  }

  /** The files with cases; what is evaluated on each table is collected by the table's name. */
  private static Set<String> files(Path folder, Map<String, List<String>> calls)
      throws IOException {
    Set<String> files = new LinkedHashSet<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("index.csv"))) {
      for (NamedCsvRecord record : reader) {
        files.add(record.getField("file"));
        record
            .findField("r_call")
            .ifPresent(
                call ->
                    calls
                        .computeIfAbsent(
                            record.findField("data").orElse(""), data -> new ArrayList<>())
                        .add(call));
      }
    }
    return files;
  }

  private static Outcome run(
      Path folder, JsonNode node, Map<String, DataTable> tables, Map<String, List<String>> calls)
      throws IOException {
    String id = node.path("id").asText();
    String kind = node.path("kind").asText();
    String data = node.path("data").asText("");
    DataTable table = null;
    if (!data.isEmpty() && !data.equals("null")) {
      table = tables.get(data);
      if (table == null) {
        table =
            ArmColumns.named(
                DataTable.read(folder.resolve(data)), calls.getOrDefault(data, List.of()));
        tables.put(data, table);
      }
    }
    ReferenceCase one =
        new ReferenceCase(
            id,
            kind,
            data,
            node.path("call").asText(),
            node.path("spec"),
            node.path("expected"),
            table == null ? DataTable.empty() : filtered(table, node.path("spec")));
    try {
      Comparison comparison =
          new Comparison(Kinds.answer(one), Kinds.tolerance(one)).with(one.expected());
      return new Outcome(
          id,
          kind,
          comparison.mismatches().isEmpty(),
          comparison.worst(),
          String.join("; ", comparison.mismatches()));
    } catch (RuntimeException e) {
      return new Outcome(id, kind, false, 0, e.toString());
    }
  }

  private static DataTable filtered(DataTable table, JsonNode spec) {
    Matcher filter = FILTER.matcher(spec.path("filter").asText(""));
    if (!filter.matches()) {
      return table;
    }
    var values = table.texts(filter.group(1));
    return table.where(i -> values.get(i).equals(filter.group(2)));
  }
}
