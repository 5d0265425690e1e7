package org.winnow.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Judgement;

/** A tool for judging the risk of bias of studies: its domains, and the judgements that it has. */
public enum BiasTool {
  /** RoB 2 for randomised trials (Sterne 2019). */
  ROB2(
      "RoB 2",
      "Some concerns",
      "有一定顾虑",
      List.of(Judgement.LOW, Judgement.UNCLEAR, Judgement.HIGH),
      List.of(
          new Wording("Bias arising from the randomisation process", "随机化过程中的偏倚"),
          new Wording("Bias due to deviations from intended interventions", "偏离既定干预的偏倚"),
          new Wording("Bias due to missing outcome data", "结局数据缺失的偏倚"),
          new Wording("Bias in measurement of the outcome", "结局测量的偏倚"),
          new Wording("Bias in selection of the reported result", "选择性报告结果的偏倚"))),
  /** Cochrane's tool of 2011, as RevMan 5 has it. */
  ROB1(
      "Cochrane RoB 2011",
      "Unclear risk",
      "风险不清楚",
      List.of(Judgement.LOW, Judgement.UNCLEAR, Judgement.HIGH),
      List.of(
          new Wording("Random sequence generation (selection bias)", "随机序列产生（选择偏倚）"),
          new Wording("Allocation concealment (selection bias)", "分配隐藏（选择偏倚）"),
          new Wording(
              "Blinding of participants and personnel (performance bias)", "对受试者和实施者施盲（实施偏倚）"),
          new Wording("Blinding of outcome assessment (detection bias)", "对结局评估者施盲（测量偏倚）"),
          new Wording("Incomplete outcome data (attrition bias)", "结局数据不完整（失访偏倚）"),
          new Wording("Selective reporting (reporting bias)", "选择性报告（报告偏倚）"),
          new Wording("Other bias", "其他偏倚"))),
  /** ROBINS-I for non-randomised studies of interventions (Sterne 2016). */
  ROBINS_I(
      "ROBINS-I",
      "Moderate risk",
      "中等风险",
      List.of(
          Judgement.LOW,
          Judgement.MODERATE,
          Judgement.SERIOUS,
          Judgement.CRITICAL,
          Judgement.NO_INFORMATION),
      List.of(
          new Wording("Bias due to confounding", "混杂偏倚"),
          new Wording("Bias in selection of participants into the study", "受试者选择的偏倚"),
          new Wording("Bias in classification of interventions", "干预分类的偏倚"),
          new Wording("Bias due to deviations from intended interventions", "偏离既定干预的偏倚"),
          new Wording("Bias due to missing data", "数据缺失的偏倚"),
          new Wording("Bias in measurement of outcomes", "结局测量的偏倚"),
          new Wording("Bias in selection of the reported result", "选择性报告结果的偏倚"))),
  /** QUADAS-2 for studies of diagnostic accuracy (Whiting 2011); the risk of bias. */
  QUADAS_2(
      "QUADAS-2",
      "Unclear risk",
      "风险不清楚",
      List.of(Judgement.LOW, Judgement.UNCLEAR, Judgement.HIGH),
      List.of(
          new Wording("Patient selection", "病例选择"),
          new Wording("Index test", "待评价试验"),
          new Wording("Reference standard", "参考标准"),
          new Wording("Flow and timing", "病例流程与时间安排")));

  private final String title;
  private final Wording middle;
  private final List<Judgement> judgements;
  private final List<Wording> domains;

  BiasTool(
      String title,
      String middle,
      String middleInChinese,
      List<Judgement> judgements,
      List<Wording> domains) {
    this.title = title;
    this.middle = new Wording(middle, middleInChinese);
    this.judgements = judgements;
    this.domains = domains;
  }

  /**
   * The tool of a word such as robins-i.
   *
   * @throws Refusal when there is none
   */
  public static BiasTool named(String word) {
    return Arrays.stream(values())
        .filter(tool -> tool.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    RefusalReason.NO_TOOL,
                    word,
                    Arrays.stream(values()).map(BiasTool::word).collect(Collectors.joining(", "))));
  }

  /** The name in commands and addresses: rob2, rob1, robins-i or quadas-2. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The domains in their order, without the overall judgement. */
  public List<Wording> domains() {
    return domains;
  }

  /** The judgements that it has, from the best. */
  public List<Judgement> judgements() {
    return judgements;
  }

  /** What a judgement is called in it. */
  public Wording name(Judgement judgement) {
    return judgement == Judgement.UNCLEAR ? middle : usualName(judgement);
  }

  /** What a judgement is called where no tool says so. */
  static Wording usualName(Judgement judgement) {
    return switch (judgement) {
      case LOW -> new Wording("Low risk", "低风险");
      case UNCLEAR -> new Wording("Some concerns or unclear", "有一定顾虑或不清楚");
      case MODERATE -> new Wording("Moderate risk", "中等风险");
      case HIGH -> new Wording("High risk", "高风险");
      case SERIOUS -> new Wording("Serious risk", "严重风险");
      case CRITICAL -> new Wording("Critical risk", "极严重风险");
      case NO_INFORMATION -> new Wording("No information", "无信息");
      case NONE -> Wording.same("");
    };
  }
}
