package org.winnow.metaanalysis;

import java.util.List;
import java.util.Optional;

/** Peto's one-step odds ratio (Yusuf 1985): Σ(O−E)/ΣV with variance 1/ΣV; never corrected. */
public final class Peto {
  private Peto() {}

  /** Observed less expected events and their variance, as typed in or from a table. */
  public record Score(double observedMinusExpected, double variance) {
    public static Score of(TwoByTwo t) {
      return t.events() == 0 || t.nonEvents() == 0 || t.n1() == 0 || t.n2() == 0
          ? new Score(0, 0)
          : new Score(t.observedMinusExpected(), t.hypergeometricVariance());
    }

    public StudyEffect effect() {
      return variance > 0
          ? StudyEffect.of(observedMinusExpected / variance, 1 / variance)
          : new StudyEffect.NotEstimable(StudyEffect.Reason.NOT_DEFINED);
    }
  }

  /** Empty when no study has a variance. */
  public static Optional<PooledEffect> pool(List<Score> scores) {
    double o = scores.stream().mapToDouble(Score::observedMinusExpected).sum();
    double v = scores.stream().mapToDouble(Score::variance).sum();
    return v > 0 ? Optional.of(new PooledEffect(o / v, 1 / Math.sqrt(v))) : Optional.empty();
  }
}
