package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Effect measures of two means: Hedges and Olkin 1985, Bonett 2008 and 2009, Hedges 1999 and
 * Lajeunesse 2015 (log response ratio), Nakagawa 2015 (variability).
 */
public enum MeanMeasure {
  /** m1 − m2. */
  MD,
  /** Standardised by the pooled SD. */
  SMD,
  /** Standardised by the root of the mean variance (unequal variances). */
  SMDH,
  /** Standardised by the SD of the second arm (Glass). */
  SMD1,
  /** As SMD1, with a variance for unequal variances. */
  SMD1H,
  /** ln(m1/m2). */
  ROM,
  /** Log ratio of the coefficients of variation. */
  CVR,
  /** Log ratio of the standard deviations. */
  VR,
  /** SMD as log odds ratio, logistic: π/√3. */
  D2ORL,
  /** SMD as log odds ratio, normal: 1.65. */
  D2ORN,
  /** Point-biserial correlation. */
  RPB,
  /** Biserial correlation (Soper 1914). */
  RBIS;

  /** Which sampling variance. */
  public enum Variance {
    /** The usual large-sample one. */
    LS,
    /** The alternative large-sample one, with the bias factor in it. */
    LS2,
    /** Unbiased. */
    UB,
    /** From the average effect or coefficient of variation over studies. */
    AV,
    /** Equal SDs in both arms. */
    HO,
    /** AV and HO. */
    AVHO
  }

  /**
   * One effect per study, in their order.
   *
   * @param biasCorrected whether small-sample corrections are applied to the estimates
   * @throws IllegalArgumentException when the measure has no such variance
   */
  public List<StudyEffect> effects(
      List<TwoMeans> studies, Variance variance, boolean biasCorrected) {
    Averages averages = new Averages(studies, this, biasCorrected);
    List<StudyEffect> out = new ArrayList<>(studies.size());
    for (TwoMeans s : studies) {
      if (s.n1() == 0 || s.n2() == 0) {
        out.add(new StudyEffect.NotEstimable(StudyEffect.Reason.EMPTY_ARM));
      } else {
        out.add(of(s, variance, biasCorrected, averages));
      }
    }
    return out;
  }

  private StudyEffect of(TwoMeans s, Variance variance, boolean corrected, Averages averages) {
    return switch (this) {
      case MD -> difference(s, variance);
      case SMD -> standardised(s, variance, corrected, averages);
      case SMDH -> unequal(s, variance, corrected);
      case SMD1, SMD1H -> byControl(s, corrected);
      case ROM -> ratio(s, variance, corrected, averages);
      case CVR -> variation(s, corrected);
      case VR ->
          StudyEffect.of(
              Math.log(s.sd1() / s.sd2()) + (corrected ? half(s.n1()) - half(s.n2()) : 0),
              half(s.n1()) + half(s.n2()));
      case D2ORL -> asLogOdds(s, Math.PI / Math.sqrt(3));
      case D2ORN -> asLogOdds(s, 1.65);
      case RPB -> pointBiserial(s);
      case RBIS -> biserial(s);
    };
  }

  private static double half(double n) {
    return 1 / (2 * (n - 1));
  }

  private static StudyEffect difference(TwoMeans s, Variance variance) {
    double v =
        switch (variance) {
          case HO -> s.pooledSd() * s.pooledSd() * (1 / s.n1() + 1 / s.n2());
          case LS, UB -> s.sd1() * s.sd1() / s.n1() + s.sd2() * s.sd2() / s.n2();
          default -> throw unknown(variance);
        };
    return StudyEffect.of(s.m1() - s.m2(), v);
  }

  private static StudyEffect standardised(
      TwoMeans s, Variance variance, boolean corrected, Averages averages) {
    double m = s.total() - 2;
    double d = (s.m1() - s.m2()) / s.pooledSd();
    double j = corrected ? BiasFactor.exact(m) : 1;
    double g = j * d;
    double sizes = 1 / s.n1() + 1 / s.n2();
    double v =
        switch (variance) {
          case LS -> sizes + g * g / (2 * s.total());
          case LS2 -> j * j * (sizes + d * d / (2 * s.total()));
          case UB -> {
            double exact = BiasFactor.exact(m);
            yield sizes + (1 - (m - 2) / (m * exact * exact)) * g * g;
          }
          case AV -> sizes + averages.effect * averages.effect / (2 * s.total());
          default -> throw unknown(variance);
        };
    return StudyEffect.of(g, v);
  }

  private static StudyEffect unequal(TwoMeans s, Variance variance, boolean corrected) {
    double v1 = s.sd1() * s.sd1();
    double v2 = s.sd2() * s.sd2();
    double mean = (v1 + v2) / 2;
    double y =
        (corrected ? BiasFactor.exact(s.total() - 2) : 1) * (s.m1() - s.m2()) / Math.sqrt(mean);
    double less =
        switch (variance) {
          case LS -> 1;
          case LS2 -> 0;
          default -> throw unknown(variance);
        };
    double v =
        y * y * (v1 * v1 / (s.n1() - less) + v2 * v2 / (s.n2() - less)) / (8 * mean * mean)
            + (v1 / (s.n1() - less) + v2 / (s.n2() - less)) / mean;
    return StudyEffect.of(y, v);
  }

