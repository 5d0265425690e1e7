package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.ExcessSignificance;
import org.winnow.metaanalysis.FailSafeNumber;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.LimitMetaAnalysis;
import org.winnow.metaanalysis.MantelHaenszel;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.RankCorrelation;
import org.winnow.metaanalysis.SelectionModel;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TrimAndFill;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.TwoMeans;
import org.winnow.metaanalysis.ZeroCells;

/**
 * Tests of small-study effects by their names, some with a value after a colon (egger:ninv,
 * trimfill:R0, fsn:0.1). A test that the studies are too few or too alike for is answered with the
 * reason.
 */
final class BiasTests {
  /** All names, for messages and help. */
  static final List<String> NAMES =
      List.of(
          "egger",
          "egger-mixed",
          "begg",
          "thompson",
          "harbord",
          "peters",
          "macaskill",
          "deeks",
          "ruecker",
          "schwarzer",
          "pustejovsky",
          "peese",
          "pet-peese",
          "trimfill",
          "fsn",
          "excess",
          "selection",
          "limit",
          "lfk");

  private static final double PET = 0.10;

  private final Analysis analysis;
  private final EffectSizes studies;

  private BiasTests(Analysis analysis) {
    this.analysis = analysis;
    studies = analysis.model().studies();
  }

  static Tree of(Analysis a) {
    Tree out = new Tree();
    out.put("fewStudies", a.rows().length < SmallStudyEffects.ADVISED_STUDIES);
    BiasTests tests = new BiasTests(a);
    for (String word : a.settings().tests()) {
      String[] parts = word.split(":", -1);
      Supplier<Tree> test = tests.named(parts[0], parts.length > 1 ? parts[1] : "");
      out.put(word, tried(test));
    }
    return out;
  }

