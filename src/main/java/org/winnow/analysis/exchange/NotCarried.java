package org.winnow.analysis.exchange;

import java.util.List;
import java.util.Set;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.figure.Wording;

/** What of an outcome a program has no place for, in words. */
final class NotCarried {
  private NotCarried() {}

  static String name(ReviewAnalyses.Comparison comparison, ReviewAnalyses.Outcome outcome) {
    return comparison.name() + ": " + outcome.name();
  }

  /** Something about an outcome, a study or a comparison. */
  static Wording of(String place, String en, String zh) {
    return new Wording(place + ": " + en, place + "：" + zh);
  }

  /**
   * @param written the outcome as it is written
   */
  static void byRevMan5(
      ReviewAnalyses.Comparison comparison,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<Wording> into) {
    String name = name(comparison, original);
    AnalysisSettings settings = original.settings();
    byRevMan(name, original, written, into);
    boolean random = !settings.model().equals("fixed");
    if (random && !isMoments(settings)) {
      into.add(
          of(
              name,
              "the estimator of τ² (RevMan 5 has DerSimonian-Laird)",
              "τ²的估计方法（RevMan 5只有DerSimonian-Laird法）"));
    }
    if (!settings.ci().equals("wald")) {
      into.add(
          of(
              name,
              "the interval " + settings.ci() + " (RevMan 5 has Wald's)",
              "置信区间方法" + settings.ci() + "（RevMan 5只有Wald法）"));
    }
    boolean predicts =
        !settings.prediction().equals("off")
            && !(settings.prediction().isEmpty() && settings.convention().equals("revman5"));
    if (random && predicts) {
      into.add(of(name, "the prediction interval", "预测区间"));
    }
  }

  private static boolean isMoments(AnalysisSettings settings) {
    return settings.tauSquared().isEmpty()
        ? settings.convention().equals("revman5")
        : settings.tauSquared().equals("DL");
  }

  /**
   * @param written the outcome as it is written
   */
  static void byRevManWeb(
      ReviewAnalyses.Comparison comparison,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<Wording> into) {
    String name = name(comparison, original);
    AnalysisSettings settings = original.settings();
    byRevMan(name, original, written, into);
    if (!settings.model().equals("fixed")) {
      if (!List.of("", "DL", "REML").contains(settings.tauSquared())) {
        into.add(
            of(
                name,
                "τ² by " + settings.tauSquared() + "; it is written as REML",
                "τ²的估计方法" + settings.tauSquared() + "；写为REML"));
      }
      if (!List.of("", "off", "z", "t-k1").contains(settings.prediction())) {
        into.add(
            of(
                name,
                "the prediction interval " + settings.prediction(),
                "预测区间方法" + settings.prediction()));
      }
    }
    if (!List.of("wald", "hksj").contains(settings.ci())) {
      String as = written.settings().ci();
      into.add(
          of(
              name,
              "the interval " + settings.ci() + "; it is written as " + as,
              "置信区间方法" + settings.ci() + "；写为" + as));
    }
    for (ReviewAnalyses.Row row : original.rows()) {
      if (!row.included()) {
        into.add(
            of(
                name,
                "that " + row.study() + " is switched off, but for its weight of 0",
                row.study() + "已停用（仅以权重0表示）"));
      }
    }
  }

  /** What neither RevMan has. */
  static void byRevMan(
      String name,
      ReviewAnalyses.Outcome original,
      ReviewAnalyses.Outcome written,
      Set<Wording> into) {
    AnalysisSettings settings = original.settings();
    if (written.data() != original.data()) {
      into.add(
          of(
              name,
              "the data, which are written as effects with standard errors ("
                  + settings.measure()
                  + ")",
              "原始数据；写为效应值与标准误（" + settings.measure() + "）"));
    }
    if (!List.of("IV", "MH", "PETO").contains(settings.method())) {
      into.add(
          of(
              name,
              "the method " + settings.method() + "; it is written as IV",
              "合并方法" + settings.method() + "；写为逆方差法"));
    }
    if (settings.model().equals(AnalysisSettings.I_SQUARED_RULE)) {
      String as = written.settings().model();
      into.add(
          of(
              name,
              "the rule for the model; it is written as " + as,
              "选择模型的规则；写为" + (as.equals("fixed") ? "固定效应" : "随机效应")));
    }
    if (!settings.zero().isEmpty() && !settings.zero().equals("revman")) {
      into.add(of(name, "the rule for empty cells " + settings.zero(), "零单元格规则" + settings.zero()));
    }
    if (!settings.subgroup().isEmpty() && !settings.subgroup().equals(ReviewAnalyses.SUBGROUP)) {
      into.add(of(name, "subgroups by " + settings.subgroup(), "按" + settings.subgroup() + "分亚组"));
    }
    listed(name, "meta-regression on ", "Meta回归：", settings.moderators(), into);
    listed(name, "tests ", "检验：", settings.tests(), into);
    listed(name, "sensitivity analyses ", "敏感性分析：", settings.sensitivity(), into);
    for (ReviewAnalyses.Row row : original.rows()) {
      if (!row.trial().isEmpty() && !row.trial().equals(row.study())) {
        into.add(
            of(
                name,
                "that " + row.study() + " is of trial " + row.trial(),
                row.study() + "属于试验" + row.trial()));
      }
      if (!row.included() && !row.reason().isEmpty()) {
        into.add(
            of(
                name,
                "why " + row.study() + " is switched off: " + row.reason(),
                row.study() + "停用的原因：" + row.reason()));
      }
    }
  }

  private static void listed(
      String name, String en, String zh, List<String> words, Set<Wording> into) {
    if (!words.isEmpty()) {
      into.add(of(name, en + String.join(", ", words), zh + String.join("、", words)));
    }
  }

  /** Judgements of ROBINS-I, which RevMan has no words for. */
  static void bias(ReviewAnalyses review, Set<Wording> into) {
    boolean others =
        review.studies().stream()
            .flatMap(study -> study.bias().values().stream())
            .anyMatch(judgement -> !judgement.level().inRevMan());
    if (others) {
      into.add(
          new Wording(
              "judgements moderate, serious, critical and no information, which are written as the"
                  + " nearest of low, unclear and high",
              "中等、严重、极严重和无信息的判断；写为低、不清楚、高中最接近者"));
    }
  }
}
