package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import org.winnow.analysis.Preparation.Conversion;
import org.winnow.analysis.Preparation.Inputs;
import org.winnow.analysis.Preparation.Kind;
import org.winnow.analysis.Preparation.Result;
import org.winnow.analysis.Preparation.Values;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.conversion.Arms;
import org.winnow.metaanalysis.conversion.Designs;
import org.winnow.metaanalysis.conversion.Scales;

/** Arms joined and divided, scales, and the designs that need correction. */
final class ArmConversions {
  private static final int MOST_ARMS = 6;

  private ArmConversions() {}

  static List<Conversion> all() {
    return List.of(
        new Conversion(
            "combine-arms",
            new Wording("Combine arms: people, means and SDs", "合并多组：人数、均数与标准差"),
            arms(true),
            List.of("n", "mean", "sd"),
            "Cochrane Handbook 6.5.2.10, exact for any number of arms",
            ArmConversions::combined),
        new Conversion(
            "combine-events",
            new Wording("Combine arms: events and people", "合并多组：事件数与人数"),
            arms(false),
            List.of("events", "n"),
            "Cochrane Handbook 23.3.4: sums",
            x -> {
              double events = 0;
              double n = 0;
              for (int i = 1; i <= MOST_ARMS; i++) {
                if (whole(x, i, "events", "n")) {
                  events += x.get("events" + i);
                  n += x.get("n" + i);
                  fits(x.get("events" + i), x.get("n" + i));
                }
              }
              return Result.of(List.of(), "events", events, "n", n);
            }),
        new Conversion(
            "split-control",
            new Wording(
                "Split a shared control over comparisons, fractions allowed", "将共用对照组平分至各比较（可为小数）"),
            shared(),
            List.of("n", "events"),
            "Cochrane Handbook 23.3.4; means and SDs stay as they are",
            x -> {
              double parts = x.get("comparisons");
              List<Object> out = new ArrayList<>(List.of("n", x.get("n") / parts));
              if (x.containsKey("events")) {
                fits(x.get("events"), x.get("n"));
                out.addAll(List.of("events", x.get("events") / parts));
              }
              return Result.of(List.of(splitting()), out.toArray());
            }),
        new Conversion(
            "split-control-whole",
            new Wording(
                "Split a shared control over comparisons, whole numbers", "将共用对照组平分至各比较（整数）"),
            shared(),
            List.of("n1", "events1", "n2", "events2"),
            "Cochrane Handbook 23.3.4; largest remainder, the total is kept",
            ArmConversions::wholeParts),
        new Conversion(
            "rescale",
            new Wording("Change the unit of a mean and SD", "换算均数与标准差的单位"),
            meanSd(Inputs.of())
                .add("factor", Kind.ANY, "Factor", "系数")
                .optional("offset", Kind.ANY, "Offset (0)", "偏移（默认0）")
                .list(),
            List.of("mean", "sd"),
            "mean·factor + offset, SD·|factor|: an offset moves means, never SDs",
            x -> {
              if (x.get("factor") == 0) {
                throw Refusal.of(RefusalReason.FACTOR);
              }
              Arms.Arm arm = Scales.linear(arm(x), x.get("factor"), x.getOrDefault("offset", 0.0));
              return Result.of(List.of(), "mean", arm.mean(), "sd", arm.sd());
            }),
        new Conversion(
            "reverse-scale",
            new Wording("Read a scale the other way round", "反转量表方向"),
            meanSd(Inputs.of())
                .add("lowest", Kind.ANY, "Lowest possible score", "最低可能得分")
                .add("highest", Kind.ANY, "Highest possible score", "最高可能得分")
                .list(),
            List.of("mean", "sd"),
            "lowest + highest − mean; the SD stays",
            x -> {
              if (!(x.get("highest") > x.get("lowest"))) {
                throw Refusal.of(RefusalReason.SCALE_ENDS);
              }
              if (x.get("mean") < x.get("lowest") || x.get("mean") > x.get("highest")) {
                throw Refusal.of(RefusalReason.OUTSIDE_SCALE);
              }
              Arms.Arm arm = Scales.reversed(arm(x), x.get("lowest"), x.get("highest"));
              return Result.of(List.of(), "mean", arm.mean(), "sd", arm.sd());
            }),
        new Conversion(
            "change-direction",
            new Wording(
                "Multiply a mean by −1 (changes, or scales in opposite directions)",
                "均数乘以−1（变化值或方向相反的量表）"),
            meanSd(Inputs.of()).list(),
            List.of("mean", "sd"),
            "Cochrane Handbook 6.5.1.2; the SD stays",
            x -> {
              Arms.Arm arm = Scales.linear(arm(x), -1, 0);
              return Result.of(List.of(), "mean", arm.mean(), "sd", arm.sd());
            }),
        new Conversion(
            "cluster-sample-size",
            new Wording("Effective size of a cluster-randomised arm", "整群随机试验的有效样本量"),
            Inputs.of()
                .add("n", Kind.POSITIVE, "Participants", "人数")
                .add("clusterSize", Kind.POSITIVE, "Mean size of a cluster", "平均群大小")
                .add("icc", Kind.NOT_NEGATIVE, "Intracluster correlation", "群内相关系数")
                .optional("events", Kind.NOT_NEGATIVE, "Events", "事件数")
                .optional(
                    "cv",
                    Kind.NOT_NEGATIVE,
                    "Coefficient of variation of cluster sizes (0)",
                    "群大小的变异系数（默认0）")
                .list(),
            List.of("designEffect", "n", "events"),
            "Cochrane Handbook 23.1.4; Eldridge 2006, Int J Epidemiol 35:1292 for unequal sizes",
            x -> {
              double effect = effect(x);
              List<Object> out =
                  new ArrayList<>(List.of("designEffect", effect, "n", x.get("n") / effect));
              if (x.containsKey("events")) {
                fits(x.get("events"), x.get("n"));
                out.addAll(List.of("events", x.get("events") / effect));
              }
              return Result.of(List.of(correlated()), out.toArray());
            }),
        new Conversion(
            "cluster-se",
            new Wording("Standard error inflated for clusters", "按设计效应放大标准误"),
            Inputs.of()
                .add("se", Kind.POSITIVE, "Standard error without clusters", "未考虑整群的标准误")
                .add("clusterSize", Kind.POSITIVE, "Mean size of a cluster", "平均群大小")
                .add("icc", Kind.NOT_NEGATIVE, "Intracluster correlation", "群内相关系数")
                .optional(
                    "cv",
                    Kind.NOT_NEGATIVE,
                    "Coefficient of variation of cluster sizes (0)",
                    "群大小的变异系数（默认0）")
                .list(),
            List.of("designEffect", "se"),
            "Cochrane Handbook 23.1.4: SE·√(design effect)",
            x ->
                Result.of(
                    List.of(correlated()),
                    "designEffect",
                    effect(x),
                    "se",
                    x.get("se") * Math.sqrt(effect(x)))),
        new Conversion(
            "crossover-difference",
            new Wording("Paired mean difference of a cross-over trial", "交叉试验的配对均数差"),
            paired(),
            List.of("difference", "sd", "se"),
            "Cochrane Handbook 23.2.7.1",
            x -> {
              Designs.Paired p =
                  Designs.crossover(
                      x.get("mean1"),
                      x.get("mean2"),
                      x.get("sd1"),
                      x.get("sd2"),
                      x.get("r"),
                      x.get("n"));
              return Result.of(
                  List.of(imputed()),
                  "difference",
                  p.difference(),
                  "sd",
                  p.sd(),
                  "se",
                  p.standardError());
            }),
        new Conversion(
            "crossover-smd",
            new Wording("Standardised difference of a cross-over trial", "交叉试验的标准化均数差"),
            paired(),
            List.of("smd", "se"),
            "Cochrane Handbook 23.2.7.2: by the average SD",
            x -> {
              Designs.Paired p =
                  Designs.crossoverStandardised(
                      x.get("mean1"),
                      x.get("mean2"),
                      x.get("sd1"),
                      x.get("sd2"),
                      x.get("r"),
                      x.get("n"));
              return Result.of(List.of(imputed()), "smd", p.difference(), "se", p.standardError());
            }),
        new Conversion(
            "crossover-odds-ratio",
            new Wording("Marginal odds ratio of a cross-over trial", "交叉试验的边际比值比"),
            Inputs.of()
                .add("both", Kind.NOT_NEGATIVE, "Event under both treatments", "两种治疗下均有事件")
                .add(
                    "onlyExperimental",
                    Kind.NOT_NEGATIVE,
                    "Under the experimental one only",
                    "仅试验治疗下有事件")
                .add("onlyControl", Kind.NOT_NEGATIVE, "Under the control only", "仅对照治疗下有事件")
                .add("neither", Kind.NOT_NEGATIVE, "Under neither", "均无事件")
                .list(),
            List.of("or", "logOr", "se"),
            "Becker and Balagtas 1993, Contemp Clin Trials 14:303; Elbourne 2002 for the variance",
            ArmConversions::becker));
  }

