package org.winnow.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.ZeroCells;

/**
 * What is pooled and how, in the words of the command line; a word that is not known is refused
 * when it is first needed. {@link #of} takes words by name and fills in the usual ones.
 *
 * @param measure OR, RR, RD, PETO, MD, SMD, ROM, IRR, PLO, GEN …, in capitals
 * @param method IV, MH, PETO, GLMM (also GLMM-UM.FS, -UM.RS, -CM.EL, -CM.AL) or PENALISED; empty
 *     for the usual one of the measure
 * @param model fixed, random, or i-squared-rule (fixed if I² ≤ 50 %, else random); empty for random
 *     where the method has it
 * @param tauSquared the estimator, or empty for that of the convention
 * @param ci wald, wald-t, hksj, hksj-adhoc, hksj-ci, hksj-iqwig6 or kr
 * @param prediction off, z, t-k1, t-k2, tau, hksj or kr (with -k2 also), or empty for the usual one
 * @param level of confidence of pooled effects, in percent
 * @param subgroup the column of subgroups, or empty
 * @param zero the rule for empty cells: revman, metafor, drop, all, if0all, treatment-arm or none,
 *     or empty for that of the convention
 * @param convention revman5, revman-web, metafor or meta
 * @param moderators the columns to regress on
 * @param tests of small-study effects
 * @param sensitivity analyses, some with a value after a colon, such as cumulative:year
 * @param swapEvents whether events and non-events are exchanged, for a desirable event
 * @param totals overall (and in subgroups), subgroups only, or none
 * @param studyLevel of confidence of single studies, in percent
 * @param permutations of the moderators for exact tests; 0 for none
 */
