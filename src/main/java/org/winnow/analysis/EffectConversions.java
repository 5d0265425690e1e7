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
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.conversion.Effects;
import org.winnow.metaanalysis.conversion.Spread;

/** Effects from what papers print: ratios with intervals, hazards, and other scales. */
final class EffectConversions {
  private static final String TIERNEY = "Tierney 2007, Trials 8:16";
  private static final double SYMMETRIC = 0.02;

  private EffectConversions() {}

  static List<Conversion> all() {
    return List.of(
        new Conversion(
            "log-ratio-from-ci",
            new Wording(
                "Log ratio and SE from a ratio and its interval (OR, RR, HR)",
                "由比值及其置信区间求对数比值与标准误（OR、RR、HR）"),
            Inputs.of()
                .add("ratio", Kind.POSITIVE, "Ratio", "比值")
                .add("lower", Kind.POSITIVE, "Lower limit", "下限")
                .add("upper", Kind.POSITIVE, "Upper limit", "上限")
                .optional("level", Kind.POSITIVE, "Confidence level in % (95)", "置信水平（%，默认95）")
                .list(),
            List.of("yi", "sei"),
            "Cochrane Handbook 6.3.2: (ln upper − ln lower)/(2z)",
            EffectConversions::fromInterval),
        new Conversion(
            "log-ratio-from-p",
            new Wording("Log ratio and SE from a ratio and its P value", "由比值及其P值求对数比值与标准误"),
            Inputs.of()
                .add("ratio", Kind.POSITIVE, "Ratio", "比值")
                .add("p", Kind.PROBABILITY, "Two-sided P value", "双侧P值")
                .list(),
            List.of("yi", "sei"),
            "Cochrane Handbook 6.3.2: |ln ratio|/z",
            x -> {
              if (x.get("ratio") == 1) {
                throw Refusal.of(RefusalReason.RATIO_OF_ONE);
              }
              return Result.of(
                  List.of(bound()),
                  "yi",
                  Math.log(x.get("ratio")),
                  "sei",
                  Spread.logErrorFromP(x.get("ratio"), x.get("p")).value());
            }),
        new Conversion(
            "effect-from-ci",
            new Wording(
                "Effect and SE from a difference and its interval (normal)",
                "由差值及其置信区间求效应量与标准误（正态）"),
            Inputs.of()
                .add("effect", Kind.ANY, "Effect", "效应量")
                .add("lower", Kind.ANY, "Lower limit", "下限")
                .add("upper", Kind.ANY, "Upper limit", "上限")
                .optional("level", Kind.POSITIVE, "Confidence level in % (95)", "置信水平（%，默认95）")
                .list(),
            List.of("yi", "sei"),
            "Cochrane Handbook 6.3.1: (upper − lower)/(2z)",
            x -> {
              inside(x.get("effect"), x.get("lower"), x.get("upper"));
              return Result.of(
                  List.of(),
                  "yi",
                  x.get("effect"),
                  "sei",
                  (x.get("upper") - x.get("lower")) / (2 * quantile(x)));
            }),
        new Conversion(
            "hr-from-oe-v",
            new Wording("Log hazard ratio from O−E and its variance", "由O−E及其方差求对数风险比"),
            Inputs.of()
                .add("oe", Kind.ANY, "Observed less expected events", "观察减期望事件数")
                .add("v", Kind.POSITIVE, "Variance", "方差")
                .list(),
            List.of("yi", "sei", "hr"),
            TIERNEY,
            x -> hazard(Effects.logHazard(x.get("oe"), x.get("v")), List.of())),
        new Conversion(
            "hr-from-logrank-p",
            new Wording(
                "Log hazard ratio from a log-rank P value and events", "由log-rank检验P值与事件数求对数风险比"),
            Inputs.of()
                .add("events", Kind.POSITIVE, "Events in both arms", "两组事件总数")
                .add("n1", Kind.POSITIVE, "Participants, experimental", "试验组人数")
                .add("n2", Kind.POSITIVE, "Participants, control", "对照组人数")
                .add("p", Kind.PROBABILITY, "Two-sided P value", "双侧P值")
                .add(
                    "direction",
                    Kind.ANY,
                    "-1 if the experimental arm does better, else 1",
                    "试验组较好填-1，否则填1")
                .list(),
            List.of("yi", "sei", "hr", "oe", "v"),
            TIERNEY + ", V from events and allocation",
            x -> {
              double v = Effects.logRankVariance(x.get("events"), x.get("n1"), x.get("n2"));
              return logRank(x, v);
            }),
        new Conversion(
            "hr-from-arm-events-p",
            new Wording(
                "Log hazard ratio from events per arm and a log-rank P value",
                "由各组事件数与log-rank检验P值求对数风险比"),
            Inputs.of()
                .add("events1", Kind.POSITIVE, "Events, experimental", "试验组事件数")
                .add("events2", Kind.POSITIVE, "Events, control", "对照组事件数")
                .add("p", Kind.PROBABILITY, "Two-sided P value", "双侧P值")
                .add(
                    "direction",
                    Kind.ANY,
                    "-1 if the experimental arm does better, else 1",
                    "试验组较好填-1，否则填1")
                .list(),
            List.of("yi", "sei", "hr", "oe", "v"),
            TIERNEY + ", V = e1·e2/(e1+e2)",
            x -> {
              double e1 = x.get("events1");
              double e2 = x.get("events2");
              return logRank(x, e1 * e2 / (e1 + e2));
            }),
        new Conversion(
            "hr-from-survival",
            new Wording("Log hazard ratio from survival at one time", "由某时点生存率求对数风险比"),
            Inputs.of()
                .add("survival1", Kind.PROBABILITY, "Survival, experimental", "试验组生存率")
                .add("survival2", Kind.PROBABILITY, "Survival, control", "对照组生存率")
                .add("events1", Kind.POSITIVE, "Events, experimental", "试验组事件数")
                .add("events2", Kind.POSITIVE, "Events, control", "对照组事件数")
                .list(),
            List.of("yi", "sei", "hr"),
            "Parmar 1998, Stat Med 17:2815: ln S1/ln S2 under proportional hazards, variance 1/e1+1/e2",
            x ->
                hazard(
                    new PooledEffect(
                        Math.log(Math.log(x.get("survival1")) / Math.log(x.get("survival2"))),
                        Math.sqrt(1 / x.get("events1") + 1 / x.get("events2"))),
                    List.of(
                        new Wording(
                            "Rests on proportional hazards and one point of the curves.",
                            "依赖比例风险假定及曲线上的单个时点。")))),
        new Conversion(
            "smd-to-log-or",
            new Wording("Standardised difference to log odds ratio", "标准化均数差转换为对数比值比"),
            Inputs.of()
                .add("smd", Kind.ANY, "Standardised mean difference", "标准化均数差")
                .add("se", Kind.POSITIVE, "Standard error", "标准误")
                .list(),
            List.of("yi", "sei"),
            "Chinn 2000, Stat Med 19:3127: factor π/√3",
            x -> {
              PooledEffect e = Effects.standardisedToLogOdds(x.get("smd"), x.get("se"));
              return Result.of(List.of(logistic()), "yi", e.estimate(), "sei", e.standardError());
            }),
        new Conversion(
            "log-or-to-smd",
            new Wording("Log odds ratio to standardised difference", "对数比值比转换为标准化均数差"),
            Inputs.of()
                .add("logOr", Kind.ANY, "Log odds ratio", "对数比值比")
                .add("se", Kind.POSITIVE, "Standard error", "标准误")
                .list(),
            List.of("yi", "sei"),
            "Chinn 2000, Stat Med 19:3127: factor √3/π",
            x -> {
              PooledEffect e = Effects.logOddsToStandardised(x.get("logOr"), x.get("se"));
              return Result.of(List.of(logistic()), "yi", e.estimate(), "sei", e.standardError());
            }),
        new Conversion(
            "smd-to-md",
            new Wording("Standardised difference in units of a familiar scale", "将标准化均数差换算为常用量表单位"),
            Inputs.of()
                .add("smd", Kind.ANY, "Standardised mean difference", "标准化均数差")
                .add("lower", Kind.ANY, "Lower limit", "下限")
                .add("upper", Kind.ANY, "Upper limit", "上限")
                .add("sd", Kind.POSITIVE, "SD of the familiar scale", "常用量表的标准差")
                .list(),
            List.of("md", "lower", "upper"),
            "Cochrane Handbook 15.5.3.2",
            x -> {
              double sd = x.get("sd");
              return Result.of(
                  List.of(),
                  "md",
                  x.get("smd") * sd,
                  "lower",
                  x.get("lower") * sd,
                  "upper",
                  x.get("upper") * sd);
            }),
        new Conversion(
            "or-to-rr",
            new Wording("Odds ratio to risk ratio at a control risk", "按对照组风险将比值比换算为相对危险度"),
            Inputs.of()
                .add("or", Kind.POSITIVE, "Odds ratio", "比值比")
                .add("controlRisk", Kind.PROBABILITY, "Risk with the control", "对照组风险")
                .list(),
            List.of("rr"),
            "Cochrane Handbook 15.4.4.4",
            x -> Result.of(List.of(), "rr", Effects.riskRatio(x.get("or"), x.get("controlRisk")))),
        new Conversion(
            "log-ratio-of-means",
            new Wording("Log ratio of means and SE", "对数均数比与标准误"),
            Inputs.of()
                .add("mean1", Kind.POSITIVE, "Mean, experimental", "试验组均数")
                .add("sd1", Kind.NOT_NEGATIVE, "SD, experimental", "试验组标准差")
                .add("n1", Kind.POSITIVE, "Participants, experimental", "试验组人数")
                .add("mean2", Kind.POSITIVE, "Mean, control", "对照组均数")
                .add("sd2", Kind.NOT_NEGATIVE, "SD, control", "对照组标准差")
                .add("n2", Kind.POSITIVE, "Participants, control", "对照组人数")
                .list(),
            List.of("yi", "sei"),
            "Friedrich 2008, BMC Med Res Methodol 8:32",
            x -> {
              PooledEffect e =
                  Effects.logRatioOfMeans(
                      x.get("mean1"),
                      x.get("sd1"),
                      x.get("n1"),
                      x.get("mean2"),
                      x.get("sd2"),
                      x.get("n2"));
              return Result.of(List.of(), "yi", e.estimate(), "sei", e.standardError());
            }),
        new Conversion(
            "log-mean-from-geometric",
            new Wording(
                "Mean and SD of logarithms from a geometric mean and its interval",
                "由几何均数及其置信区间求对数均数与标准差"),
            Inputs.of()
                .add("geometricMean", Kind.POSITIVE, "Geometric mean", "几何均数")
                .add("lower", Kind.POSITIVE, "Lower limit", "下限")
                .add("upper", Kind.POSITIVE, "Upper limit", "上限")
                .add("n", Kind.POSITIVE, "Participants", "人数")
                .optional("level", Kind.POSITIVE, "Confidence level in % (95)", "置信水平（%，默认95）")
                .list(),
            List.of("mean", "sd"),
            "Higgins 2008, Stat Med 27:6072: on the log scale, t distribution",
            x -> {
              inside(x.get("geometricMean"), x.get("lower"), x.get("upper"));
              double n = x.get("n");
              if (!(n > 1)) {
                throw Refusal.of(RefusalReason.ONE_PERSON);
              }
              double q = Distributions.tQuantile((1 + level(x)) / 2, n - 1);
              return Result.of(
                  List.of(),
                  "mean",
                  Math.log(x.get("geometricMean")),
                  "sd",
                  Math.sqrt(n) * Math.log(x.get("upper") / x.get("lower")) / (2 * q));
            }),
        new Conversion(
            "log-mean-from-raw",
            new Wording("Mean and SD of logarithms from raw mean and SD", "由原始均数与标准差求对数均数与标准差"),
            Inputs.of()
                .add("mean", Kind.POSITIVE, "Mean", "均数")
                .add("sd", Kind.POSITIVE, "SD", "标准差")
                .list(),
            List.of("mean", "sd"),
            "Higgins 2008, Stat Med 27:6072, method 1: log-normal data",
            x -> {
              double spread = Math.log1p(Math.pow(x.get("sd") / x.get("mean"), 2));
              return Result.of(
                  List.of(), "mean", Math.log(x.get("mean")) - spread / 2, "sd", Math.sqrt(spread));
            }));
  }

