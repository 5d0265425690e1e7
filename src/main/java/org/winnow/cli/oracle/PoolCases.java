package org.winnow.cli.oracle;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.GeneralisedQ;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.InformationCriteria;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** Pooled effects, as rma() prints them. */
final class PoolCases {
  private PoolCases() {}

  static Inference inference(String test) {
    return switch (test) {
      case "knha" -> Inference.HARTUNG_KNAPP;
      case "adhoc" -> Inference.HARTUNG_KNAPP_AD_HOC;
      case "t" -> Inference.WALD_T;
      default -> Inference.WALD;
    };
  }

  /** The options of a call of rma(). */
  static ModelOptions options(RExpression.Call call) {
    String method = call.text("method", "REML");
    ModelOptions.Weighting weighting = ModelOptions.Weighting.INVERSE_VARIANCE;
    if (method.equals("GENQ")) {
      weighting = ModelOptions.Weighting.FIXED_EFFECT;
      method = "DL";
    } else if (!call.flag("weighted", true)) {
      weighting = ModelOptions.Weighting.EQUAL;
    }
    return ModelOptions.of(TauSquaredEstimator.named(method), inference(call.text("test", "z")))
        .withLevel(call.number("level", 95) / 100)
        .withWeighting(weighting);
  }

  static Answer answer(ReferenceCase one) {
    RExpression.Call call = one.parsed();
    return switch (call.function()) {
      case "rma" -> {
        List<RExpression> y = call.positional();
        EffectSizes studies =
            Inputs.effectSizes(
                    one.table().evaluate(call.named("yi").orElseGet(() -> y.get(0))),
                    one.table().evaluate(call.named("vi").orElseGet(() -> y.get(1))))
                .sizes();
        yield answer(MixedModel.pool(studies, options(call)), one);
      }
      case "fast" -> {
        String method = ((RExpression.Text) call.positional().get(2)).value();
        String test = ((RExpression.Text) call.positional().get(3)).value();
        Answer out =
            answer(
                MixedModel.pool(
                    Inputs.effectSizes(one.table()).sizes(),
                    ModelOptions.of(TauSquaredEstimator.named(method), inference(test))),
                one);
        // The reference's own O(k) routine has no error of τ² and no prediction without τ².
        out.without("se_tau2");
        yield method.equals("EE")
            ? out.without("pi_t_lb", "pi_t_ub", "pi_riley_lb", "pi_riley_ub")
            : out;
      }
      case "fastQP" -> {
        Interval profile =
            MixedModel.pool(
                    Inputs.effectSizes(one.table()).sizes(),
                    ModelOptions.of(TauSquaredEstimator.DL, Inference.WALD))
                .qProfile();
        yield new Answer()
            .put("lower", profile.lower())
            .put("upper", profile.upper())
            .put("tau2", List.of(profile.lower(), profile.upper()))
            .put("tau2_lb", profile.lower())
            .put("tau2_ub", profile.upper());
      }
      default -> throw new IllegalArgumentException("No pooling by " + call.function());
    };
  }

  private static Answer answer(MixedModel model, ReferenceCase one) {
    Answer out =
        common(model)
            .put("b", model.estimate())
            .put("se", model.standardError())
            .put("zval", model.statistic(0))
            .put("pval", model.pValue(0))
            .put("ci_lb", "ci_ub", model.interval())
            .put(
                "pi_default_lb",
                "pi_default_ub",
                model.prediction(PredictionInterval.FOLLOWS_INFERENCE))
            .put("pi_simple_lb", "pi_simple_ub", model.prediction(PredictionInterval.TAU_ONLY))
            .put("pi_t_lb", "pi_t_ub", model.prediction(PredictionInterval.T_RESIDUAL))
            .put(
                "pi_riley_lb",
                "pi_riley_ub",
                model.prediction(PredictionInterval.T_RESIDUAL_LESS_ONE))
            .put("pi_t_ddf", Math.max(1, model.residualDegreesOfFreedom()));
    if (model.studyCount() < 3) {
      out.without("AIC", "AICc", "BIC", "logLik", "deviance");
    }
    if (one.expected().has("qprofile")) {
      out.put(
          "qprofile",
          model.options().weighting() == ModelOptions.Weighting.FIXED_EFFECT
              ? generalised(model)
              : profile(model));
    }
    return out;
  }

  static Answer common(MixedModel model) {
    Answer out =
        new Answer()
            .without("method", "test", "coef_names")
            .put("k", model.studyCount())
            .put("p", model.coefficientCount())
            .put("s2w", model.scale())
            .put("tau2", model.tauSquared().value())
            .put("se_tau2", model.tauSquared().standardError())
            .put("I2", orJustAbove(model, model.iSquared(), model::iSquaredAt))
            .put("H2", orJustAbove(model, model.hSquared(), model::hSquaredAt))
            .put("vt", model.typicalVariance())
            .put("QE", model.residualQ())
            .put("QEp", model.residualQPValue())
            .put("weights_pct", model.weightsPercent());
    if (Double.isInfinite(model.degreesOfFreedom())) {
      out.none("ddf");
    } else {
      out.put("ddf", model.degreesOfFreedom());
    }
    if (model.informationCriteria().isPresent()) {
      InformationCriteria fit = model.informationCriteria().get();
      out.put("logLik", fit.logLikelihood())
          .put("deviance", fit.deviance())
          .put("AIC", fit.aic())
          .put("BIC", fit.bic())
          .put("AICc", fit.aicc());
    }
    return out;
  }

  /** What follows from a τ² of 0: the reference's searches end up to the floor above it. */
  static Object orJustAbove(MixedModel model, double value, DoubleUnaryOperator ofTauSquared) {
    return model.tauSquared().value() == 0 && model.options().tauSquared() != TauSquaredEstimator.EE
        ? new Answer.Range(value, Math.max(value, ofTauSquared.applyAsDouble(Comparison.FLOOR)))
        : value;
  }

  static Answer profile(MixedModel model) {
    Interval profile = model.qProfile();
    return new Answer()
        .put("tau2", profiled(model, profile, t -> t))
        .put("tau", profiled(model, profile, Math::sqrt))
        .put("I2", profiled(model, profile, model::iSquaredAt))
        .put("H2", profiled(model, profile, model::hSquaredAt));
  }

  private static List<Object> profiled(
      MixedModel model, Interval profile, DoubleUnaryOperator ofTauSquared) {
    return List.of(
        orJustAbove(model, ofTauSquared.applyAsDouble(model.tauSquared().value()), ofTauSquared),
        ofTauSquared.applyAsDouble(profile.lower()),
        ofTauSquared.applyAsDouble(profile.upper()));
  }

  /** The interval that belongs to a fixed-weights estimate. */
  private static Answer generalised(MixedModel model) {
    double tau2 = model.tauSquared().value();
    Interval interval =
        GeneralisedQ.BIGGERSTAFF_JACKSON.interval(model.studies(), model.options().level());
    return new Answer()
        .put("tau2", searched(tau2, interval, t -> t))
        .put("tau", searched(tau2, interval, Math::sqrt))
        .put("I2", searched(tau2, interval, model::iSquaredAt))
        .put("H2", searched(tau2, interval, model::hSquaredAt));
  }

  private static List<Object> searched(
      double tau2, Interval interval, DoubleUnaryOperator increasing) {
    return List.of(
        increasing.applyAsDouble(tau2),
        Answer.searched(interval.lower(), increasing),
        Answer.searched(interval.upper(), increasing));
  }
}
