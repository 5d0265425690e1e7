package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.winnow.analysis.Preparation.Conversion;
import org.winnow.analysis.Preparation.Inputs;
import org.winnow.analysis.Preparation.Kind;
import org.winnow.analysis.Preparation.Result;
import org.winnow.analysis.Preparation.Values;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.conversion.Converted;
import org.winnow.metaanalysis.conversion.Medians;
import org.winnow.metaanalysis.conversion.Quantiles;

/** Means and SDs from medians, quartiles and ranges; each with a screen for skewness. */
final class MedianConversions {
  private static final String LUO = "Luo 2018, Stat Methods Med Res 27:1785 (mean)";
  private static final String WAN = "Wan 2014, BMC Med Res Methodol 14:135";
  private static final String SHI = "Shi 2020, Res Synth Methods 11:641 (SD)";

  private MedianConversions() {}

  static List<Conversion> all() {
    return List.of(
        new Conversion(
            "mean-sd-from-range",
            new Wording("Mean and SD from median and range", "由中位数与极差求均数和标准差"),
            range().list(),
            List.of("mean", "sd"),
            LUO + "; " + WAN + " (SD)",
            x ->
                both(
                    x,
                    Medians.meanFromRange(x.get("min"), x.get("median"), x.get("max"), x.get("n")),
                    Medians.sdFromRange(x.get("min"), x.get("median"), x.get("max"), x.get("n")))),
        new Conversion(
            "mean-sd-from-quartiles",
            new Wording("Mean and SD from median and quartiles", "由中位数与四分位数求均数和标准差"),
            quartiles().list(),
            List.of("mean", "sd"),
            LUO + "; " + WAN + " (SD)",
            x ->
                both(
                    x,
                    Medians.meanFromQuartiles(
                        x.get("q1"), x.get("median"), x.get("q3"), x.get("n")),
                    Medians.sdFromQuartiles(
                        x.get("q1"), x.get("median"), x.get("q3"), x.get("n")))),
        new Conversion(
            "mean-sd-from-five-numbers",
            new Wording("Mean and SD from median, quartiles and range", "由中位数、四分位数与极差求均数和标准差"),
            five().list(),
            List.of("mean", "sd"),
            LUO + "; " + SHI,
            x -> both(x, Medians.mean(numbers(x)), Medians.sd(numbers(x)))),
        new Conversion(
            "mean-sd-from-range-hozo",
            new Wording("Mean and SD from median and range (older mean)", "由中位数与极差求均数和标准差（旧法均数）"),
            range().list(),
            List.of("mean", "sd"),
            "Hozo 2005, BMC Med Res Methodol 5:13 (mean, superseded); " + WAN + " (SD)",
            x ->
                both(
                    x,
                    Medians.meanFromRangeHozo(
                        x.get("min"), x.get("median"), x.get("max"), x.get("n")),
                    Medians.sdFromRange(x.get("min"), x.get("median"), x.get("max"), x.get("n")))),
        new Conversion(
            "mean-sd-from-quartiles-wan",
            new Wording(
                "Mean and SD from median and quartiles (older mean)", "由中位数与四分位数求均数和标准差（旧法均数）"),
            quartiles().list(),
            List.of("mean", "sd"),
            WAN,
            x ->
                both(
                    x,
                    Medians.meanFromQuartilesWan(
                        x.get("q1"), x.get("median"), x.get("q3"), x.get("n")),
                    Medians.sdFromQuartiles(
                        x.get("q1"), x.get("median"), x.get("q3"), x.get("n")))),
        new Conversion(
            "mean-sd-from-five-numbers-wan",
            new Wording("Mean and SD from five numbers (older)", "由五数概括求均数和标准差（旧法）"),
            five().list(),
            List.of("mean", "sd"),
            WAN + ", by its tables up to n = 50",
            x -> both(x, Medians.meanWan(numbers(x)), Medians.sdWan(numbers(x)))),
        logNormal(
            "mean-sd-from-range-log-normal",
            new Wording("Mean and SD from median and range, log-normal", "由中位数与极差求均数和标准差（对数正态）"),
            range(),
            x ->
                Medians.logNormalFromRange(
                    x.get("min"), x.get("median"), x.get("max"), x.get("n"))),
        logNormal(
            "mean-sd-from-quartiles-log-normal",
            new Wording(
                "Mean and SD from median and quartiles, log-normal", "由中位数与四分位数求均数和标准差（对数正态）"),
            quartiles(),
            x ->
                Medians.logNormalFromQuartiles(
                    x.get("q1"), x.get("median"), x.get("q3"), x.get("n"))),
        skewed(
            "mean-sd-by-quantile-estimation",
            new Wording("Mean and SD of skewed data by quantile estimation", "偏态数据：分位数估计法求均数和标准差"),
            "McGrath 2020, Stat Methods Med Res 29:2520 (QE)",
            Quantiles::quantileEstimation),
        skewed(
            "mean-sd-by-box-cox",
            new Wording(
                "Mean and SD of skewed data by Box-Cox transformation", "偏态数据：Box-Cox变换法求均数和标准差"),
            "McGrath 2020, Stat Methods Med Res 29:2520 (BC)",
            Quantiles::boxCox),
        skewed(
            "mean-sd-by-maximum-likelihood",
            new Wording("Mean and SD of skewed data by maximum likelihood", "偏态数据：最大似然法求均数和标准差"),
            "Cai, Zhou and Pan 2021, Stat Methods Med Res 30:2701 (MLN)",
            Quantiles::maximumLikelihood),
        new Conversion(
            "sd-from-iqr",
            new Wording("SD from the interquartile range, normal data", "由四分位距求标准差（正态数据）"),
            Inputs.of()
                .add("q1", Kind.ANY, "First quartile", "下四分位数")
                .add("q3", Kind.ANY, "Third quartile", "上四分位数")
                .list(),
            List.of("sd"),
            "Cochrane Handbook 6.5.2.5: IQR/1.35",
            x -> {
              if (!(x.get("q3") > x.get("q1"))) {
                throw Refusal.of(RefusalReason.QUARTILES);
              }
              return Result.of(
                  List.of(
                      new Wording(
                          "For large samples of normal data; with the sample size, prefer the"
                              + " conversion from median and quartiles.",
                          "适用于大样本正态数据；已知样本量时应优先采用由中位数与四分位数的换算。")),
                  "sd",
                  (x.get("q3") - x.get("q1")) / 1.35);
            }),
        new Conversion(
            "skewness-screen",
            new Wording("Are the data too skewed for these formulas?", "偏态筛查：数据是否过于偏态"),
            someOfFive(),
            List.of("statistic", "critical", "skewed"),
            "Shi 2023, Stat Methods Med Res 32:1338",
            x -> {
              Medians.Skewness screen = skewness(x);
              return Result.of(
                  warnings(screen),
                  "statistic",
                  screen.statistic(),
                  "critical",
                  screen.critical(),
                  "skewed",
                  screen.skewed() ? 1.0 : 0.0);
            }));
  }

