package org.winnow.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.winnow.figure.plot.Judgement;
import org.winnow.metaanalysis.StudyEffect;

/** In which order rows of a table stand in a figure; equals stay as in the table. */
final class StudyOrder {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private final Analysis analysis;
  private final PlotOptions.Sort sort;

  StudyOrder(Analysis analysis, PlotOptions.Sort sort) {
    this.analysis = analysis;
    this.sort = sort;
  }

  List<Integer> of(int... members) {
    double[] weights = analysis.weights();
    Comparator<Integer> by =
        switch (sort) {
          case TABLE -> (_, _) -> 0;
          case YEAR -> Comparator.comparingDouble(row -> year(analysis, row));
          case NAME -> Comparator.comparing(analysis::study, String.CASE_INSENSITIVE_ORDER);
          case EFFECT -> Comparator.comparingDouble(this::effect);
          case WEIGHT -> Comparator.comparingDouble(row -> -weights[row]);
          case BIAS -> Comparator.comparingInt(this::bias);
        };
    return IntStream.of(members).boxed().sorted(by).toList();
  }

  private double effect(int row) {
    return analysis.effects().effects().get(row) instanceof StudyEffect.Estimable e
        ? e.estimate()
        : Double.POSITIVE_INFINITY;
  }

  /** The overall judgement, else the worst of a study; a study that was not judged stands last. */
  private int bias(int row) {
    StudyTable table = analysis.table();
    for (String overall : List.of("overall", "Overall")) {
      if (table.has(overall) && !table.text(row, overall).isEmpty()) {
        return worst(row, List.of(overall));
      }
    }
    return worst(
        row,
        IntStream.rangeClosed(1, BiasJudgements.MOST)
            .mapToObj(d -> "D" + d)
            .filter(table::has)
            .toList());
  }

  private int worst(int row, List<String> columns) {
    return columns.stream()
        .map(column -> BiasJudgements.read(analysis.table().text(row, column)))
        .flatMap(Optional::stream)
        .filter(judgement -> judgement != Judgement.NONE)
        .mapToInt(Judgement::ordinal)
        .max()
        .orElse(Integer.MAX_VALUE);
  }

  /** From the column year, else the last year in the name; what has none stands last. */
  static double year(Analysis analysis, int row) {
    StudyTable table = analysis.table();
    String text =
        table.has("year") && !table.missing(row, "year")
            ? table.text(row, "year")
            : analysis.study(row);
    Matcher years = YEAR.matcher(text);
    double year = Double.POSITIVE_INFINITY;
    while (years.find()) {
      year = Double.parseDouble(years.group());
    }
    return year;
  }
}
