package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;

/**
 * The common odds ratio by logistic regression on study and arm with the penalty of Firth 1993
 * (Biometrika 80:27), ½·ln|I|: finite with empty cells, and without their bias (Heinze and Schemper
 * 2002, Stat Med 21:2409). Equal effects.
 *
 * @param effect log odds ratio with its Wald standard error
 * @param interval of the profile penalised likelihood
 * @param pValue of the penalised likelihood-ratio test
 * @param studies that have information
 */
public record PenalisedLogistic(
    PooledEffect effect, Interval interval, double pValue, int studies) {
  private static final int STEPS = 2000;
  private static final double CLOSE = 1e-12;
  private static final double LONGEST = 1;

  /**
   * Fits the tables with events and non-events.
   *
   * @throws IllegalArgumentException when there is none
   * @throws ArithmeticException when the fit does not settle
   */
  public static PenalisedLogistic of(List<TwoByTwo> tables, double level) {
    List<TwoByTwo> in = new ArrayList<>();
    for (TwoByTwo t : tables) {
      if (t.events() > 0 && t.nonEvents() > 0 && t.n1() > 0 && t.n2() > 0) {
        in.add(t);
      }
    }
    if (in.isEmpty()) {
      throw new IllegalArgumentException("No study has both events and non-events");
    }
    Fit best = new Fit(in);
    best.settle(true);
    double top = best.likelihood();
    double target = Distributions.chiSquaredQuantile(level, 1) / 2;
    double se = 1 / Math.sqrt(best.information());
    double none = profile(in, 0);
    return new PenalisedLogistic(
        new PooledEffect(best.effect, se),
        new Interval(
            limit(in, best.effect, -se, top - target), limit(in, best.effect, se, top - target)),
        Distributions.chiSquaredAbove(Math.max(0, 2 * (top - none)), 1),
        in.size());
  }

  private static double profile(List<TwoByTwo> tables, double effect) {
    Fit fit = new Fit(tables);
    fit.effect = effect;
    fit.settle(false);
    return fit.likelihood();
  }

  private static double limit(List<TwoByTwo> tables, double from, double step, double height) {
    double inside = from;
    double outside = from + 2 * step;
    while (profile(tables, outside) > height) {
      inside = outside;
      outside += 2 * step;
      if (Math.abs(outside - from) > 100) {
        throw new ArithmeticException("The penalised likelihood has no interval");
      }
    }
    double low = Math.min(inside, outside);
    double high = Math.max(inside, outside);
    return Roots.between(b -> profile(tables, b) - height, low, high);
  }

  /** Baselines per study and the effect, improved by scoring with Firth's scores. */
  private static final class Fit {
    private final List<TwoByTwo> tables;
    private final double[] baselines;
    private double effect;
    private final double[] first;
    private final double[] second;
    private final double[] w1;
    private final double[] w2;

    Fit(List<TwoByTwo> tables) {
      this.tables = tables;
      int k = tables.size();
      baselines = new double[k];
      first = new double[k];
      second = new double[k];
      w1 = new double[k];
      w2 = new double[k];
      for (int i = 0; i < k; i++) {
        TwoByTwo t = tables.get(i);
        baselines[i] = Math.log((t.events() + 0.5) / (t.nonEvents() + 0.5));
      }
    }

    private void weigh() {
      for (int i = 0; i < baselines.length; i++) {
        TwoByTwo t = tables.get(i);
        first[i] = 1 / (1 + Math.exp(-baselines[i] - effect));
        second[i] = 1 / (1 + Math.exp(-baselines[i]));
        w1[i] = t.n1() * first[i] * (1 - first[i]);
        w2[i] = t.n2() * second[i] * (1 - second[i]);
      }
    }

    /** Of the effect, with the baselines taken out: Σw₁w₂/(w₁+w₂). */
    double information() {
      double sum = 0;
      for (int i = 0; i < w1.length; i++) {
        sum += w1[i] * w2[i] / (w1[i] + w2[i]);
      }
      return sum;
    }

    double likelihood() {
      weigh();
      double sum = Math.log(information());
      for (int i = 0; i < w1.length; i++) {
        TwoByTwo t = tables.get(i);
        sum += Math.log(w1[i] + w2[i]);
        sum +=
            2
                * (t.a() * Math.log(first[i])
                    + t.b() * Math.log1p(-first[i])
                    + t.c() * Math.log(second[i])
                    + t.d() * Math.log1p(-second[i]));
      }
      return sum / 2;
    }

    void settle(boolean withEffect) {
      for (int step = 0; step < STEPS; step++) {
        if (improve(withEffect) < CLOSE) {
          weigh();
          return;
        }
      }
      throw new ArithmeticException("The penalised fit does not settle");
    }

    private double improve(boolean withEffect) {
      weigh();
      double s = information();
      int k = w1.length;
      double[] scores = new double[k];
      double effectScore = 0;
      double carried = 0;
      for (int i = 0; i < k; i++) {
        TwoByTwo t = tables.get(i);
        double a = w1[i] + w2[i];
        double h1 = w1[i] * (1 / a + w2[i] / a * (w2[i] / a) / s);
        double h2 = w2[i] * (1 / a + w1[i] / a * (w1[i] / a) / s);
        double u1 = t.a() - t.n1() * first[i] + h1 * (0.5 - first[i]);
        double u2 = t.c() - t.n2() * second[i] + h2 * (0.5 - second[i]);
        scores[i] = u1 + u2;
        effectScore += u1;
        carried += w1[i] / a * scores[i];
      }
      double move = withEffect ? Math.clamp((effectScore - carried) / s, -LONGEST, LONGEST) : 0;
      double largest = Math.abs(move);
      for (int i = 0; i < k; i++) {
        double a = w1[i] + w2[i];
        double step = Math.clamp((scores[i] - w1[i] * move) / a, -LONGEST, LONGEST);
        baselines[i] += step;
        largest = Math.max(largest, Math.abs(step));
      }
      effect += move;
      return largest;
    }
  }
}