  private static double level(Values x) {
    double level = x.getOrDefault("level", 95.0) / 100;
    if (!(level < 1)) {
      throw Refusal.of(RefusalReason.LEVEL);
    }
    return level;
  }

  private static double quantile(Values x) {
    return Distributions.normalQuantile((1 + level(x)) / 2);
  }

  private static void inside(double value, double low, double high) {
    if (!(low < high)) {
      throw Refusal.of(RefusalReason.LIMITS);
    }
    if (value < low || value > high) {
      throw Refusal.of(RefusalReason.OUTSIDE_INTERVAL, value);
    }
  }

  private static Result fromInterval(Values x) {
    double ratio = x.get("ratio");
    double low = x.get("lower");
    double high = x.get("upper");
    inside(ratio, low, high);
    List<Wording> warnings = new ArrayList<>();
    double off = Math.abs(Math.log(ratio) - (Math.log(low) + Math.log(high)) / 2);
    if (off > SYMMETRIC * Math.log(high / low) && off > rounding(ratio, low, high)) {
      warnings.add(
          new Wording(
              "The ratio is not in the middle of its interval on the log scale, beyond rounding:"
                  + " check the numbers, or whether the interval is exact or adjusted.",
              "比值不在对数尺度区间的中点（超出舍入误差）：请核对数据，或确认该区间是否为精确或校正区间。"));
    }
    return Result.of(
        warnings, "yi", Math.log(ratio), "sei", Math.log(high / low) / (2 * quantile(x)));
  }

