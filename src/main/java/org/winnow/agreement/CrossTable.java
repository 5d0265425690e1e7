package org.winnow.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What two raters said of the same items, counted by pairs of classes: rows are the first rater's
 * classes, columns the second's, in the same order.
 */
public final class CrossTable {
  private final long[][] counts;
  private final int classes;
  private final long items;
  private final double[] rows;
  private final double[] columns;

  /**
   * @throws IllegalArgumentException if the table is not square, has fewer than two classes or a
   *     count below 0
   */
  public CrossTable(long[][] counts) {
    this.classes = counts.length;
    if (classes < 2 || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
      throw new IllegalArgumentException("not a square table of two or more classes");
    }
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    if (Arrays.stream(counts).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a count below 0");
    }
    this.items = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    this.rows = new double[classes];
    this.columns = new double[classes];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        rows[i] += proportion(i, j);
        columns[j] += proportion(i, j);
      }
    }
  }

  public int classes() {
    return classes;
  }

  /** How many items both have judged. */
  public long items() {
    return items;
  }

  public long count(int row, int column) {
    return counts[row][column];
  }

  /** The share of items that both put in the same class, with Wilson's interval. */
  public Optional<Estimate> percentAgreement() {
    if (items == 0) {
      return Optional.empty();
    }
    long same = same();
    return Optional.of(Estimate.within((double) same / items, Interval.wilson(same, items)));
  }

  /** The agreement that the margins alone would bring about (Cohen 1960); empty without items. */
  public OptionalDouble chanceAgreement() {
    return items == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected(Weights.IDENTITY));
  }

  /**
   * Cohen's kappa, (po - pe) / (1 - pe), weighted or not, with the large-sample standard error of
   * Fleiss, Cohen and Everitt 1969 and the interval ± 1.96 of it. Undefined without items and when
   * chance agreement is complete, as when nobody included anything. Where a rater used one class
   * alone, kappa is 0 whatever the other said, and has no standard error.
   */
  public Optional<Estimate> kappa(Weights weights) {
    double pe = expected(weights);
    if (items == 0 || isComplete(pe)) {
      return Optional.empty();
    }
    double kappa = (observed(weights) - pe) / (1 - pe);
    if (saidOneThing(rows) || saidOneThing(columns)) {
      return Optional.of(Estimate.bare(kappa));
    }
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double term =
            weights.of(i, j, classes)
                - (rowWeight(weights, i) + columnWeight(weights, j)) * (1 - kappa);
        sum += proportion(i, j) * term * term;
      }
    }
    double mean = kappa - pe * (1 - kappa);
    return Optional.of(Estimate.normal(kappa, deviation(sum - mean * mean, pe)));
  }

  /**
   * The standard error of kappa if the raters agreed by chance alone (Fleiss, Cohen and Everitt
   * 1969); for the z test, not for an interval.
   */
  public OptionalDouble kappaNullStandardError(Weights weights) {
    double pe = expected(weights);
    if (items == 0 || isComplete(pe) || saidOneThing(rows) || saidOneThing(columns)) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        double term = weights.of(i, j, classes) - rowWeight(weights, i) - columnWeight(weights, j);
        sum += rows[i] * columns[j] * term * term;
      }
    }
    return OptionalDouble.of(deviation(sum - pe * pe, pe));
  }

  /** The largest kappa that these margins allow (Cohen 1960). */
  public OptionalDouble largestKappa() {
    double pe = expected(Weights.IDENTITY);
    if (items == 0 || isComplete(pe)) {
      return OptionalDouble.empty();
    }
    double most = 0;
    for (int i = 0; i < classes; i++) {
      most += Math.min(rows[i], columns[i]);
    }
    return OptionalDouble.of((most - pe) / (1 - pe));
  }

  /** Scott's pi 1955: as kappa, with the raters' margins taken together. */
  public OptionalDouble scottPi() {
    double pe = 0;
    for (int i = 0; i < classes; i++) {
      double share = (rows[i] + columns[i]) / 2;
      pe += share * share;
    }
    return items == 0 || isComplete(pe)
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed(Weights.IDENTITY) - pe) / (1 - pe));
  }

  /**
   * Kappa adjusted for prevalence and bias, (k po - 1) / (k - 1), which is 2 po - 1 for two classes
   * (Byrt, Bishop and Carlin 1993). The standard error is that of po so stretched; the interval is
   * Wilson's of po so stretched, since the standard error is 0 at full agreement.
   */
  public Optional<Estimate> pabak() {
    return percentAgreement()
        .map(
            po -> {
              double se =
                  Math.sqrt(po.value() * (1 - po.value()) / items) * classes / (classes - 1);
              Interval shares = po.interval().orElseThrow();
              return new Estimate(
                  stretched(po.value()),
                  OptionalDouble.of(se),
                  Optional.of(new Interval(stretched(shares.low()), stretched(shares.high()))));
            });
  }

  private double stretched(double po) {
    return (classes * po - 1) / (classes - 1);
  }

  private long same() {
    long same = 0;
    for (int i = 0; i < classes; i++) {
      same += counts[i][i];
    }
    return same;
  }

  private double proportion(int i, int j) {
    return (double) counts[i][j] / items;
  }

  private double observed(Weights weights) {
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        sum += weights.of(i, j, classes) * proportion(i, j);
      }
    }
    return sum;
  }

  private double expected(Weights weights) {
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        sum += weights.of(i, j, classes) * rows[i] * columns[j];
      }
    }
    return sum;
  }

  private double rowWeight(Weights weights, int row) {
    double mean = 0;
    for (int j = 0; j < classes; j++) {
      mean += weights.of(row, j, classes) * columns[j];
    }
    return mean;
  }

  private double columnWeight(Weights weights, int column) {
    double mean = 0;
    for (int i = 0; i < classes; i++) {
      mean += weights.of(i, column, classes) * rows[i];
    }
    return mean;
  }

  private double deviation(double spread, double pe) {
    return Math.sqrt(Math.max(0, spread) / items) / (1 - pe);
  }

  private static boolean saidOneThing(double[] margin) {
    return Arrays.stream(margin).filter(share -> share > 0).count() == 1;
  }

  // Sums of proportions miss 1 by a rounding error only.
  private static boolean isComplete(double chance) {
    return 1 - chance < 1e-12;
  }
}
