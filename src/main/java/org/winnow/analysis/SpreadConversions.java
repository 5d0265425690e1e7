package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import org.winnow.analysis.Preparation.Conversion;
import org.winnow.analysis.Preparation.Inputs;
import org.winnow.analysis.Preparation.Kind;
import org.winnow.analysis.Preparation.Result;
import org.winnow.analysis.Preparation.Values;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.conversion.Spread;

/** Standard deviations and standard errors from what papers print. */
final class SpreadConversions {
  private static final String HANDBOOK = "Cochrane Handbook 6.5.2";
  private static final int SMALL = 60;
  private static final Wording BOUND =
      new Wording(
          "If the paper says only that P is below this value, the standard error is an upper bound.",
          "若文献仅报告 P 小于该值，则所得标准误为上界。");

  private SpreadConversions() {}

  static List<Conversion> all() {
    return List.of(
        new Conversion(
            "sd-from-se",
            new Wording("SD from the standard error of a mean", "由均数的标准误求标准差"),
            Inputs.of()
                .add("se", Kind.POSITIVE, "Standard error", "标准误")
                .add("n", Kind.POSITIVE, "Participants", "人数")
                .list(),
            List.of("sd"),
            HANDBOOK + ".2",
            x -> Result.of(List.of(), "sd", Spread.sdFromError(x.get("se"), x.get("n")).value())),
        new Conversion(
            "sd-from-ci",
            new Wording("SD from the confidence interval of a mean", "由均数的置信区间求标准差"),
            Inputs.of()
                .add("lower", Kind.ANY, "Lower limit", "下限")
                .add("upper", Kind.ANY, "Upper limit", "上限")
                .add("n", Kind.POSITIVE, "Participants", "人数")
                .optional("level", Kind.POSITIVE, "Confidence level in % (95)", "置信水平（%，默认95）")
                .list(),
            List.of("sd"),
            HANDBOOK + ".2: t distribution below 60 participants, normal from there",
            SpreadConversions::sdFromInterval),
        new Conversion(
            "se-of-difference-from-ci",
            new Wording("SE of a mean difference from its interval", "由均数差的置信区间求标准误"),
            arms(Inputs.of()
                    .add("lower", Kind.ANY, "Lower limit", "下限")
                    .add("upper", Kind.ANY, "Upper limit", "上限"))
                .optional("level", Kind.POSITIVE, "Confidence level in % (95)", "置信水平（%，默认95）")
                .list(),
            List.of("se", "sd"),
            HANDBOOK + ".3: t distribution on n1 + n2 - 2; SD common to both arms",
            x -> {
              double df = x.get("n1") + x.get("n2") - 2;
              double q = Distributions.tQuantile((1 + level(x)) / 2, positive(df));
              return withSd((ordered(x, "lower", "upper")) / (2 * q), x, List.of());
            }),
        new Conversion(
            "se-of-difference-from-t",
            new Wording("SE of a mean difference from its t statistic", "由t值求均数差的标准误"),
            arms(Inputs.of()
                    .add("difference", Kind.ANY, "Mean difference", "均数差")
                    .add("t", Kind.ANY, "t statistic", "t值"))
                .list(),
            List.of("se", "sd"),
            HANDBOOK + ".3; SD common to both arms",
            x -> withSd(Spread.errorFromT(x.get("difference"), x.get("t")).value(), x, List.of())),
        new Conversion(
            "se-of-difference-from-p",
            new Wording("SE of a mean difference from its P value", "由P值求均数差的标准误"),
            arms(Inputs.of()
                    .add("difference", Kind.ANY, "Mean difference", "均数差")
                    .add("p", Kind.PROBABILITY, "Two-sided P value", "双侧P值"))
                .list(),
            List.of("se", "sd"),
            HANDBOOK + ".3: t distribution on n1 + n2 - 2; SD common to both arms",
            x ->
                withSd(
                    Spread.errorFromP(x.get("difference"), x.get("p"), x.get("n1"), x.get("n2"))
                        .value(),
                    x,
                    List.of(BOUND))),
        new Conversion(
            "sd-of-difference-from-se",
            new Wording("SD of both arms from the SE of their difference", "由均数差的标准误求两组共同的标准差"),
            arms(Inputs.of()
                    .add("se", Kind.POSITIVE, "Standard error of the difference", "均数差的标准误"))
                .list(),
            List.of("sd"),
            HANDBOOK + ".3",
            x ->
                Result.of(
                    List.of(),
                    "sd",
                    Spread.commonSd(x.get("se"), x.get("n1"), x.get("n2")).value())),
        new Conversion(
            "sd-of-change",
            new Wording("SD of the change from baseline by a correlation", "由相关系数求变化值的标准差"),
            Inputs.of()
                .add("sdBaseline", Kind.NOT_NEGATIVE, "SD at baseline", "基线标准差")
                .add("sdFinal", Kind.NOT_NEGATIVE, "SD at follow-up", "随访标准差")
                .add("r", Kind.CORRELATION, "Correlation of baseline and follow-up", "基线与随访的相关系数")
                .optional("meanBaseline", Kind.ANY, "Mean at baseline", "基线均数")
                .optional("meanFinal", Kind.ANY, "Mean at follow-up", "随访均数")
                .list(),
            List.of("sd", "mean", "sdAt0.3", "sdAt0.5", "sdAt0.7", "sdAt0.9"),
            HANDBOOK + ".8",
            SpreadConversions::change),
        new Conversion(
            "correlation-from-sds",
            new Wording(
                "Correlation from the SDs of baseline, follow-up and change",
                "由基线、随访与变化值的标准差求相关系数"),
            Inputs.of()
                .add("sdBaseline", Kind.POSITIVE, "SD at baseline", "基线标准差")
                .add("sdFinal", Kind.POSITIVE, "SD at follow-up", "随访标准差")
                .add("sdChange", Kind.NOT_NEGATIVE, "SD of the change", "变化值标准差")
                .list(),
            List.of("r"),
            HANDBOOK + ".8",
            x -> {
              double r =
                  Spread.correlation(x.get("sdBaseline"), x.get("sdFinal"), x.get("sdChange"))
                      .value();
              if (Math.abs(r) > 1) {
                throw Refusal.of(RefusalReason.SDS_DO_NOT_AGREE, r);
              }
              return Result.of(
                  r < 0.5
                      ? List.of(
                          new Wording(
                              "Below 0.5 change scores are less precise than final values.",
                              "相关系数低于0.5时，变化值不如终点值精确。"))
                      : List.of(),
                  "r",
                  r);
            }));
  }