  /** What two printed decimals can move the middle by. */
  private static double rounding(double ratio, double low, double high) {
    double half = 0.005;
    return half / ratio + half / low / 2 + half / high / 2;
  }

  private static Result hazard(PooledEffect effect, List<Wording> warnings) {
    return Result.of(
        warnings,
        "yi",
        effect.estimate(),
        "sei",
        effect.standardError(),
        "hr",
        Math.exp(effect.estimate()));
  }

  private static Result logRank(Values x, double v) {
    double direction = x.get("direction");
    if (Math.abs(direction) != 1) {
      throw Refusal.of(RefusalReason.DIRECTION, direction);
    }
    double oe = Effects.logRankDifference(v, x.get("p"), direction < 0);
    PooledEffect e = Effects.logHazard(oe, v);
    return Result.of(
        List.of(bound()),
        "yi",
        e.estimate(),
        "sei",
        e.standardError(),
        "hr",
        Math.exp(e.estimate()),
        "oe",
        oe,
        "v",
        v);
  }

  private static Wording bound() {
    return new Wording(
        "If the paper says only that P is below this value, the result is a bound, not an estimate.",
        "若文献仅报告P小于该值，则结果为界值而非估计值。");
  }

  private static Wording logistic() {
    return new Wording(
        "Assumes logistic distributions with the same spread in both arms.",
        "假定两组均为离散程度相同的logistic分布。");
  }
}
