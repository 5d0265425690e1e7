package org.winnow.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.figure.plot.ForestPlot;
import org.winnow.figure.plot.Mark;

/** A forest plot as a table: its texts, and its marks as numbers at full precision. */
public final class ForestTable {
  private ForestTable() {}

  /** Writes a CSV with a head; sentences below the studies stand in the first text column. */
  public static void write(ForestPlot plot, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      List<String> head = new ArrayList<>(List.of("row"));
      for (ForestPlot.Group group : plot.groups()) {
        String above = String.join(" ", group.head());
        if (named(group)) {
          group.columns().forEach(column -> head.add((above + " " + column.head()).strip()));
        } else {
          head.add(above);
        }
      }
      head.addAll(List.of("estimate", "lower", "upper"));
      plot.domains().letters().forEach(letter -> head.add(plot.domains().head() + " " + letter));
      csv.writeRecord(head);
      for (ForestPlot.Row row : plot.rows()) {
        if (row.kind() != ForestPlot.Kind.GAP) {
          csv.writeRecord(fields(plot, row));
        }
      }
    }
  }

  private static boolean named(ForestPlot.Group group) {
    return group.columns().stream().anyMatch(column -> !column.head().isEmpty());
  }

  private static List<String> fields(ForestPlot plot, ForestPlot.Row row) {
    List<String> fields = new ArrayList<>();
    fields.add(row.kind().name().toLowerCase(Locale.ROOT));
    for (int g = 0; g < plot.groups().size(); g++) {
      List<String> cells = g < row.cells().size() ? row.cells().get(g) : List.of();
      ForestPlot.Group group = plot.groups().get(g);
      if (named(group)) {
        for (int c = 0; c < group.columns().size(); c++) {
          fields.add(c < cells.size() ? cells.get(c) : "");
        }
      } else {
        fields.add(String.join(" ", cells).strip());
      }
    }
    switch (row.mark()) {
      case Mark.Nothing() -> fields.addAll(List.of("", "", ""));
      case Mark.Square s -> fields.addAll(numbers(s.estimate(), s.lower(), s.upper()));
      case Mark.Diamond d -> fields.addAll(numbers(d.estimate(), d.lower(), d.upper()));
      case Mark.Bar b ->
          fields.addAll(List.of("", Double.toString(b.lower()), Double.toString(b.upper())));
    }
    row.judgements().forEach(judgement -> fields.add(judgement.sign()));
    return fields;
  }

  private static List<String> numbers(double... values) {
    List<String> texts = new ArrayList<>();
    for (double value : values) {
      texts.add(Double.toString(value));
    }
    return texts;
  }
}