  private static Inputs range() {
    return Inputs.of()
        .add("min", Kind.ANY, "Minimum", "最小值")
        .add("median", Kind.ANY, "Median", "中位数")
        .add("max", Kind.ANY, "Maximum", "最大值")
        .add("n", Kind.POSITIVE, "Participants", "人数");
  }

  private static Inputs quartiles() {
    return Inputs.of()
        .add("q1", Kind.ANY, "First quartile", "下四分位数")
        .add("median", Kind.ANY, "Median", "中位数")
        .add("q3", Kind.ANY, "Third quartile", "上四分位数")
        .add("n", Kind.POSITIVE, "Participants", "人数");
  }

  private static Inputs five() {
    return Inputs.of()
        .add("min", Kind.ANY, "Minimum", "最小值")
        .add("q1", Kind.ANY, "First quartile", "下四分位数")
        .add("median", Kind.ANY, "Median", "中位数")
        .add("q3", Kind.ANY, "Third quartile", "上四分位数")
        .add("max", Kind.ANY, "Maximum", "最大值")
        .add("n", Kind.POSITIVE, "Participants", "人数");
  }

  private static List<Preparation.Input> someOfFive() {
    return Inputs.of()
        .optional("min", Kind.ANY, "Minimum", "最小值")
        .optional("q1", Kind.ANY, "First quartile", "下四分位数")
        .add("median", Kind.ANY, "Median", "中位数")
        .optional("q3", Kind.ANY, "Third quartile", "上四分位数")
        .optional("max", Kind.ANY, "Maximum", "最大值")
        .add("n", Kind.POSITIVE, "Participants", "人数")
        .list();
  }