  private static List<Preparation.Input> arms(boolean means) {
    Inputs inputs = Inputs.of();
    for (int i = 1; i <= MOST_ARMS; i++) {
      for (String name : means ? List.of("n", "mean", "sd") : List.of("events", "n")) {
        Kind kind =
            name.equals("n") ? Kind.POSITIVE : name.equals("mean") ? Kind.ANY : Kind.NOT_NEGATIVE;
        String en =
            switch (name) {
              case "n" -> "Participants, arm ";
              case "mean" -> "Mean, arm ";
              case "sd" -> "SD, arm ";
              default -> "Events, arm ";
            };
        String zh =
            switch (name) {
              case "n" -> "人数，组";
              case "mean" -> "均数，组";
              case "sd" -> "标准差，组";
              default -> "事件数，组";
            };
        if (i <= 2) {
          inputs.add(name + i, kind, en + i, zh + i);
        } else {
          inputs.optional(name + i, kind, en + i, zh + i);
        }
      }
    }
    return inputs.list();
  }

  private static List<Preparation.Input> shared() {
    return Inputs.of()
        .add("n", Kind.POSITIVE, "Participants in the control", "对照组人数")
        .add("comparisons", Kind.COUNT, "Comparisons that share it", "共用该组的比较数")
        .optional("events", Kind.NOT_NEGATIVE, "Events in the control", "对照组事件数")
        .list();
  }

