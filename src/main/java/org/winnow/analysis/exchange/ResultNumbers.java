package org.winnow.analysis.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.winnow.analysis.Analysis;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.StudyEffect;

/**
 * The numbers of a result by name, as they are compared between programs. Estimates and their ends
 * are on the scale of the analysis: the natural logarithm of ratios. I² and weights are in percent.
 */
public final class ResultNumbers {
  public static final String ESTIMATE = "estimate";
  public static final String LOWER = "lower";
  public static final String UPPER = "upper";
  public static final String WEIGHT = "weight";
  public static final String STATISTIC = "statistic";
  public static final String P = "p";
  public static final String TAU_SQUARED = "tauSquared";
  public static final String Q = "q";
  public static final String DF = "df";
  public static final String Q_P = "qP";
  public static final String I_SQUARED = "iSquared";
  public static final String SUBGROUP_Q = "subgroupQ";
  public static final String SUBGROUP_DF = "subgroupDf";
  public static final String SUBGROUP_P = "subgroupP";
  public static final String SUBGROUP_I_SQUARED = "subgroupISquared";
  public static final String PREDICTION_LOWER = "predictionLower";
  public static final String PREDICTION_UPPER = "predictionUpper";

  /** In their usual order. */
  static final List<String> ALL =
      List.of(
          ESTIMATE,
          LOWER,
          UPPER,
          WEIGHT,
          STATISTIC,
          P,
          TAU_SQUARED,
          Q,
          DF,
          Q_P,
          I_SQUARED,
          SUBGROUP_Q,
          SUBGROUP_DF,
          SUBGROUP_P,
          SUBGROUP_I_SQUARED,
          PREDICTION_LOWER,
          PREDICTION_UPPER);

  private ResultNumbers() {}

  /** Of a pooled effect, with the test for subgroup differences when there are subgroups. */
  public static SequencedMap<String, Double> of(Analysis analysis) {
    SequencedMap<String, Double> numbers = pooled(analysis);
    if (!analysis.settings().subgroup().isEmpty()) {
      Optional<Heterogeneity> test = Analysis.differences(analysis.groups());
      test.ifPresent(
          q -> {
            put(numbers, SUBGROUP_Q, q.q());
            put(numbers, SUBGROUP_DF, q.df());
            put(numbers, SUBGROUP_P, q.pValue());
            put(numbers, SUBGROUP_I_SQUARED, q.iSquared());
          });
    }
    return numbers;
  }

  /** Of the subgroups that are estimable, by their labels. */
  public static SequencedMap<String, Map<String, Double>> subgroups(Analysis analysis) {
    SequencedMap<String, Map<String, Double>> subgroups = new LinkedHashMap<>();
    if (!analysis.settings().subgroup().isEmpty()) {
      double[] weights = analysis.weights();
      for (Analysis.Group group : analysis.groups()) {
        if (group.analysis().isPresent()) {
          SequencedMap<String, Double> numbers = pooled(group.analysis().get());
          double weight = 0;
          for (int row : group.members()) {
            weight += weights[row];
          }
          put(numbers, WEIGHT, weight);
          subgroups.put(group.label(), numbers);
        }
      }
    }
    return subgroups;
  }

  /** Of each study in the order of the table; empty for one that is not estimable. */
  public static List<Map<String, Double>> studies(Analysis analysis) {
    double[] weights = analysis.weights();
    List<StudyEffect> effects = analysis.effects().effects();
    return IntStream.range(0, effects.size())
        .mapToObj(i -> study(effects.get(i), weights[i], analysis.settings().studyLevel()))
        .toList();
  }

  private static Map<String, Double> study(StudyEffect effect, double weight, double level) {
    SequencedMap<String, Double> numbers = new LinkedHashMap<>();
    if (effect instanceof StudyEffect.Estimable e && e.variance() > 0) {
      Interval interval = e.interval(level / 100);
      put(numbers, ESTIMATE, e.estimate());
      put(numbers, LOWER, interval.lower());
      put(numbers, UPPER, interval.upper());
      put(numbers, WEIGHT, weight);
    }
    return numbers;
  }

  private static SequencedMap<String, Double> pooled(Analysis analysis) {
    SequencedMap<String, Double> numbers = new LinkedHashMap<>();
    Analysis.Summary summary = analysis.summary();
    put(numbers, ESTIMATE, summary.pooled().estimate());
    put(numbers, LOWER, summary.interval().lower());
    put(numbers, UPPER, summary.interval().upper());
    put(numbers, STATISTIC, summary.statistic());
    put(numbers, P, summary.pValue());
    put(numbers, TAU_SQUARED, summary.tauSquared());
    put(numbers, Q, summary.heterogeneity().q());
    put(numbers, DF, summary.heterogeneity().df());
    if (summary.heterogeneity().df() > 0) {
      put(numbers, Q_P, summary.heterogeneity().pValue());
    }
    put(numbers, I_SQUARED, summary.iSquared());
    analysis
        .prediction()
        .ifPresent(
            interval -> {
              put(numbers, PREDICTION_LOWER, interval.lower());
              put(numbers, PREDICTION_UPPER, interval.upper());
            });
    return numbers;
  }

  private static void put(Map<String, Double> numbers, String name, OptionalDouble value) {
    if (value.isPresent()) {
      put(numbers, name, value.getAsDouble());
    }
  }

  /** What is not finite is not defined. */
  private static void put(Map<String, Double> numbers, String name, double value) {
    if (Double.isFinite(value)) {
      numbers.put(name, value);
    }
  }
}
