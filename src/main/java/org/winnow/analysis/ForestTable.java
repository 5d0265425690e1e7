package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.winnow.figure.plot.ForestPlot;
import org.winnow.figure.plot.Mark;

/** A forest plot as a table: its texts, and its marks as numbers at full precision. */
final class ForestTable {
  private ForestTable() {}

  /** With a head; sentences below the studies and footnotes stand in the first text column. */
  static List<List<String>> of(ForestPlot plot) {
    List<List<String>> table = new ArrayList<>();
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
    table.add(head);
    for (ForestPlot.Row row : plot.rows()) {
      if (row.kind() != ForestPlot.Kind.GAP) {
        table.add(fields(plot, row));
      }
    }
    for (String footnote : plot.footnotes()) {
      List<String> fields = new ArrayList<>(Collections.nCopies(head.size(), ""));
      fields.set(0, "footnote");
      fields.set(1, footnote);
      table.add(fields);
    }
    return table;
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
    for (int d = 0; d < plot.domains().letters().size(); d++) {
      fields.add(d < row.judgements().size() ? row.judgements().get(d).sign() : "");
    }
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