  /** What a computation gives, or why it is not defined for these studies. */
  static Tree tried(Supplier<Tree> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException | ArithmeticException | IllegalStateException e) {
      return notDefined(new Tree(), e);
    }
  }

  /** Why something is not defined for these studies, in English and Chinese. */
  static Tree notDefined(Tree out, RuntimeException e) {
    Wording why = Refusal.said(e);
    return out.put("notDefined", why.en()).put("notDefinedInChinese", why.zh());
  }

  private Supplier<Tree> named(String name, String value) {
    if (!NAMES.contains(name)) {
      throw Refusal.of(RefusalReason.NO_TEST, name, String.join(", ", NAMES));
    }
    return switch (name) {
      case "egger" -> {
        double[] x = predictor(value);
        yield () -> regression(SmallStudyEffects.byStudy(studies, x));
      }
      case "egger-mixed" -> {
        double[] x = predictor(value);
        yield () -> regression(SmallStudyEffects.mixed(studies, x, analysis.model().options()));
      }
      case "thompson" -> () -> regression(SmallStudyEffects.thompsonSharp(studies));
      case "peese" -> () -> regression(SmallStudyEffects.peese(studies));
      case "pet-peese" -> this::petPeese;
      case "begg" -> () -> rank(SmallStudyEffects.begg(studies));
      case "harbord", "peters", "macaskill", "deeks", "schwarzer", "ruecker" -> {
        List<TwoByTwo> tables = tables(name);
        yield () -> ofTables(name, tables);
      }
      case "pustejovsky" -> {
        List<TwoMeans> arms = arms();
        yield () -> regression(SmallStudyEffects.pustejovskyRodgers(studies, arms));
      }
      case "trimfill" -> {
        TrimAndFill.Estimator estimator = estimator(value);
        yield () -> trimAndFill(analysis, estimator, Optional.empty());
      }
      case "fsn" -> {
        OptionalDouble target = target(value);
        yield () -> failSafe(target);
      }
      case "excess" -> () -> excess(ExcessSignificance.of(studies));
      case "selection" -> this::selection;
      case "limit" -> this::limit;
      default ->
          () -> {
            few(3);
            return new Tree().put("lfk", SmallStudyEffects.lfkIndex(studies));
          };
    };
  }

  private void few(int needed) {
    if (studies.count() < needed) {
      throw Refusal.of(RefusalReason.FEW_STUDIES, needed, studies.count());
    }
  }

  private double[] predictor(String name) {
    int k = studies.count();
    double[] out = new double[k];
    switch (name) {
      case "", "sei" -> Arrays.setAll(out, studies::standardError);
      case "vi" -> Arrays.setAll(out, studies::variance);
      case "ni", "ninv", "sqrtni", "sqrtninv" -> {
        double[] sizes = sizes();
        Arrays.setAll(
            out,
            i ->
                switch (name) {
                  case "ni" -> sizes[i];
                  case "ninv" -> 1 / sizes[i];
                  case "sqrtni" -> Math.sqrt(sizes[i]);
                  default -> 1 / Math.sqrt(sizes[i]);
                });
      }
      default -> throw Refusal.of(RefusalReason.NO_PREDICTOR, name);
    }
    return out;
  }

  private double[] sizes() {
    StudyTable table = analysis.table();
    String[] columns = table.has("n1i", "n2i") ? new String[] {"n1i", "n2i"} : new String[] {"ni"};
    if (!table.has(columns)) {
      throw Refusal.of(RefusalReason.SIZES_NEEDED);
    }
    int[] rows = analysis.rows();
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (String column : columns) {
        out[i] += table.number(rows[i], column);
      }
      if (!(out[i] > 0)) {
        throw Refusal.at(rows[i], RefusalReason.NOBODY);
      }
    }
    return out;
  }

  private List<TwoByTwo> tables(String name) {
    List<TwoByTwo> all =
        analysis.effects().tables().orElseThrow(() -> Refusal.of(RefusalReason.TEST_NEEDS, name));
    return Arrays.stream(analysis.rows()).mapToObj(all::get).toList();
  }

  private List<TwoMeans> arms() {
    StudyTable table = analysis.table();
    if (!table.has("m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i")) {
      throw Refusal.of(RefusalReason.TEST_NEEDS_MEANS);
    }
    List<TwoMeans> out = new ArrayList<>();
    for (int row : analysis.rows()) {
      out.add(
          new TwoMeans(
              table.number(row, "m1i"),
              table.number(row, "sd1i"),
              table.number(row, "n1i"),
              table.number(row, "m2i"),
              table.number(row, "sd2i"),
              table.number(row, "n2i")));
    }
    return out;
  }

  private Tree ofTables(String name, List<TwoByTwo> tables) {
    return switch (name) {
      case "harbord" -> {
        List<TwoByTwo> in =
            tables.stream().filter(t -> t.events() > 0 && t.nonEvents() > 0).toList();
        yield regression(
            analysis.settings().measure().equals("RR")
                ? SmallStudyEffects.harbordRisk(in)
                : SmallStudyEffects.harbordOdds(in));
      }
      case "peters" -> regression(SmallStudyEffects.peters(studies, tables));
      case "macaskill" -> regression(SmallStudyEffects.macaskill(studies, tables));
      case "deeks" -> regression(SmallStudyEffects.deeks(studies, tables));
      case "schwarzer" -> {
        for (TwoByTwo t : tables) {
          if (t.a() != Math.rint(t.a()) || t.c() != Math.rint(t.c())) {
            throw Refusal.of(RefusalReason.WHOLE_EVENTS);
          }
        }
        List<TwoByTwo> in =
            tables.stream().filter(t -> t.events() > 0 && t.nonEvents() > 0).toList();
        PooledEffect pooled =
            MantelHaenszel.oddsRatio(ZeroCells.DROPPING.corrected(in))
                .orElseThrow(() -> Refusal.of(RefusalReason.NO_EXPECTATION));
        yield rank(SmallStudyEffects.schwarzer(in, pooled.estimate()));
      }
      default -> {
        List<StudyEffect> effects = BinaryMeasure.AS.effects(tables, ZeroCells.NONE);
        yield regression(SmallStudyEffects.thompsonSharp(sizes(effects)));
      }
    };
  }

  private static EffectSizes sizes(List<StudyEffect> effects) {
    List<StudyEffect.Estimable> in = new ArrayList<>();
    for (StudyEffect effect : effects) {
      if (effect instanceof StudyEffect.Estimable e) {
        in.add(e);
      }
    }
    return EffectSizes.of(
        in.stream().mapToDouble(StudyEffect.Estimable::estimate).toArray(),
        in.stream().mapToDouble(StudyEffect.Estimable::variance).toArray());
  }

  private Tree regression(SmallStudyEffects.Regression fit) {
    return new Tree()
        .put("slope", fit.slope())
        .put("se", fit.slopeError())
        .put("statistic", fit.statistic())
        .put("df", fit.df())
        .put("p", fit.pValue())
        .put("limit", fit.intercept())
        .put("limit", fit.limit(analysis.settings().level() / 100))
        .put("dispersion", fit.dispersion());
  }

  private static Tree rank(RankCorrelation test) {
    return new Tree()
        .put("tau", test.tau())
        .put("p", test.pValue())
        .put("exact", !test.ties() && test.n() < 50)
        .put("z", test.z(false))
        .put("normalP", test.normalPValue(false))
        .put("correctedP", test.normalPValue(true));
  }

  /** The effect in a study of infinite size by PET; by PEESE where PET finds one (P &lt; 0.10). */
  private Tree petPeese() {
    SmallStudyEffects.Regression pet = SmallStudyEffects.egger(studies);
    SmallStudyEffects.Regression peese = SmallStudyEffects.peese(studies);
    double p = Distributions.tTwoSided(pet.intercept() / pet.interceptError(), pet.df());
    boolean effect = p < PET;
    SmallStudyEffects.Regression chosen = effect ? peese : pet;
    return new Tree()
        .put("chosen", effect ? "peese" : "pet")
        .put("petP", p)
        .put("estimate", chosen.intercept())
        .put("se", chosen.interceptError())
        .put(chosen.limit(analysis.settings().level() / 100))
        .put("pet", regression(pet))
        .put("peese", regression(peese));
  }

  static TrimAndFill.Estimator estimator(String value) {
    return switch (value.toUpperCase(Locale.ROOT)) {
      case "", "L0" -> TrimAndFill.Estimator.L0;
      case "R0" -> TrimAndFill.Estimator.R0;
      case "Q0" -> TrimAndFill.Estimator.Q0;
      default -> throw Refusal.of(RefusalReason.TRIM_AND_FILL_BY, value);
    };
  }

  static Tree trimAndFill(
      Analysis a, TrimAndFill.Estimator estimator, Optional<TrimAndFill.Side> side) {
    TrimAndFill result = TrimAndFill.of(a.model().studies(), estimator, side, a.model().options());
    List<Tree> filled = new ArrayList<>();
    result
        .filled()
        .ifPresent(
            f -> {
              for (int i = 0; i < f.count(); i++) {
                filled.add(new Tree().put("estimate", f.estimate(i)).put("se", f.standardError(i)));
              }
            });
    return new Tree()
        .put("estimator", estimator.name())
        .put("side", result.side().name().toLowerCase(Locale.ROOT))
        .put("missing", result.missing())
        .put("missingError", result.missingError())
        .put("missingP", result.missingPValue())
        .put("filled", filled)
        .put("pooled", AnalysisJson.pooled(result.model()));
  }

  private static OptionalDouble target(String value) {
    try {
      return value.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      throw Refusal.of(RefusalReason.TARGET, value);
    }
  }

  /** Orwin's target is half the fixed effect where none is given. */
  private Tree failSafe(OptionalDouble given) {
    double mean =
        MixedModel.pool(studies, ModelOptions.of(TauSquaredEstimator.EE, Inference.WALD))
            .estimate();
    double target = given.orElse(mean / 2);
    return new Tree()
        .put("rosenthal", FailSafeNumber.rosenthal(studies).studies())
        .put("orwin", FailSafeNumber.orwin(studies, target).studies())
        .put("orwinTarget", target)
        .put("rosenberg", FailSafeNumber.rosenberg(studies).studies())
        .put("general", FailSafeNumber.general(studies).studies());
  }

  private static Tree excess(ExcessSignificance test) {
    return new Tree()
        .put("observed", test.observed())
        .put("expected", test.expected())
        .put("effect", test.effect())
        .put("p", test.pValue())
        .put("limit", test.limit())
        .put("power", test.power());
  }

  private Tree selection() {
    few(3);
    boolean negative = analysis.summary().pooled().estimate() < 0;
    EffectSizes in = studies;
    if (negative) {
      double[] y = studies.estimates();
      Arrays.setAll(y, i -> -studies.estimate(i));
      in = EffectSizes.of(y, studies.variances());
    }
    SelectionModel.Result fit = SelectionModel.threeParameters(in);
    double sign = negative ? -1 : 1;
    return new Tree()
        .put("expected", negative ? "negative" : "positive")
        .put("estimate", sign * fit.estimate())
        .put("se", fit.standardError())
        .put(
            new PooledEffect(sign * fit.estimate(), fit.standardError())
                .interval(analysis.settings().level() / 100))
        .put("tauSquared", fit.tauSquared())
        .put("delta", fit.delta())
        .put("likelihoodRatio", fit.likelihoodRatio())
        .put("p", fit.pValue());
  }

  private Tree limit() {
    few(3);
    LimitMetaAnalysis fit =
        LimitMetaAnalysis.of(studies, analysis.summary().tauSquared().orElse(0));
    return new Tree()
        .put("estimate", fit.adjusted().estimate())
        .put("se", fit.adjusted().standardError())
        .put(fit.adjusted().interval(analysis.settings().level() / 100))
        .put("p", fit.adjusted().pValue())
        .put("alpha", fit.alpha())
        .put("beta", fit.beta())
        .put("qSmall", fit.qSmall())
        .put("qResidual", fit.qResidual())
        .put("gSquared", fit.gSquared());
  }
}