public record AnalysisSettings(
    String measure,
    String method,
    String model,
    String tauSquared,
    String ci,
    String prediction,
    double level,
    String subgroup,
    String zero,
    String convention,
    List<String> moderators,
    List<String> tests,
    List<String> sensitivity,
    boolean swapEvents,
    String totals,
    double studyLevel,
    int permutations) {
  /** The name of the rule of the model. */
  public static final String I_SQUARED_RULE = "i-squared-rule";

  private static final int MOST_PERMUTATIONS = 100_000;
  private static final List<String> NAMES =
      List.of(
          "measure",
          "method",
          "model",
          "tauSquared",
          "ci",
          "prediction",
          "level",
          "subgroup",
          "zero",
          "convention",
          "moderators",
          "tests",
          "sensitivity",
          "swapEvents",
          "totals",
          "studyLevel",
          "permutations");

  public AnalysisSettings {
    measure = measure.toUpperCase(Locale.ROOT);
    method =
        method.isEmpty() ? measure.equals("PETO") ? "PETO" : "IV" : method.toUpperCase(Locale.ROOT);
    if (method.equals("PETO") && measure.equals("OR")) {
      measure = "PETO";
    }
    if (model.isEmpty()) {
      boolean fixedOnly =
          method.equals("PETO")
              || method.equals("PENALISED")
              || method.equals("MH") && convention.equals("metafor");
      model = fixedOnly ? "fixed" : "random";
    }
    moderators = List.copyOf(moderators);
    tests = List.copyOf(tests);
    sensitivity = List.copyOf(sensitivity);
    percent("level", level);
    percent("studyLevel", studyLevel);
    if (permutations < 0 || permutations > MOST_PERMUTATIONS) {
      throw Refusal.of(RefusalReason.PERMUTATIONS, permutations);
    }
    if (!List.of("overall", "subgroups", "none").contains(totals)) {
      throw Refusal.of(RefusalReason.NO_TOTALS, totals);
    }
  }

  private static void percent(String name, double value) {
    if (!(value > 0 && value < 100)) {
      throw Refusal.of(RefusalReason.PERCENTAGE, name, value);
    }
  }

  /**
   * The settings of words by the names of the components; what is not given is usual: generic
   * effects, random effects, Wald, 95 %, convention metafor. Lists are separated by commas.
   *
   * @throws IllegalArgumentException for a name that is no component, or a value that cannot be
   */
  public static AnalysisSettings of(Map<String, String> words) {
    for (String name : words.keySet()) {
      if (!NAMES.contains(name)) {
        throw Refusal.of(RefusalReason.NO_SETTING, name);
      }
    }
    double level = number(words, "level", 95);
    return new AnalysisSettings(
        words.getOrDefault("measure", "GEN"),
        words.getOrDefault("method", ""),
        words.getOrDefault("model", ""),
        words.getOrDefault("tauSquared", ""),
        words.getOrDefault("ci", "wald"),
        words.getOrDefault("prediction", ""),
        level,
        words.getOrDefault("subgroup", ""),
        words.getOrDefault("zero", ""),
        words.getOrDefault("convention", "metafor"),
        list(words, "moderators"),
        list(words, "tests"),
        list(words, "sensitivity"),
        Boolean.parseBoolean(words.getOrDefault("swapEvents", "false")),
        words.getOrDefault("totals", "overall"),
        number(words, "studyLevel", level),
        (int) number(words, "permutations", 0));
  }

  private static double number(Map<String, String> words, String name, double usual) {
    String word = words.getOrDefault(name, "");
    try {
      return word.isEmpty() ? usual : Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw Refusal.of(RefusalReason.NAMED_NUMBER, name, word);
    }
  }

  private static List<String> list(Map<String, String> words, String name) {
    return Arrays.stream(words.getOrDefault(name, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The column whose values are pooled apart and never together; empty when there is a total. */
  public String pooledApart() {
    return pooledApart(totals, subgroup);
  }

  /** Whether all studies are pooled together, and not in subgroups only or not at all. */
  public boolean hasTotal() {
    return pooledApart().isEmpty() && !totals.equals("none");
  }

  /** The column of settings that nobody has found to be good yet. */
  public static String pooledApart(String totals, String subgroup) {
    return totals.equals("subgroups") ? subgroup : "";
  }

  /** The same settings with another model. */
  public AnalysisSettings withModel(String other) {
    return new AnalysisSettings(
        measure,
        method,
        other,
        tauSquared,
        ci,
        prediction,
        level,
        subgroup,
        zero,
        convention,
        moderators,
        tests,
        sensitivity,
        swapEvents,
        totals,
        studyLevel,
        permutations);
  }

  /** Fixed effect; the rule has no answer before the studies are known. */
  boolean fixed() {
    return switch (model) {
      case "fixed", "common", "equal" -> true;
      case "random" -> false;
      default -> throw Refusal.of(RefusalReason.NO_MODEL, model);
    };
  }

  /** The kind of prediction interval. */
  String predictionKind() {
    return prediction.isEmpty() ? "t-k1" : prediction;
  }

  /** Whether a figure has a prediction interval: RevMan 5 has none unless it is asked for. */
  boolean showsPrediction() {
    return !fixed() && !(prediction.isEmpty() && preset() == Convention.REVMAN5);
  }

  Convention preset() {
    try {
      return Convention.named(convention);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(RefusalReason.NO_CONVENTION, convention);
    }
  }

  /** Whether cells are corrected by RevMan's rules, exceptions included. */
  boolean revManCells() {
    return preset().revManEffects() && (zero.isEmpty() || zero.equals("revman"));
  }

  /** Whether corrected cells are pooled too, and not only shown in the effects of studies. */
  boolean poolsCorrected() {
    return !List.of("", "none", "metafor").contains(zero);
  }

  ZeroCells zeroCells() {
    return switch (zero) {
      case "" -> preset().zeroCells();
      case "revman", "drop" -> ZeroCells.DROPPING;
      case "metafor" -> ZeroCells.METAFOR;
      case "all" -> new ZeroCells(0.5, ZeroCells.To.ALL, false);
      case "if0all" -> new ZeroCells(0.5, ZeroCells.To.ALL_IF_ANY_ZERO, false);
      case "treatment-arm" -> ZeroCells.TREATMENT_ARM;
      case "none" -> ZeroCells.NONE;
      default -> throw Refusal.of(RefusalReason.NO_ZERO_RULE, zero);
    };
  }

  TauSquaredEstimator estimator() {
    if (fixed()) {
      return TauSquaredEstimator.EE;
    }
    if (tauSquared.isEmpty()) {
      return preset().tauSquared();
    }
    try {
      return TauSquaredEstimator.named(tauSquared);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(RefusalReason.NO_ESTIMATOR, tauSquared);
    }
  }

  ModelOptions modelOptions() {
    Inference inference =
        switch (ci) {
          case "wald", "kr" -> Inference.WALD;
          case "wald-t" -> Inference.WALD_T;
          case "hksj", "hksj-ci", "hksj-iqwig6" -> Inference.HARTUNG_KNAPP;
          case "hksj-adhoc" -> Inference.HARTUNG_KNAPP_AD_HOC;
          default -> throw Refusal.of(RefusalReason.NO_INTERVAL, ci);
        };
    return ModelOptions.of(estimator(), inference).withLevel(level / 100);
  }

  /**
   * Pools the studies of a table.
   *
   * @throws IllegalArgumentException when no study is estimable, or a setting is not known
   */
  public Analysis analyse(StudyTable table) {
    return Analysis.of(this, table);
  }
}
