package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The log-likelihood of one count as a function of its canonical parameter η, with its first two
 * derivatives. All three families are exponential, so the second is minus a variance.
 */
sealed interface EventLikelihood {

  double log(double eta);

  /** Observed less expected. */
  double score(double eta);

  /** The variance of the count. */
  double information(double eta);

  /** The largest log-likelihood that any η gives. */
  double saturated();

  /** The η of the largest one; infinite where the count is at an end. */
  double best();

  /** Events x of n people, log odds η + offset. */
  record Binomial(double x, double n, double offset, double coefficient)
      implements EventLikelihood {
    static Binomial of(double x, double n, double offset) {
      return new Binomial(
          x, n, offset, LogGamma.value(n + 1) - LogGamma.value(x + 1) - LogGamma.value(n - x + 1));
    }

    @Override
    public double log(double eta) {
      double e = eta + offset;
      // ln(1+exp(e)), without overflow.
      double soft = e > 0 ? e + Math.log1p(Math.exp(-e)) : Math.log1p(Math.exp(e));
      return x * e - n * soft + coefficient;
    }

    private double risk(double eta) {
      return 1 / (1 + Math.exp(-eta - offset));
    }

    @Override
    public double score(double eta) {
      return x - n * risk(eta);
    }

    @Override
    public double information(double eta) {
      double p = risk(eta);
      return n * p * (1 - p);
    }

    @Override
    public double saturated() {
      return coefficient + entropy(x) + entropy(n - x);
    }

    private double entropy(double part) {
      return part == 0 ? 0 : part * Math.log(part / n);
    }

    @Override
    public double best() {
      return Math.log(x / (n - x)) - offset;
    }
  }

  /** Events x in a time, log rate η + offset. */
  record Poisson(double x, double offset, double logFactorial) implements EventLikelihood {
    static Poisson of(double x, double offset) {
      return new Poisson(x, offset, LogGamma.value(x + 1));
    }

    @Override
    public double log(double eta) {
      return x * (eta + offset) - Math.exp(eta + offset) - logFactorial;
    }

    @Override
    public double score(double eta) {
      return x - Math.exp(eta + offset);
    }

    @Override
    public double information(double eta) {
      return Math.exp(eta + offset);
    }

    @Override
    public double saturated() {
      return (x == 0 ? 0 : x * Math.log(x)) - x - logFactorial;
    }

    @Override
    public double best() {
      return Math.log(x) - offset;
    }
  }

  /**
   * Fisher's noncentral hypergeometric distribution of a cell, log odds ratio η; not for several
   * threads at once.
   */
  final class Hypergeometric implements EventLikelihood {
    private final double cell;
    private final double first;
    private final double[] coefficients;
    private double lastEta = Double.NaN;
    private Moments last = new Moments(0, 0, 0);

    Hypergeometric(TwoByTwo t) {
      for (double value : new double[] {t.a(), t.b(), t.c(), t.d()}) {
        if (value != Math.rint(value)) {
          throw new IllegalArgumentException("The exact likelihood needs whole numbers of events");
        }
      }
      cell = t.a();
      first = Math.max(0, t.events() - t.n2());
      double last = Math.min(t.n1(), t.events());
      coefficients = new double[(int) (last - first) + 1];
      for (int i = 0; i < coefficients.length; i++) {
        double x = first + i;
        coefficients[i] =
            -LogGamma.value(x + 1)
                - LogGamma.value(t.n1() - x + 1)
                - LogGamma.value(t.events() - x + 1)
                - LogGamma.value(t.n2() - t.events() + x + 1);
      }
    }

    private record Moments(double logSum, double mean, double variance) {}

    /** Value, score and information are asked for at the same η, one after the other. */
    private Moments moments(double eta) {
      if (eta != lastEta) {
        last = computed(eta);
        lastEta = eta;
      }
      return last;
    }

    private Moments computed(double eta) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < coefficients.length; i++) {
        highest = Math.max(highest, coefficients[i] + i * eta);
      }
      double sum = 0;
      double mean = 0;
      double square = 0;
      for (int i = 0; i < coefficients.length; i++) {
        double p = Math.exp(coefficients[i] + i * eta - highest);
        sum += p;
        mean += p * i;
        square += p * i * i;
      }
      mean /= sum;
      return new Moments(
          highest + Math.log(sum), first + mean, Math.max(0, square / sum - mean * mean));
    }

    @Override
    public double log(double eta) {
      int i = (int) (cell - first);
      return coefficients[i] + i * eta - moments(eta).logSum();
    }

    @Override
    public double score(double eta) {
      return cell - moments(eta).mean();
    }

    @Override
    public double information(double eta) {
      return moments(eta).variance();
    }

    @Override
    public double saturated() {
      double at = best();
      return Double.isInfinite(at) ? 0 : log(at);
    }

    @Override
    public double best() {
      if (cell == first) {
        return Double.NEGATIVE_INFINITY;
      }
      if (cell == first + coefficients.length - 1) {
        return Double.POSITIVE_INFINITY;
      }
      double low = -1;
      double high = 1;
      while (score(low) < 0) {
        low *= 2;
      }
      while (score(high) > 0) {
        high *= 2;
      }
      return Roots.between(this::score, low, high);
    }
  }

  /** Exact likelihoods of the odds ratios of tables. */
  static List<EventLikelihood> hypergeometric(List<TwoByTwo> tables) {
    List<EventLikelihood> out = new ArrayList<>();
    tables.forEach(t -> out.add(new Hypergeometric(t)));
    return out;
  }
}
