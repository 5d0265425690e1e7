package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Effect measures of two-by-two tables, with their large-sample variances (Fleiss and Berlin 2009;
 * Viechtbauer 2010). Cells are taken after the continuity correction.
 */
public enum BinaryMeasure {
  /** ln(ad/bc), variance 1/a+1/b+1/c+1/d. */
  OR {
    @Override
    StudyEffect of(TwoByTwo t) {
      return StudyEffect.of(logOdds(t), inverseCells(t));
    }
  },
  /** ln((a/n1)/(c/n2)), variance 1/a−1/n1+1/c−1/n2. */
  RR {
    @Override
    StudyEffect of(TwoByTwo t) {
      return StudyEffect.of(
          Math.log(t.a() / t.n1()) - Math.log(t.c() / t.n2()),
          1 / t.a() - 1 / t.n1() + 1 / t.c() - 1 / t.n2());
    }
  },
  /** a/n1 − c/n2, variance Σp(1−p)/n. */
  RD {
    @Override
    StudyEffect of(TwoByTwo t) {
      double p = t.a() / t.n1();
      double q = t.c() / t.n2();
      return StudyEffect.of(p - q, p * (1 - p) / t.n1() + q * (1 - q) / t.n2());
    }
  },
  /** Arcsine of the root of the risk, difference (Rücker 2009); variance 1/(4n1)+1/(4n2). */
  AS {
    @Override
    StudyEffect of(TwoByTwo t) {
      return StudyEffect.of(
          Math.asin(Math.sqrt(t.a() / t.n1())) - Math.asin(Math.sqrt(t.c() / t.n2())),
          1 / (4 * t.n1()) + 1 / (4 * t.n2()));
    }
  },
  /** Peto's (O−E)/V, variance 1/V (Yusuf 1985). */
  PETO {
    @Override
    StudyEffect of(TwoByTwo t) {
      double v = t.hypergeometricVariance();
      return StudyEffect.of(t.observedMinusExpected() / v, 1 / v);
    }
  },
  /** The phi coefficient, with the variance of Yule 1912. */
  PHI {
    @Override
    StudyEffect of(TwoByTwo t) {
      return phi(t);
    }
  },
  /** Yule's Q, (OR−1)/(OR+1). */
  YUQ {
    @Override
    StudyEffect of(TwoByTwo t) {
      double or = Math.exp(logOdds(t));
      double q = (or - 1) / (or + 1);
      return StudyEffect.of(q, (1 - q * q) * (1 - q * q) * inverseCells(t) / 4);
    }
  },
  /** Yule's Y, (√OR−1)/(√OR+1). */
  YUY {
    @Override
    StudyEffect of(TwoByTwo t) {
      double or = Math.exp(logOdds(t) / 2);
      double y = (or - 1) / (or + 1);
      return StudyEffect.of(y, (1 - y * y) * (1 - y * y) * inverseCells(t) / 16);
    }
  },
  /** Log odds ratio as standardised mean difference, logistic: √3/π. */
  OR2DL {
    @Override
    StudyEffect of(TwoByTwo t) {
      return StudyEffect.of(
          Math.sqrt(3) / Math.PI * logOdds(t), 3 / (Math.PI * Math.PI) * inverseCells(t));
    }
  },
  /** Log odds ratio as standardised mean difference, normal: 1/1.65 (Cox and Snell). */
  OR2DN {
    @Override
    StudyEffect of(TwoByTwo t) {
      return StudyEffect.of(logOdds(t) / 1.65, inverseCells(t) / (1.65 * 1.65));
    }
  },
  /** Difference of probits as standardised mean difference. */
  PBIT {
    @Override
    StudyEffect of(TwoByTwo t) {
      double p = t.a() / t.n1();
      double q = t.c() / t.n2();
      if (p <= 0 || p >= 1 || q <= 0 || q >= 1) {
        return new StudyEffect.NotEstimable(StudyEffect.Reason.NOT_DEFINED);
      }
      double x = Distributions.normalQuantile(p);
      double y = Distributions.normalQuantile(q);
      return StudyEffect.of(
          x - y,
          2 * Math.PI * p * (1 - p) * Math.exp(x * x) / t.n1()
              + 2 * Math.PI * q * (1 - q) * Math.exp(y * y) / t.n2());
    }
  },
  /** The tetrachoric correlation. */
  RTET {
    @Override
    StudyEffect of(TwoByTwo t) {
      return Tetrachoric.of(t);
    }
  };

  abstract StudyEffect of(TwoByTwo table);

  /** One effect per table, in their order. */
  public List<StudyEffect> effects(List<TwoByTwo> tables, ZeroCells zeroCells) {
    List<TwoByTwo> corrected = zeroCells.corrected(tables);
    List<StudyEffect> out = new ArrayList<>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      TwoByTwo raw = tables.get(i);
      if (zeroCells.dropped(raw)) {
        out.add(
            new StudyEffect.NotEstimable(
                raw.doubleZero() ? StudyEffect.Reason.NO_EVENTS : StudyEffect.Reason.ALL_EVENTS));
      } else if (raw.n1() == 0 || raw.n2() == 0) {
        out.add(new StudyEffect.NotEstimable(StudyEffect.Reason.EMPTY_ARM));
      } else {
        out.add(of(corrected.get(i)));
      }
    }
    return out;
  }

  private static double logOdds(TwoByTwo t) {
    return Math.log(t.a() * t.d() / (t.b() * t.c()));
  }

  private static double inverseCells(TwoByTwo t) {
    return 1 / t.a() + 1 / t.b() + 1 / t.c() + 1 / t.d();
  }

  private static StudyEffect phi(TwoByTwo t) {
    double n = t.total();
    double margins = Math.sqrt(t.n1() * t.n2() * t.events() * t.nonEvents());
    double phi = (t.a() * t.d() - t.b() * t.c()) / margins;
    double rows = (t.n1() - t.n2()) / n;
    double columns = (t.events() - t.nonEvents()) / n;
    double rowProduct = t.n1() * t.n2() / (n * n);
    double columnProduct = t.events() * t.nonEvents() / (n * n);
    double square = phi * phi;
    double v =
        (1
                - square
                + phi * (1 + square / 2) * rows * columns / Math.sqrt(rowProduct * columnProduct)
                - 0.75 * square * (rows * rows / rowProduct + columns * columns / columnProduct))
            / n;
    return StudyEffect.of(phi, v);
  }
}