  private static Medians.FiveNumbers numbers(Values x) {
    return new Medians.FiveNumbers(
        x.get("min"), x.get("q1"), x.get("median"), x.get("q3"), x.get("max"), x.get("n"));
  }

  private static void ordered(Values x) {
    double before = Double.NEGATIVE_INFINITY;
    String last = "";
    for (String name : List.of("min", "q1", "median", "q3", "max")) {
      if (x.containsKey(name)) {
        if (x.get(name) < before) {
          throw Refusal.of(RefusalReason.ASCENDING, name, last);
        }
        before = x.get(name);
        last = name;
      }
    }
    if (x.get("n") < 2) {
      throw Refusal.of(RefusalReason.TWO_PEOPLE);
    }
  }

  private static Medians.Skewness skewness(Values x) {
    ordered(x);
    boolean range = x.containsKey("min") && x.containsKey("max");
    boolean quartiles = x.containsKey("q1") && x.containsKey("q3");
    double n = x.get("n");
    Medians.Skewness screen;
    if (range && quartiles) {
      screen = Medians.skewness(numbers(x));
    } else if (range) {
      screen = Medians.skewnessByRange(x.get("min"), x.get("median"), x.get("max"), n);
    } else if (quartiles) {
      screen = Medians.skewnessByQuartiles(x.get("q1"), x.get("median"), x.get("q3"), n);
    } else {
      throw Refusal.of(RefusalReason.RANGE_OR_QUARTILES);
    }
    if (Double.isNaN(screen.statistic())) {
      throw Refusal.of(RefusalReason.NO_SPREAD);
    }
    return screen;
  }

  private static List<Wording> warnings(Medians.Skewness screen) {
    return screen.skewed()
        ? List.of(
            new Wording(
                "The data are skewed (Shi 2023): use a log-normal conversion, quantile estimation,"
                    + " Box-Cox or maximum likelihood, or leave the study out of the means.",
                "数据呈偏态（Shi 2023）：请改用对数正态、分位数估计、Box-Cox或最大似然换算，或不将该研究计入均数。"))
        : List.of();
  }

  private static Result both(Values x, Converted mean, Converted sd) {
    return Result.of(warnings(skewness(x)), "mean", mean.value(), "sd", sd.value());
  }

  private static Conversion logNormal(
      String method, Wording title, Inputs inputs, Function<Values, Medians.LogNormal> formula) {
    return new Conversion(
        method,
        title,
        inputs.list(),
        List.of("mean", "sd"),
        "Shi 2020, Stat Interface 13:519",
        x -> {
          ordered(x);
          if (!(x.getOrDefault("min", x.getOrDefault("q1", 1.0)) > 0)) {
            throw Refusal.of(RefusalReason.POSITIVE_VALUES);
          }
          Medians.LogNormal found = formula.apply(x);
          return Result.of(List.of(), "mean", found.mean().value(), "sd", found.sd().value());
        });
  }

  private static Conversion skewed(
      String method, Wording title, String source, Function<Quantiles, Quantiles.Moments> formula) {
    return new Conversion(
        method,
        title,
        someOfFive(),
        List.of("mean", "sd"),
        source,
        x -> {
          ordered(x);
          Quantiles.Moments found = formula.apply(Quantiles.of(x.byName()));
          List<Wording> notes = new ArrayList<>();
          notes.add(new Wording("Found: " + found.found() + ".", "所得模型：" + found.found() + "。"));
          return Result.of(notes, "mean", found.mean().value(), "sd", found.sd().value());
        });
  }
}