  private StudyEffect byControl(TwoMeans s, boolean corrected) {
    double j = corrected ? BiasFactor.exact(s.n2() - 1) : 1;
    double y = j * (s.m1() - s.m2()) / s.sd2();
    if (this == SMD1) {
      return StudyEffect.of(y, 1 / s.n1() + 1 / s.n2() + y * y / (2 * s.n2()));
    }
    double ratio = s.sd1() / s.sd2();
    return StudyEffect.of(
        y, ratio * ratio / (s.n1() - 1) + 1 / (s.n2() - 1) + y * y / (2 * (s.n2() - 1)));
  }

  private static StudyEffect ratio(
      TwoMeans s, Variance variance, boolean corrected, Averages averages) {
    double v1 = s.logMeanVariance1();
    double v2 = s.logMeanVariance2();
    double y = Math.log(s.m1() / s.m2()) + (corrected ? (v1 - v2) / 2 : 0);
    double sp = s.pooledSd();
    double v =
        switch (variance) {
          case LS -> v1 + v2;
          case HO -> sp * sp / (s.n1() * s.m1() * s.m1()) + sp * sp / (s.n2() * s.m2() * s.m2());
          case AV -> averages.cv1 * averages.cv1 / s.n1() + averages.cv2 * averages.cv2 / s.n2();
          case AVHO -> averages.cv * averages.cv * (1 / s.n1() + 1 / s.n2());
          default -> throw unknown(variance);
        };
    return StudyEffect.of(y, v);
  }

  private static StudyEffect variation(TwoMeans s, boolean corrected) {
    double v1 = s.logMeanVariance1();
    double v2 = s.logMeanVariance2();
    double y = Math.log(s.sd1() / s.m1()) - Math.log(s.sd2() / s.m2());
    if (corrected) {
      y += half(s.n1()) - half(s.n2()) - (v1 - v2) / 2;
    }
    return StudyEffect.of(y, half(s.n1()) + v1 + half(s.n2()) + v2);
  }

  private static StudyEffect asLogOdds(TwoMeans s, double factor) {
    double d = (s.m1() - s.m2()) / s.pooledSd();
    return StudyEffect.of(
        factor * d, factor * factor * (1 / s.n1() + 1 / s.n2() + d * d / (2 * s.total())));
  }

  private static StudyEffect pointBiserial(TwoMeans s) {
    double d = (s.m1() - s.m2()) / s.pooledSd();
    double m = s.total() - 2;
    double h = m / s.n1() + m / s.n2();
    return StudyEffect.of(
        d / Math.sqrt(d * d + h),
        h * h / Math.pow(h + d * d, 3) * (1 / s.n1() + 1 / s.n2() + d * d / (2 * s.total())));
  }

  private static StudyEffect biserial(TwoMeans s) {
    double d = (s.m1() - s.m2()) / s.pooledSd();
    double m = s.total() - 2;
    double h = m / s.n1() + m / s.n2();
    double p = s.n1() / s.total();
    double q = s.n2() / s.total();
    double z = -Distributions.normalQuantile(p);
    double f = Distributions.normalDensity(z);
    double y = Math.sqrt(p * q) / f * d / Math.sqrt(d * d + h);
    double capped = Math.abs(y) > 1 ? Math.signum(y) : y;
    double square = capped * capped;
    double v =
        (p * q / (f * f) - (1.5 + (1 - p * z / f) * (1 + q * z / f)) * square + square * square)
            / (s.total() - 1);
    return StudyEffect.of(y, v);
  }

  private static IllegalArgumentException unknown(Variance variance) {
    return new IllegalArgumentException("The measure has no variance " + variance);
  }

  /** Means over studies, weighted by their sizes. */
  private static final class Averages {
    final double effect;
    final double cv1;
    final double cv2;
    final double cv;

    Averages(List<TwoMeans> studies, MeanMeasure measure, boolean corrected) {
      effect =
          measure == SMD
              ? mean(
                  studies,
                  TwoMeans::total,
                  s ->
                      (corrected ? BiasFactor.exact(s.total() - 2) : 1)
                          * (s.m1() - s.m2())
                          / s.pooledSd())
              : 0;
      cv1 = mean(studies, TwoMeans::n1, s -> s.sd1() / s.m1());
      cv2 = mean(studies, TwoMeans::n2, s -> s.sd2() / s.m2());
      double n1 = studies.stream().mapToDouble(TwoMeans::n1).sum();
      double n2 = studies.stream().mapToDouble(TwoMeans::n2).sum();
      cv = (n1 * cv1 + n2 * cv2) / (n1 + n2);
    }

    private static double mean(
        List<TwoMeans> studies,
        ToDoubleFunction<TwoMeans> weight,
        ToDoubleFunction<TwoMeans> value) {
      double sum = 0;
      double weights = 0;
      for (TwoMeans s : studies) {
        double x = value.applyAsDouble(s);
        if (Double.isFinite(x)) {
          sum += weight.applyAsDouble(s) * x;
          weights += weight.applyAsDouble(s);
        }
      }
      return sum / weights;
    }
  }
}
