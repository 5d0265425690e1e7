package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.winnow.figure.Wording;
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
 * @param tables for a binary measure, the two-by-two table of each row; one with missing cells is
 *     empty
 * @param rates for a measure of two rates, those of each row without missing ones
 * @param unreadable what is wrong in rows that are excluded, by row
 */
public record StudyEffects(
    List<StudyEffect> effects,
    Optional<List<TwoByTwo>> tables,
    Map<Integer, RateMeasure.TwoRates> rates,
    Map<Integer, Wording> unreadable) {
  private static final Wording VARIANCE = new Wording("a variance", "方差");
  private static final Wording ERROR = new Wording("a standard error", "标准误");
  private static final String[] CELLS = {"ai", "n1i", "ci", "n2i"};
  private static final String[] RATES = {"x1i", "t1i", "x2i", "t2i"};

  /** Beyond, squares and weights run out of the numbers. */
  private static final double LARGEST = 1e30;

  private static final List<BinaryMeasure> REVMAN =
      List.of(BinaryMeasure.OR, BinaryMeasure.RR, BinaryMeasure.RD, BinaryMeasure.PETO);
  private static final String[] MEANS = {"m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"};

  /** A ratio, whose scale is the natural logarithm. */
  public static boolean ratio(String measure) {
    return List.of("OR", "RR", "PETO", "ROM", "IRR", "CVR", "VR", "HR").contains(measure);
  }

  static StudyEffects of(StudyTable table, AnalysisSettings settings) {
    List<Integer> excluded =
        IntStream.range(0, table.size()).filter(i -> !table.excluded(i).isEmpty()).boxed().toList();
    StudyEffects effects =
        byColumns(excluded.isEmpty() ? table : table.without(excluded), settings);
    List<StudyEffect> checked = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      checked.add(computable(effects.effects().get(i), i));
    }
    Map<Integer, Wording> unreadable = new TreeMap<>();
    for (int row : excluded) {
      try {
        StudyEffect alone = byColumns(table.alone(row), settings).effects().getFirst();
        checked.set(row, computable(alone, row));
      } catch (Refusal e) {
        unreadable.put(row, e.in(row));
      }
    }
    return new StudyEffects(checked, effects.tables(), effects.rates(), unreadable);
  }

  /** No spread is no weight; and what would run out of the numbers is refused, not pooled. */
  private static StudyEffect computable(StudyEffect effect, int row) {
    if (!(effect instanceof StudyEffect.Estimable e)) {
      return effect;
    }
    if (e.variance() == 0) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD);
    }
    if (Math.abs(e.estimate()) > LARGEST
        || e.variance() > LARGEST * LARGEST
        || e.variance() < 1 / (LARGEST * LARGEST)) {
      throw Refusal.at(row, RefusalReason.BEYOND, e.estimate(), e.variance());
    }
    return e;
  }

  private static StudyEffects byColumns(StudyTable table, AnalysisSettings settings) {
    String measure = settings.measure();
    Convention convention = settings.preset();
    if (isOneOf(BinaryMeasure.values(), measure) && table.has(CELLS)) {
      return binary(table, BinaryMeasure.valueOf(measure), settings);
    }
    if (List.of("PETO", "HR").contains(measure) && table.has("oe", "v")) {
      return plain(table, x -> new Peto.Score(x[0], positive(VARIANCE, x[1])).effect(), "oe", "v");
    }
    if (isOneOf(MeanMeasure.values(), measure) && table.has(MEANS)) {
      return means(table, MeanMeasure.valueOf(measure), convention);
    }
    if (isOneOf(RateMeasure.Contrast.values(), measure) && table.has(RATES)) {
      return rates(table, RateMeasure.Contrast.valueOf(measure));
    }
    if (isOneOf(ProportionMeasure.values(), measure) && table.has("xi", "ni")) {
      ProportionMeasure scale = ProportionMeasure.valueOf(measure);
      ZeroCells rule =
          measure.startsWith("PA") || measure.equals("PFT") ? ZeroCells.NONE : settings.zeroCells();
      return plain(
          table,
          x -> scale.effects(List.of(new ProportionMeasure.Count(x[0], x[1])), rule).getFirst(),
          "xi",
          "ni");
    }
    if (isOneOf(RateMeasure.Single.values(), measure) && table.has("xi", "ti")) {
      RateMeasure.Single scale = RateMeasure.Single.valueOf(measure);
      return plain(
          table,
          x -> {
            if (x[0] < 0 || !(x[1] > 0)) {
              throw Refusal.of(RefusalReason.PERSON_TIME, x[0] + "/" + x[1]);
            }
            return scale.of(x[0], x[1]);
          },
          "xi",
          "ti");
    }
    if (isOneOf(CorrelationMeasure.values(), measure) && table.has("ri", "ni")) {
      return plain(table, x -> CorrelationMeasure.valueOf(measure).of(x[0], x[1]), "ri", "ni");
    }
    if (table.has("yi", "vi")) {
      return plain(table, x -> given(x[0], positive(VARIANCE, x[1])), "yi", "vi");
    }
    if (table.has("yi", "sei")) {
      return plain(table, x -> given(x[0], positive(ERROR, x[1]) * x[1]), "yi", "sei");
    }
    throw Refusal.of(RefusalReason.DATA_DO_NOT_FIT, measure);
  }

  private static double positive(Wording what, double value) {
    if (value < 0) {
      throw Refusal.of(RefusalReason.NEGATIVE, what, value);
    }
    return value;
  }

  private static StudyEffect given(double estimate, double variance) {
    return variance == 0
        ? new StudyEffect.NotEstimable(StudyEffect.Reason.NO_SPREAD)
        : StudyEffect.of(estimate, variance);
  }

  private static StudyEffects plain(
      StudyTable table, Function<double[], StudyEffect> effect, String... names) {
    List<StudyEffect> out = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      out.add(
          table.missing(i, names)
              ? new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING)
              : table.row(i, effect, names));
    }
    return new StudyEffects(out, Optional.empty(), Map.of(), Map.of());
  }

  private static StudyEffects rates(StudyTable table, RateMeasure.Contrast measure) {
    Map<Integer, RateMeasure.TwoRates> rates = new TreeMap<>();
    List<StudyEffect> out = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (table.missing(i, RATES)) {
        out.add(new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING));
      } else {
        RateMeasure.TwoRates row =
            table.row(i, x -> new RateMeasure.TwoRates(x[0], x[1], x[2], x[3]), RATES);
        rates.put(i, row);
        out.add(measure.of(row));
      }
    }
    return new StudyEffects(out, Optional.empty(), Map.copyOf(rates), Map.of());
  }

  private static StudyEffects binary(
      StudyTable table, BinaryMeasure measure, AnalysisSettings settings) {
    List<TwoByTwo> tables = new ArrayList<>();
    boolean[] there = new boolean[table.size()];
    for (int i = 0; i < table.size(); i++) {
      there[i] = !table.missing(i, CELLS);
      TwoByTwo cells =
          there[i]
              ? table.row(i, x -> TwoByTwo.ofEvents(x[0], x[1], x[2], x[3]), CELLS)
              : new TwoByTwo(0, 0, 0, 0);
      tables.add(settings.swapEvents() ? cells.swapped() : cells);
    }
    List<StudyEffect> effects =
        settings.revManCells() && REVMAN.contains(measure)
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
            : withoutMissing(measure, tables, there, settings.zeroCells());
    List<StudyEffect> all = new ArrayList<>();
    for (int i = 0; i < there.length; i++) {
      all.add(there[i] ? effects.get(i) : new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING));
    }
    return new StudyEffects(all, Optional.of(List.copyOf(tables)), Map.of(), Map.of());
  }

  /** A rule for all studies as soon as one has an empty cell must not see rows that lack. */
  private static List<StudyEffect> withoutMissing(
      BinaryMeasure measure, List<TwoByTwo> tables, boolean[] there, ZeroCells zeroCells) {
    List<TwoByTwo> in = new ArrayList<>();
    for (int i = 0; i < there.length; i++) {
      if (there[i]) {
        in.add(tables.get(i));
      }
    }
    Iterator<StudyEffect> found = measure.effects(in, zeroCells).iterator();
    List<StudyEffect> out = new ArrayList<>();
    for (boolean one : there) {
      out.add(one ? found.next() : new StudyEffect.NotEstimable(StudyEffect.Reason.MISSING));
    }
    return out;
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
