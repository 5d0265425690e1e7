package org.winnow.metaanalysis;

/**
 * The tetrachoric correlation: the correlation of two normal variables, cut in two, that gives the
 * table. Variance by Pearson's large-sample formula (Kirk 1973).
 */
final class Tetrachoric {
  private static final double[] NODES = {
    0.1252334085114689, 0.3678314989981802, 0.5873179542866175,
    0.7699026741943047, 0.9041172563704749, 0.9815606342467192
  };
  private static final double[] WEIGHTS = {
    0.2491470458134028, 0.2334925365383548, 0.2031674267230659,
    0.1600783285433462, 0.1069393259953184, 0.0471753363865118
  };
  private static final int PANELS = 16;

  private Tetrachoric() {}

  static StudyEffect of(TwoByTwo t) {
    if (t.n1() == 0 || t.n2() == 0 || t.events() == 0 || t.nonEvents() == 0) {
      return new StudyEffect.NotEstimable(StudyEffect.Reason.NOT_DEFINED);
    }
    double n = t.total();
    double h = Distributions.normalQuantile(t.n1() / n);
    double k = Distributions.normalQuantile(t.events() / n);
    double target = t.a() / n;
    double limit = Math.PI / 2;
    double angle = Roots.between(x -> both(h, k, x) - target, -limit, limit);
    double r = Math.sin(angle);
    double root = Math.cos(angle);
    double density =
        Math.exp(-(h * h - 2 * r * h * k + k * k) / (2 * root * root)) / (2 * Math.PI * root);
    double u = Distributions.normalBelow((h - r * k) / root) - 0.5;
    double w = Distributions.normalBelow((k - r * h) / root) - 0.5;
    double a = t.a();
    double b = t.b();
    double c = t.c();
    double d = t.d();
    double sum =
        (a + d) * (b + c) / 4
            + (a + c) * (b + d) * u * u
            + (a + b) * (c + d) * w * w
            + 2 * (a * d - b * c) * u * w
            - (a * b - c * d) * u
            - (a * c - b * d) * w;
    return StudyEffect.of(r, sum / (n * n * n * density * density));
  }

  /** P(X ≤ h, Y ≤ k) for correlation sin(angle): Plackett's integral over the angle. */
  private static double both(double h, double k, double angle) {
    double sum = 0;
    double width = angle / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      double middle = (panel + 0.5) * width;
      for (int i = 0; i < NODES.length; i++) {
        double step = NODES[i] * width / 2;
        sum +=
            WEIGHTS[i] * width / 2 * (atAngle(h, k, middle - step) + atAngle(h, k, middle + step));
      }
    }
    return Distributions.normalBelow(h) * Distributions.normalBelow(k) + sum / (2 * Math.PI);
  }

  private static double atAngle(double h, double k, double angle) {
    double cos = Math.cos(angle);
    return Math.exp(-(h * h - 2 * Math.sin(angle) * h * k + k * k) / (2 * cos * cos));
  }
}