  private static Inputs meanSd(Inputs inputs) {
    return inputs.add("mean", Kind.ANY, "Mean", "均数").add("sd", Kind.NOT_NEGATIVE, "SD", "标准差");
  }

  private static List<Preparation.Input> paired() {
    return Inputs.of()
        .add("mean1", Kind.ANY, "Mean, experimental", "试验治疗均数")
        .add("sd1", Kind.POSITIVE, "SD, experimental", "试验治疗标准差")
        .add("mean2", Kind.ANY, "Mean, control", "对照治疗均数")
        .add("sd2", Kind.POSITIVE, "SD, control", "对照治疗标准差")
        .add("r", Kind.CORRELATION, "Correlation of the periods", "两阶段的相关系数")
        .add("n", Kind.POSITIVE, "Participants", "人数")
        .list();
  }

  private static Arms.Arm arm(Values x) {
    return new Arms.Arm(1, x.get("mean"), x.get("sd"));
  }

  private static double effect(Values x) {
    double effect =
        Designs.designEffect(x.get("clusterSize"), x.getOrDefault("cv", 0.0), x.get("icc"));
    if (!(effect > 0) || x.get("icc") > 1) {
      throw Refusal.of(RefusalReason.ICC);
    }
    return effect;
  }

  /** Whether an arm is there; one of whose numbers only some are there is refused. */
  private static boolean whole(Values x, int arm, String... names) {
    int there = 0;
    for (String name : names) {
      there += x.containsKey(name + arm) ? 1 : 0;
    }
    if (there != 0 && there != names.length) {
      throw Refusal.of(RefusalReason.ARM_INCOMPLETE, arm);
    }
    return there > 0;
  }

  private static void fits(double events, double n) {
    if (events > n) {
      throw Refusal.of(RefusalReason.MORE_EVENTS, events + "/" + n);
    }
  }

  private static Result combined(Values x) {
    List<Arms.Arm> arms = new ArrayList<>();
    for (int i = 1; i <= MOST_ARMS; i++) {
      if (whole(x, i, "n", "mean", "sd")) {
        arms.add(new Arms.Arm(x.get("n" + i), x.get("mean" + i), x.get("sd" + i)));
      }
    }
    Arms.Arm arm = Arms.combined(arms);
    return Result.of(List.of(), "n", arm.n(), "mean", arm.mean(), "sd", arm.sd());
  }

  private static Result wholeParts(Values x) {
    int parts = (int) x.get("comparisons");
    List<Object> out = new ArrayList<>();
    int[] n = Arms.split(wholeNumber(x, "n"), parts);
    int[] events =
        x.containsKey("events") ? Arms.split(wholeNumber(x, "events"), parts) : new int[0];
    if (events.length > 0) {
      fits(x.get("events"), x.get("n"));
    }
    for (int i = 0; i < parts; i++) {
      out.addAll(List.of("n" + (i + 1), (double) n[i]));
      if (events.length > 0) {
        out.addAll(List.of("events" + (i + 1), (double) events[i]));
      }
    }
    return Result.of(List.of(splitting()), out.toArray());
  }

  private static int wholeNumber(Values x, String name) {
    double value = x.get(name);
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw Refusal.of(RefusalReason.INPUT_WHOLE, name, value);
    }
    return (int) value;
  }

  private static Result becker(Values x) {
    double a = x.get("both");
    double b = x.get("onlyExperimental");
    double c = x.get("onlyControl");
    double d = x.get("neither");
    double n = a + b + c + d;
    double or = Designs.marginalOddsRatio(a, b, c, d);
    if (!(or > 0) || Double.isInfinite(or)) {
      throw Refusal.of(RefusalReason.NO_ODDS_RATIO);
    }
    double covariance = (a * d - b * c) / n;
    double e1 = a + b;
    double e2 = a + c;
    double v1 = n / (e1 * (n - e1));
    double v2 = n / (e2 * (n - e2));
    double variance = v1 + v2 - 2 * covariance * v1 * v2;
    return Result.of(
        List.of(), "or", or, "logOr", Math.log(or), "se", Math.sqrt(Math.max(0, variance)));
  }

  private static Wording splitting() {
    return new Wording(
        "Splitting counts nobody twice, but leaves the comparisons correlated: combining the arms is"
            + " better where they are alike.",
        "拆分可避免重复计数，但各比较仍相关；若各组性质相近，合并各组更佳。");
  }

  private static Wording correlated() {
    return new Wording(
        "Say where the intracluster correlation comes from, and try others.",
        "请注明群内相关系数的来源，并以其他取值作敏感性分析。");
  }

  private static Wording imputed() {
    return new Wording(
        "With a correlation that is not the trial's own, try others.",
        "若相关系数并非该试验自身的数据，请以其他取值作敏感性分析。");
  }
}
