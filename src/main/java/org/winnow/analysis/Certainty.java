package org.winnow.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.Interval;

/**
 * The certainty of evidence by GRADE: where a body of evidence starts, what five domains take away,
 * and what the numbers suggest for the two of them that numbers speak to. A suggestion is a reason
 * to look, never a judgement.
 */
public final class Certainty {
  private static final double RELATIVE_BENEFIT = 0.75;
  private static final double RELATIVE_HARM = 1.25;
  private static final double STANDARDISED = 0.5;
  private static final double REDUCTION = 0.25;
  private static final double ALPHA = 0.05;
  private static final double POWER = 0.80;
  private static final double CONTINUOUS_SIZE = 400;
  private static final double LARGE_I_SQUARED = 75;
  private static final double MODERATE_I_SQUARED = 50;
  private static final double SMALL_P = 0.10;

  private Certainty() {}

  /** The certainty that is left. */
  public enum Level {
    VERY_LOW,
    LOW,
    MODERATE,
    HIGH;

    /**
     * The level of a word.
     *
     * @throws Refusal for another
     */
    public static Level named(String word) {
      return Arrays.stream(values())
          .filter(level -> level.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  Refusal.of(
                      RefusalReason.OPTION_IS, "certainty", "high, moderate, low, very-low", word));
    }

    /** ⊕ for what is left and ◯ for what is not, four in all. */
    public String signs() {
      return "⊕".repeat(ordinal() + 1) + "◯".repeat(HIGH.ordinal() - ordinal());
    }

    /** What it is called. */
    public Wording title() {
      return switch (this) {
        case VERY_LOW -> new Wording("Very low", "极低");
        case LOW -> new Wording("Low", "低");
        case MODERATE -> new Wording("Moderate", "中");
        case HIGH -> new Wording("High", "高");
      };
    }

    /** very-low, low, moderate or high. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is judged. */
  public enum Domain {
    RISK_OF_BIAS,
    INCONSISTENCY,
    INDIRECTNESS,
    IMPRECISION,
    PUBLICATION_BIAS
  }

  /**
   * What the numbers suggest.
   *
   * @param down levels, 0 to 2
   */
  public record Suggestion(int down, Wording reason) {}

  /** The level after so many steps down from high (trials) or from low (observational studies). */
  public static Level level(boolean randomised, int down) {
    int from = randomised ? Level.HIGH.ordinal() : Level.LOW.ordinal();
    return Level.values()[Math.clamp((long) from - down, 0, Level.HIGH.ordinal())];
  }

