package org.winnow.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.conversion.Effects;

/**
 * One row of a GRADE summary of findings: what the pooled effect means among a thousand people at
 * an assumed risk (Cochrane Handbook 14.1, 15.4).
 *
 * @param studies that are pooled
 * @param participants of all studies of the analysis; empty where totals are not known
 * @param relative the pooled effect as it is printed (ratios back from the logarithm)
 * @param relativeInterval its interval
 * @param controlRisks of the studies, in their order; empty without events and totals
 * @param risks absolute effects, one per assumed risk
 */
public record SummaryOfFindings(
    String measure,
    int studies,
    OptionalDouble participants,
    double relative,
    Interval relativeInterval,
    List<Double> controlRisks,
    List<AbsoluteEffect> risks) {

  public SummaryOfFindings {
    controlRisks = List.copyOf(controlRisks);
    risks = List.copyOf(risks);
  }

  /** Where an assumed risk is from. */
  public enum Source {
    MEDIAN,
    LOWEST,
    HIGHEST,
    TYPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A number among a thousand people, with its interval. */
  public record PerThousand(double value, double lower, double upper) {}

  /**
   * Numbers needed to treat.
   *
   * @param value people for one event less (benefit) or more (harm); infinite for no effect
   * @param benefit whether there are fewer events with the intervention
   * @param lower the smaller number of the limit on the side of benefit, with its side
   * @param throughInfinity whether the interval has no effect in it: it then runs from one limit
   *     through infinity to the other (Altman 1998, BMJ 317:1309)
   */
  public record NumberNeeded(
      double value, boolean benefit, Limit lower, Limit upper, boolean throughInfinity) {

    /**
     * In words: NNTB 25 (14 to 100), or NNTB 25 (NNTB 14 to ∞ to NNTH 80) where no effect is in the
     * interval. Numbers are rounded up (Cochrane Handbook 15.4.2).
     *
     * @param eventGood whether the event is what one hopes for: more of it is then the benefit
     */
    public Wording words(boolean eventGood) {
      String point = Double.isInfinite(value) ? "∞" : name(benefit, eventGood) + " " + whole(value);
      if (throughInfinity) {
        String from = name(lower.benefit(), eventGood) + " " + whole(lower.value());
        String to = name(upper.benefit(), eventGood) + " " + whole(upper.value());
        return new Wording(
            point + " (" + from + " to ∞ to " + to + ")", point + "（" + from + "至∞至" + to + "）");
      }
      String least = whole(Math.min(lower.value(), upper.value()));
      String most = whole(Math.max(lower.value(), upper.value()));
      return new Wording(
          point + " (" + least + " to " + most + ")", point + "（" + least + "至" + most + "）");
    }

    private static String name(boolean fewer, boolean eventGood) {
      return fewer == eventGood ? "NNTH" : "NNTB";
    }

    private static String whole(double number) {
      return Double.isInfinite(number)
          ? "∞"
          : new BigDecimal(number)
              .setScale(6, RoundingMode.HALF_UP)
              .setScale(0, RoundingMode.CEILING)
              .toPlainString();
    }
  }

  /** A limit of a number needed to treat, to benefit or to harm. */
  public record Limit(double value, boolean benefit) {}

  /**
   * The effect at an assumed risk.
   *
   * @param assumed risk with the control, per 1,000
   * @param with risk with the intervention, per 1,000
   * @param difference with less without, per 1,000; negative for fewer
   */
  public record AbsoluteEffect(
      double assumed,
      Source source,
      PerThousand with,
      PerThousand difference,
      NumberNeeded numberNeeded) {}

  /**
   * The row of an analysis. Assumed risks are the median, lowest and highest among the control arms
   * of the studies that are pooled, and those typed in.
   *
   * @param typed risks in (0, 1)
   * @throws IllegalArgumentException for a risk that is none
   */
  public static SummaryOfFindings of(Analysis analysis, List<Double> typed) {
    String measure = analysis.settings().measure();
    Analysis.Summary summary = analysis.summary();
    boolean ratio = StudyEffects.ratio(measure);
    double estimate = summary.pooled().estimate();
    Interval interval = summary.interval();
    double relative = ratio ? Math.exp(estimate) : estimate;
    Interval shown =
        ratio ? new Interval(Math.exp(interval.lower()), Math.exp(interval.upper())) : interval;
    List<Double> controls = controlRisks(analysis);
    List<AbsoluteEffect> risks = new ArrayList<>();
    if (absolute(measure)) {
      if (!controls.isEmpty()) {
        double[] sorted = controls.stream().mapToDouble(r -> r).sorted().toArray();
        risks.add(effect(measure, median(sorted), Source.MEDIAN, relative, shown));
        risks.add(effect(measure, sorted[0], Source.LOWEST, relative, shown));
        risks.add(effect(measure, sorted[sorted.length - 1], Source.HIGHEST, relative, shown));
      }
      for (double risk : typed) {
        if (!(risk > 0 && risk < 1)) {
          throw Refusal.of(RefusalReason.ASSUMED_RISK, risk);
        }
        risks.add(effect(measure, risk, Source.TYPED, relative, shown));
      }
    }
    return new SummaryOfFindings(
        measure, analysis.rows().length, participants(analysis), relative, shown, controls, risks);
  }

  /** Whether a measure can be told as events among a thousand. */
  public static boolean absolute(String measure) {
    return List.of("RR", "OR", "PETO", "HR", "RD").contains(measure);
  }

  /**
   * The absolute effect of a relative one.
   *
   * @param measure RR, OR, PETO, HR or RD
   * @param assumed risk with the control, in [0, 1]
   * @param relative as printed, not its logarithm
   */
  public static AbsoluteEffect effect(
      String measure, double assumed, Source source, double relative, Interval interval) {
    double with = risk(measure, assumed, relative);
    double low = risk(measure, assumed, interval.lower());
    double high = risk(measure, assumed, interval.upper());
    return new AbsoluteEffect(
        1000 * assumed,
        source,
        new PerThousand(1000 * with, 1000 * low, 1000 * high),
        new PerThousand(1000 * (with - assumed), 1000 * (low - assumed), 1000 * (high - assumed)),
        numberNeeded(assumed - with, assumed - high, assumed - low));
  }

  /** The risk with the intervention; one above 1, or below 0, cannot be and ends there. */
  private static double risk(String measure, double assumed, double relative) {
    double risk =
        switch (measure) {
          case "RR" -> Effects.riskByRiskRatio(assumed, relative);
          case "OR", "PETO" ->
              Double.isInfinite(relative) ? 1 : Effects.riskByOddsRatio(assumed, relative);
          case "HR" -> Effects.riskByHazardRatio(assumed, relative);
          case "RD" -> assumed + relative;
          default -> throw new IllegalArgumentException("No absolute effect of " + measure);
        };
    return Math.clamp(risk, 0, 1);
  }

  /** From the risk reduction and its interval: a reduction of 0 lies at infinity. */
  private static NumberNeeded numberNeeded(double reduction, double least, double most) {
    return new NumberNeeded(
        1 / Math.abs(reduction), reduction >= 0, limit(most), limit(least), least < 0 && most > 0);
  }

  private static Limit limit(double reduction) {
    return new Limit(1 / Math.abs(reduction), reduction >= 0);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  private static List<Double> controlRisks(Analysis analysis) {
    Optional<List<TwoByTwo>> tables = analysis.effects().tables();
    if (tables.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(analysis.rows())
        .mapToObj(tables.get()::get)
        .filter(t -> t.n2() > 0)
        .map(t -> t.c() / t.n2())
        .toList();
  }

  private static OptionalDouble participants(Analysis analysis) {
    StudyTable table = analysis.table();
    String[] columns =
        table.has("n1i", "n2i")
            ? new String[] {"n1i", "n2i"}
            : table.has("ni") ? new String[] {"ni"} : new String[0];
    if (columns.length == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int row : analysis.members()) {
      for (String column : columns) {
        if (!table.missing(row, column)) {
          sum += table.number(row, column);
        }
      }
    }
    return OptionalDouble.of(sum);
  }
}
