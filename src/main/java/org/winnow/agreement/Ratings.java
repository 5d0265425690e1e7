package org.winnow.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * What any number of raters said of items: for every item, how often each class was given. Raters
 * need not have rated everything; items that nobody rated are left out.
 */
public final class Ratings {
  private final List<int[]> items = new ArrayList<>();
  private final int classes;

  /**
   * @param classes how many classes were offered, whether seen or not; at least 2
   * @param counts per item the number of ratings by class
   */
  public Ratings(int classes, List<int[]> counts) {
    if (classes < 2) {
      throw new IllegalArgumentException("fewer than two classes");
    }
    this.classes = classes;
    for (int[] item : counts) {
      if (item.length != classes || Arrays.stream(item).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("an item that does not fit the classes");
      }
      if (sum(item) > 0) {
        items.add(item.clone());
      }
    }
  }

  /** How many items have two or more ratings. */
  public int paired() {
    return (int) items.stream().filter(item -> sum(item) > 1).count();
  }

  /** The mean share of agreeing pairs of raters, over items with two or more ratings. */
  public OptionalDouble observedAgreement() {
    return paired() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(items.stream().mapToDouble(Ratings::agreement).sum() / paired());
  }

  /**
   * Gwet's AC1 (Gwet 2008): chance agreement is the sum of pi (1 - pi) / (q - 1) over the classes
   * offered. Standard error by linearisation over items, interval by t with n - 1 degrees of
   * freedom.
   */
  public Optional<Estimate> gwetAc1() {
    double[] shares = shares();
    return chanceCorrected(gwetChance(), k -> (1 - shares[k]) / (classes - 1));
  }

  /** Chance agreement as AC1 has it; empty without items. */
  public OptionalDouble gwetChanceAgreement() {
    return items.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gwetChance());
  }

  /**
   * Fleiss' kappa (Fleiss 1971) for any number of ratings an item: chance agreement is the sum of
   * pi². Standard error by linearisation over items (Gwet 2008), interval by t with n - 1 degrees
   * of freedom. Undefined when all ratings are the same.
   */
  public Optional<Estimate> fleissKappa() {
    double[] shares = shares();
    return chanceCorrected(fleissChance(), k -> shares[k]);
  }

  /** Chance agreement as Fleiss has it; empty without items. */
  public OptionalDouble fleissChanceAgreement() {
    return items.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(fleissChance());
  }

  /**
   * The standard error of Fleiss' kappa if the raters agreed by chance alone (Fleiss, Nee and
   * Landis 1979); empty unless all items have the same number of ratings.
   */
  public OptionalDouble fleissNullStandardError() {
    int[] raters = items.stream().mapToInt(Ratings::sum).distinct().toArray();
    double[] shares = shares();
    double spread = Arrays.stream(shares).map(p -> p * (1 - p)).sum();
    if (raters.length != 1 || raters[0] < 2 || spread == 0) {
      return OptionalDouble.empty();
    }
    double skew = Arrays.stream(shares).map(p -> p * (1 - p) * (1 - 2 * p)).sum();
    double m = raters[0];
    return OptionalDouble.of(
        Math.sqrt(2 * (spread * spread - skew) / (items.size() * m * (m - 1))) / spread);
  }

  /** Brennan and Prediger's kappa 1981: as if every class were given as often by chance. */
  public OptionalDouble brennanPrediger() {
    double chance = 1.0 / classes;
    return observedAgreement().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((observedAgreement().getAsDouble() - chance) / (1 - chance));
  }

  /**
   * Krippendorff's alpha (Krippendorff 2011), one less the ratio of observed to expected
   * disagreement in the coincidences of pairable ratings. Undefined when all of these are the same.
   */
  public OptionalDouble krippendorffAlpha(Distance distance) {
    double[][] coincidences = new double[classes][classes];
    for (int[] item : items) {
      int ratings = sum(item);
      for (int c = 0; ratings > 1 && c < classes; c++) {
        for (int k = 0; k < classes; k++) {
          coincidences[c][k] += (double) item[c] * (item[k] - (c == k ? 1 : 0)) / (ratings - 1);
        }
      }
    }
    double[] totals =
        Arrays.stream(coincidences).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double all = Arrays.stream(totals).sum();
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < classes; c++) {
      for (int k = 0; k < classes; k++) {
        double apart = distance.between(c, k, totals);
        observed += coincidences[c][k] * apart;
        expected += totals[c] * totals[k] * apart;
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (all - 1) * observed / expected);
  }

  private double gwetChance() {
    return Arrays.stream(shares()).map(share -> share * (1 - share)).sum() / (classes - 1);
  }

  private double fleissChance() {
    return Arrays.stream(shares()).map(share -> share * share).sum();
  }

  /**
   * @param chanceOf what a rating of a class adds to the chance agreement of its item
   */
  private Optional<Estimate> chanceCorrected(double pe, IntToDoubleFunction chanceOf) {
    if (observedAgreement().isEmpty() || 1 - pe < 1e-12) {
      return Optional.empty();
    }
    int n = items.size();
    double value = (observedAgreement().getAsDouble() - pe) / (1 - pe);
    if (n < 2) {
      return Optional.of(Estimate.bare(value));
    }
    double scale = (double) n / paired();
    double squares = 0;
    for (int[] item : items) {
      int ratings = sum(item);
      double own = ratings > 1 ? scale * (agreement(item) - pe) / (1 - pe) : 0;
      double chance = 0;
      for (int k = 0; k < classes; k++) {
        chance += chanceOf.applyAsDouble(k) * item[k] / ratings;
      }
      double linear = own - 2 * (1 - value) * (chance - pe) / (1 - pe) - value;
      squares += linear * linear;
    }
    return Optional.of(Estimate.t(value, Math.sqrt(squares / (n * (n - 1.0))), n - 1));
  }

  /** The mean over items of the share of their ratings that each class has. */
  private double[] shares() {
    double[] shares = new double[classes];
    for (int[] item : items) {
      int ratings = sum(item);
      for (int k = 0; k < classes; k++) {
        shares[k] += (double) item[k] / ratings / items.size();
      }
    }
    return shares;
  }

  private static double agreement(int[] item) {
    int ratings = sum(item);
    if (ratings < 2) {
      return 0;
    }
    return Arrays.stream(item).mapToDouble(count -> count * (count - 1.0)).sum()
        / (ratings * (ratings - 1.0));
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