  /**
   * Imprecision (Guyatt 2011, J Clin Epidemiol 64:1283): one level where the interval has both no
   * effect and an appreciable one in it (RR below 0.75 or above 1.25, half a standard deviation),
   * two where it has appreciable benefit and appreciable harm; one where the size is below the
   * optimal information size (a relative reduction of 25 % with 80 % power at 5 %; 400 people for
   * means).
   */
  public static Suggestion imprecision(Analysis analysis, SummaryOfFindings summary) {
    String measure = analysis.settings().measure();
    Interval interval = summary.relativeInterval();
    boolean ratio = StudyEffects.ratio(measure);
    double none = ratio ? 1 : 0;
    boolean crosses = interval.lower() < none && interval.upper() > none;
    double low = ratio ? RELATIVE_BENEFIT : -STANDARDISED;
    double high = ratio ? RELATIVE_HARM : STANDARDISED;
    boolean known = ratio || measure.equals("SMD");
    if (crosses && known && interval.lower() < low && interval.upper() > high) {
      return new Suggestion(
          2,
          new Wording(
              "The interval includes appreciable benefit and appreciable harm ("
                  + low
                  + " and "
                  + high
                  + ").",
              "置信区间同时包含明显获益与明显危害（" + low + " 与 " + high + "）。"));
    }
    if (crosses && (!known || interval.lower() < low || interval.upper() > high)) {
      return new Suggestion(
          1,
          known
              ? new Wording(
                  "The interval includes no effect and an appreciable effect.", "置信区间同时包含无效应与明显效应。")
              : new Wording("The interval includes no effect.", "置信区间包含无效应。"));
    }
    OptionalDouble needed = optimalSize(measure, summary);
    if (needed.isPresent()
        && summary.participants().isPresent()
        && summary.participants().getAsDouble() < needed.getAsDouble()) {
      String have = whole(summary.participants().getAsDouble());
      String want = whole(Math.ceil(needed.getAsDouble()));
      return new Suggestion(
          1,
          new Wording(
              "Fewer participants (" + have + ") than the optimal information size (" + want + ").",
              "受试者人数（" + have + "）少于最优信息量（" + want + "）。"));
    }
    return new Suggestion(
        0,
        new Wording(
            "The interval does not include both no effect and an appreciable effect.",
            "置信区间未同时包含无效应与明显效应。"));
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  /**
   * The size of one adequately powered trial, both arms together; empty where it is not known. For
   * events, from the median control risk: N = 2·(z₁₋α/₂·√(2p̄q̄) + z₁₋β·√(p₁q₁+p₂q₂))²/(p₁−p₂)².
   */
  public static OptionalDouble optimalSize(String measure, SummaryOfFindings summary) {
    if (measure.equals("MD") || measure.equals("SMD") || measure.equals("ROM")) {
      return OptionalDouble.of(CONTINUOUS_SIZE);
    }
    if (!SummaryOfFindings.absolute(measure) || summary.risks().isEmpty()) {
      return OptionalDouble.empty();
    }
    double p2 = summary.risks().getFirst().assumed() / 1000;
    double p1 = p2 * (1 - REDUCTION);
    if (!(p2 > 0 && p2 < 1)) {
      return OptionalDouble.empty();
    }
    double mean = (p1 + p2) / 2;
    double root =
        Distributions.normalQuantile(1 - ALPHA / 2) * Math.sqrt(2 * mean * (1 - mean))
            + Distributions.normalQuantile(POWER) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
    return OptionalDouble.of(2 * root * root / ((p1 - p2) * (p1 - p2)));
  }

  /**
   * Inconsistency (Guyatt 2011, J Clin Epidemiol 64:1294; bands of the Handbook 10.10.2): one level
   * for I² above 50 % with P below 0.10, or a prediction interval with effects on both sides where
   * the confidence interval has one; two for I² above 75 % where both hold.
   */
  public static Suggestion inconsistency(Analysis analysis) {
    Analysis.Summary summary = analysis.summary();
    if (analysis.rows().length < 2) {
      return new Suggestion(0, new Wording("One study: nothing to compare.", "仅一项研究，无从比较。"));
    }
    double i2 = summary.iSquared();
    double p = summary.heterogeneity().pValue();
    boolean opposite =
        analysis.prediction().map(pi -> crosses(pi) && !crosses(summary.interval())).orElse(false);
    boolean heterogeneous = i2 > MODERATE_I_SQUARED && p < SMALL_P;
    String share = whole(i2) + " %";
    String test = p < 0.001 ? "P < 0.001" : String.format(Locale.ROOT, "P = %.3f", p);
    if (heterogeneous && i2 > LARGE_I_SQUARED && opposite) {
      return new Suggestion(
          2,
          new Wording(
              "Considerable heterogeneity (I² = "
                  + share
                  + ", "
                  + test
                  + "), and a prediction interval with effects in both directions.",
              "异质性很大（I² = " + share + "，" + test + "），且预测区间包含两个方向的效应。"));
    }
    if (heterogeneous) {
      return new Suggestion(
          1,
          new Wording(
              "Heterogeneity (I² = " + share + ", " + test + ").",
              "存在异质性（I² = " + share + "，" + test + "）。"));
    }
    if (opposite) {
      return new Suggestion(
          1,
          new Wording("The prediction interval has effects in both directions.", "预测区间包含两个方向的效应。"));
    }
    return new Suggestion(
        0,
        new Wording(
            "No sign of important heterogeneity (I² = " + share + ", " + test + ").",
            "未见重要异质性（I² = " + share + "，" + test + "）。"));
  }

  private static boolean crosses(Interval interval) {
    return interval.lower() < 0 && interval.upper() > 0;
  }
}
