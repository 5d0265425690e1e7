package org.winnow.analysis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.FailSafeNumber;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MetaRegression;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.RankCorrelation;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.RevManText;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TrimAndFill;

/** An analysis as JSON, with every number at full precision. */
public final class AnalysisJson {
  private final JsonGenerator json;
  private final AnalysisSettings settings;

  private AnalysisJson(JsonGenerator json, AnalysisSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  /**
   * Writes one object.
   *
   * @throws IllegalArgumentException when the settings name a test or a column that is not there
   */
  public static void write(JsonGenerator json, Analysis analysis) throws IOException {
    new AnalysisJson(json, analysis.settings()).write(analysis);
  }

  private void write(Analysis a) throws IOException {
    json.writeStartObject();
    json.writeStringField("measure", settings.measure());
    json.writeStringField("convention", settings.convention());
    json.writeBooleanField("logScale", StudyEffects.ratio(settings.measure()));
    json.writeStringField("model", settings.model());
    json.writeStringField("tauSquaredEstimator", a.model().options().tauSquared().name());
    json.writeStringField("interval", a.model().options().inference().name());
    number("level", settings.level());
    json.writeNumberField("rows", a.table().size());
    json.writeNumberField("k", a.rows().length);
    studies(a);
    if (a.revMan().isPresent()) {
      revMan(a.revMan().get());
    } else {
      pooled("pooled", a.model());
      heterogeneity(a.model());
    }
    prediction(a);
    if (!settings.subgroup().isEmpty()) {
      subgroups(a);
    }
    if (!settings.moderators().isEmpty()) {
      regression(a);
    }
    if (!settings.tests().isEmpty()) {
      tests(a);
    }
    if (!settings.sensitivity().isEmpty()) {
      sensitivity(a);
    }
    json.writeEndObject();
  }

  private void studies(Analysis a) throws IOException {
    double[] weights = a.weights();
    json.writeArrayFieldStart("studies");
    for (int i = 0; i < a.table().size(); i++) {
      json.writeStartObject();
      json.writeStringField("study", a.study(i));
      switch (a.effects().effects().get(i)) {
        case StudyEffect.Estimable e -> {
          number("estimate", e.estimate());
          number("se", e.standardError());
          interval(e.interval(settings.level() / 100));
          number("weight", weights[i]);
        }
        case StudyEffect.NotEstimable n -> json.writeStringField("notEstimable", n.reason().name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void revMan(RevMan.Result result) throws IOException {
    json.writeObjectFieldStart("pooled");
    if (result.total().isPresent()) {
      PooledEffect total = result.total().get();
      number("estimate", total.estimate());
      number("se", total.standardError());
      interval(total.interval(settings.level() / 100));
      number("statistic", total.z());
      number("p", total.pValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("heterogeneity");
    Heterogeneity q = result.heterogeneity();
    number("q", q.q());
    number("df", q.df());
    number("p", q.pValue());
    number("iSquared", q.iSquared());
    number("tauSquared", result.tauSquared());
    json.writeEndObject();
    json.writeArrayFieldStart("text");
    json.writeString(RevManText.heterogeneity(result));
    if (result.total().isPresent()) {
      json.writeString(RevManText.overallEffect(result.total().get()));
    }
    json.writeEndArray();
  }

  private void pooled(String name, MixedModel model) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("k", model.studyCount());
    number("estimate", model.estimate());
    number("se", model.standardError());
    interval(model.interval());
    number("statistic", model.statistic(0));
    number("df", model.degreesOfFreedom());
    number("p", model.pValue(0));
    number("tauSquared", model.tauSquared().value());
    number("q", model.residualQ());
    number("iSquared", model.iSquared());
    json.writeEndObject();
  }

  private void heterogeneity(MixedModel model) throws IOException {
    json.writeObjectFieldStart("heterogeneity");
    Heterogeneity q = new Heterogeneity(model.residualQ(), model.residualDegreesOfFreedom());
    number("q", q.q());
    number("df", q.df());
    number("p", q.pValue());
    number("tauSquared", model.tauSquared().value());
    number("tauSquaredError", model.tauSquared().standardError());
    number("iSquared", model.iSquared());
    number("iSquaredFromQ", q.iSquared());
    number("hSquared", model.hSquared());
    if (model.studyCount() > 1 && model.options().tauSquared() != TauSquaredEstimator.EE) {
      Interval profile = model.qProfile();
      json.writeObjectFieldStart("qProfile");
      number("tauSquaredLower", profile.lower());
      number("tauSquaredUpper", profile.upper());
      number("iSquaredLower", model.iSquaredAt(profile.lower()));
      number("iSquaredUpper", model.iSquaredAt(profile.upper()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void prediction(Analysis a) throws IOException {
    if (settings.fixed() || settings.predictionKind().equals("off")) {
      return;
    }
    Optional<Interval> interval = a.prediction();
    if (interval.isEmpty()) {
      json.writeNullField("prediction");
      return;
    }
    json.writeObjectFieldStart("prediction");
    json.writeStringField("kind", settings.predictionKind());
    interval(interval.get());
    json.writeEndObject();
  }

  private void subgroups(Analysis a) throws IOException {
    List<Analysis.Group> groups = a.groups();
    json.writeArrayFieldStart("subgroups");
    for (Analysis.Group group : groups) {
      if (group.analysis().isPresent()) {
        Analysis pooled = group.analysis().get();
        json.writeStartObject();
        json.writeStringField("label", group.label());
        if (pooled.revMan().isPresent()) {
          revMan(pooled.revMan().get());
        } else {
          pooled("pooled", pooled.model());
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    Optional<Heterogeneity> differences = Analysis.differences(groups);
    if (differences.isPresent()) {
      Heterogeneity q = differences.get();
      json.writeObjectFieldStart("subgroupDifferences");
      number("q", q.q());
      number("df", q.df());
      number("p", q.pValue());
      number("iSquared", q.iSquared());
      json.writeEndObject();
    }
  }

  private void regression(Analysis a) throws IOException {
    String[] names = settings.moderators().toArray(String[]::new);
    int[] in =
        IntStream.range(0, a.rows().length)
            .filter(i -> !a.table().missing(a.rows()[i], names))
            .toArray();
    Design design = Design.intercept(in.length);
    for (String name : names) {
      if (a.table().numeric(name)) {
        design.numeric(
            name, IntStream.of(in).mapToDouble(i -> a.table().number(a.rows()[i], name)).toArray());
      } else {
        design.factor(
            name, IntStream.of(in).mapToObj(i -> a.table().text(a.rows()[i], name)).toList());
      }
    }
    MetaRegression regression =
        MetaRegression.fit(a.model().studies().at(in), design, a.model().options());
    MixedModel fitted = regression.model();
    json.writeObjectFieldStart("regression");
    json.writeNumberField("k", fitted.studyCount());
    json.writeArrayFieldStart("coefficients");
    for (int j = 0; j < fitted.coefficientCount(); j++) {
      json.writeStartObject();
      json.writeStringField("name", regression.names().get(j));
      number("estimate", fitted.coefficients()[j]);
      number("se", fitted.standardError(j));
      interval(fitted.interval(j));
      number("statistic", fitted.statistic(j));
      number("p", fitted.pValue(j));
      json.writeEndObject();
    }
    json.writeEndArray();
    number("tauSquared", fitted.tauSquared().value());
    number("residualQ", fitted.residualQ());
    number("rSquared", regression.rSquared());
    if (fitted.omnibus().isPresent()) {
      MixedModel.OmnibusTest test = fitted.omnibus().get();
      number("omnibus", test.statistic());
      number("omnibusP", test.pValue());
    }
    json.writeEndObject();
  }

  private void tests(Analysis a) throws IOException {
    EffectSizes studies = a.model().studies();
    json.writeObjectFieldStart("tests");
    json.writeBooleanField("fewStudies", studies.count() < SmallStudyEffects.ADVISED_STUDIES);
    for (String test : settings.tests()) {
      switch (test) {
        case "egger" -> regression(test, SmallStudyEffects.egger(studies));
        case "peese" -> regression(test, SmallStudyEffects.peese(studies));
        case "thompson" -> regression(test, SmallStudyEffects.thompsonSharp(studies));
        case "egger-mixed" ->
            regression(
                test,
                SmallStudyEffects.mixed(
                    studies,
                    IntStream.range(0, studies.count())
                        .mapToDouble(studies::standardError)
                        .toArray(),
                    a.model().options()));
        case "begg" -> {
          RankCorrelation rank = SmallStudyEffects.begg(studies);
          json.writeObjectFieldStart(test);
          number("tau", rank.tau());
          number("p", rank.pValue());
          json.writeEndObject();
        }
        case "fsn" -> {
          json.writeObjectFieldStart(test);
          number("rosenthal", FailSafeNumber.rosenthal(studies).studies());
          number("rosenberg", FailSafeNumber.rosenberg(studies).studies());
          number("general", FailSafeNumber.general(studies).studies());
          json.writeEndObject();
        }
        default -> throw new IllegalArgumentException("No test " + test);
      }
    }
    json.writeEndObject();
  }

  private void regression(String name, SmallStudyEffects.Regression fit) throws IOException {
    json.writeObjectFieldStart(name);
    number("slope", fit.slope());
    number("se", fit.slopeError());
    number("statistic", fit.statistic());
    number("df", fit.df());
    number("p", fit.pValue());
    number("limit", fit.intercept());
    json.writeEndObject();
  }

  private void sensitivity(Analysis a) throws IOException {
    EffectSizes studies = a.model().studies();
    ModelOptions fitting = a.model().options();
    json.writeObjectFieldStart("sensitivity");
    for (String kind : settings.sensitivity()) {
      switch (kind) {
        case "leave1out" -> models(kind, Influence.leaveOneOut(studies, fitting));
        case "cumulative" ->
            models(
                kind,
                Influence.cumulative(
                    studies, IntStream.range(0, studies.count()).toArray(), fitting));
        case "influence" -> influence(a);
        case "trimfill" -> {
          TrimAndFill result =
              TrimAndFill.of(studies, TrimAndFill.Estimator.L0, Optional.empty(), fitting);
          json.writeObjectFieldStart(kind);
          json.writeStringField("side", result.side().name().toLowerCase(Locale.ROOT));
          json.writeNumberField("missing", result.missing());
          pooled("pooled", result.model());
          json.writeEndObject();
        }
        default -> throw new IllegalArgumentException("No sensitivity analysis " + kind);
      }
    }
    json.writeEndObject();
  }

  private void models(String name, List<MixedModel> models) throws IOException {
    json.writeArrayFieldStart(name);
    for (MixedModel model : models) {
      json.writeStartObject();
      pooled("pooled", model);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void influence(Analysis a) throws IOException {
    json.writeArrayFieldStart("influence");
    List<Influence.Case> cases = new ArrayList<>(Influence.diagnose(a.model()));
    for (Influence.Case one : cases) {
      json.writeStartObject();
      number("studentised", one.studentised());
      number("dffits", one.dffits());
      number("cooksDistance", one.cooksDistance());
      number("covarianceRatio", one.covarianceRatio());
      number("tauSquaredDeleted", one.tauSquaredDeleted());
      number("qDeleted", one.qDeleted());
      number("hat", one.hat());
      number("dfbetas", one.dfbetas());
      json.writeBooleanField("flagged", one.flagged());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void interval(Interval interval) throws IOException {
    number("lower", interval.lower());
    number("upper", interval.upper());
  }

  private void number(String name, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      number(name, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }

  /** What is not finite is not defined, or has no end: null. */
  private void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