  private static Inputs arms(Inputs inputs) {
    return inputs
        .add("n1", Kind.POSITIVE, "Participants, experimental", "试验组人数")
        .add("n2", Kind.POSITIVE, "Participants, control", "对照组人数");
  }

  private static double level(Values x) {
    double level = x.getOrDefault("level", 95.0) / 100;
    if (!(level < 1)) {
      throw Refusal.of(RefusalReason.LEVEL);
    }
    return level;
  }

  private static double positive(double df) {
    if (!(df > 0)) {
      throw Refusal.of(RefusalReason.NO_DEGREES);
    }
    return df;
  }

  private static double ordered(Values x, String low, String high) {
    double width = x.get(high) - x.get(low);
    if (!(width > 0)) {
      throw Refusal.of(RefusalReason.ABOVE, high, low);
    }
    return width;
  }

  private static Result sdFromInterval(Values x) {
    ordered(x, "lower", "upper");
    double n = x.get("n");
    if (n < SMALL) {
      positive(n - 1);
      return Result.of(
          List.of(
              new Wording(
                  "Taken as an interval from the t distribution, since the sample is small.",
                  "样本较小，按t分布的区间计算。")),
          "sd",
          Spread.sdFromIntervalT(x.get("lower"), x.get("upper"), n, level(x)).value());
    }
    return Result.of(
        List.of(),
        "sd",
        Spread.sdFromIntervalZ(x.get("lower"), x.get("upper"), n, level(x)).value());
  }

  private static Result withSd(double se, Values x, List<Wording> warnings) {
    List<Wording> all = new ArrayList<>(warnings);
    all.add(new Wording("The same SD is assumed in both arms.", "假定两组标准差相同。"));
    return Result.of(all, "se", se, "sd", Spread.commonSd(se, x.get("n1"), x.get("n2")).value());
  }

  private static Result change(Values x) {
    double before = x.get("sdBaseline");
    double after = x.get("sdFinal");
    List<Object> out = new ArrayList<>();
    out.add("sd");
    out.add(Spread.sdOfChange(before, after, x.get("r")).value());
    if (x.containsKey("meanBaseline") && x.containsKey("meanFinal")) {
      out.add("mean");
      out.add(x.get("meanFinal") - x.get("meanBaseline"));
    }
    for (double r : new double[] {0.3, 0.5, 0.7, 0.9}) {
      out.add("sdAt" + r);
      out.add(Spread.sdOfChange(before, after, r).value());
    }
    return Result.of(
        List.of(
            new Wording(
                "Take the correlation from a study that reports all three SDs, and show what other"
                    + " correlations would do (the SDs at 0.3, 0.5, 0.7 and 0.9 are given).",
                "相关系数应取自同时报告三个标准差的研究，并展示其他取值的影响（已给出0.3、0.5、0.7、0.9时的标准差）。"),
            new Wording(
                "Changes and final values may be mixed for mean differences, not for standardised"
                    + " ones.",
                "变化值与终点值可在均数差中合并，但不可在标准化均数差中合并。")),
        out.toArray());
  }
}
