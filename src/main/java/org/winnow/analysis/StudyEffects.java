package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.CorrelationMeasure;
import org.winnow.metaanalysis.MeanMeasure;
import org.winnow.metaanalysis.Peto;
import org.winnow.metaanalysis.ProportionMeasure;
import org.winnow.metaanalysis.RateMeasure;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.TwoMeans;
import org.winnow.metaanalysis.ZeroCells;

/**
 * The effects of the studies of a table by a measure.
 *
 * @param effects one per row
 * @param tables the two-by-two tables, for a binary measure without missing cells
 */
public record StudyEffects(List<StudyEffect> effects, Optional<List<TwoByTwo>> tables) {
  private static final String[] CELLS = {"ai", "n1i", "ci", "n2i"};
  private static final String[] MEANS = {"m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"};

  /** A ratio, whose scale is the natural logarithm. */
  public static boolean ratio(String measure) {
    return List.of("OR", "RR", "PETO", "ROM", "IRR", "CVR", "VR", "HR").contains(measure);
  }

  static StudyEffects of(
      StudyTable table, String measure, Convention convention, ZeroCells zeroCells) {
    if (isOneOf(BinaryMeasure.values(), measure) && table.has(CELLS)) {
      return binary(table, BinaryMeasure.valueOf(measure), convention, zeroCells);
    }
    if (measure.equals("PETO") && table.has("oe", "v")) {
      return plain(table, x -> new Peto.Score(x[0], x[1]).effect(), "oe", "v");
    }
    if (isOneOf(MeanMeasure.values(), measure)) {
      return means(table, MeanMeasure.valueOf(measure), convention);
    }
    if (isOneOf(RateMeasure.Contrast.values(), measure)) {
      return plain(
          table,
          x ->
              RateMeasure.Contrast.valueOf(measure)
                  .of(new RateMeasure.TwoRates(x[0], x[1], x[2], x[3])),
          "x1i",
          "t1i",
          "x2i",
          "t2i");
    }
    if (isOneOf(ProportionMeasure.values(), measure)) {
      ProportionMeasure scale = ProportionMeasure.valueOf(measure);
      ZeroCells rule =
          measure.startsWith("PA") || measure.equals("PFT") ? ZeroCells.NONE : zeroCells;
      return plain(
          table,
          x -> scale.effects(List.of(new ProportionMeasure.Count(x[0], x[1])), rule).getFirst(),
          "xi",
          "ni");
    }
    if (isOneOf(CorrelationMeasure.values(), measure)) {
      return plain(table, x -> CorrelationMeasure.valueOf(measure).of(x[0], x[1]), "ri", "ni");
    }
    if (table.has("yi", "vi")) {
      return plain(table, x -> given(x[0], x[1]), "yi", "vi");
    }
    if (table.has("yi", "sei")) {
      return plain(table, x -> given(x[0], x[1] * x[1]), "yi", "sei");
    }
    throw new IllegalArgumentException("The columns do not fit the measure " + measure);
  }

  private static StudyEffect given(double estimate, double variance) {
    if (variance < 0) {
      throw new IllegalArgumentException("a variance is not negative: " + variance);
    }
    return variance == 0
        ? new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD)
        : StudyEffect.of(estimate, variance);
  }

  private static StudyEffects plain(
      StudyTable table,
      java.util.function.Function<double[], StudyEffect> effect,
      String... names) {
    List<StudyEffect> out = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      out.add(
          table.missing(i, names)
              ? new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING)
              : table.row(i, effect, names));
    }
    return new StudyEffects(out, Optional.empty());
  }

  private static StudyEffects binary(
      StudyTable table, BinaryMeasure measure, Convention convention, ZeroCells zeroCells) {
    List<TwoByTwo> tables = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (!table.missing(i, CELLS)) {
        rows.add(i);
        tables.add(table.row(i, x -> TwoByTwo.ofEvents(x[0], x[1], x[2], x[3]), CELLS));
      }
    }
    boolean revMan =
        convention.revManEffects()
            && List.of(BinaryMeasure.OR, BinaryMeasure.RR, BinaryMeasure.RD, BinaryMeasure.PETO)
                .contains(measure);
    List<StudyEffect> effects =
        revMan
            ? RevMan.tables(
                    tables,
                    measure,
                    RevMan.Method.INVERSE_VARIANCE,
                    RevMan.Model.FIXED,
                    RevMan.Flavour.REVMAN)
                .rows()
                .stream()
                .map(RevMan.Row::effect)
                .toList()
            : measure.effects(tables, zeroCells);
    StudyEffect[] all = new StudyEffect[table.size()];
    Arrays.fill(all, new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING));
    for (int i = 0; i < rows.size(); i++) {
      all[rows.get(i)] = effects.get(i);
    }
    return new StudyEffects(
        List.of(all), rows.size() == table.size() ? Optional.of(tables) : Optional.empty());
  }

  private static StudyEffects means(StudyTable table, MeanMeasure measure, Convention convention) {
    boolean revMan =
        convention.revManEffects() && (measure == MeanMeasure.MD || measure == MeanMeasure.SMD);
    return plain(
        table,
        x -> {
          TwoMeans s = new TwoMeans(x[0], x[1], x[2], x[3], x[4], x[5]);
          return revMan
              ? RevMan.means(List.of(s), measure, RevMan.Model.FIXED).rows().getFirst().effect()
              : measure
                  .effects(List.of(s), MeanMeasure.Variance.LS, convention != Convention.META)
                  .getFirst();
        },
        MEANS);
  }

  private static boolean isOneOf(Enum<?>[] values, String name) {
    return Arrays.stream(values).anyMatch(v -> v.name().equals(name));
  }
}
