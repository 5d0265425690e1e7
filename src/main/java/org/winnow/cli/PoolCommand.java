package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One meta-analysis from a CSV file, as JSON with every number at full precision. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description = "Pools the studies of a CSV file and writes every number as JSON.")
public final class PoolCommand implements Callable<Integer> {
  @Mixin private PoolOptions options = new PoolOptions();

  @Option(names = "--moderators", split = ",", description = "Regress on these columns.")
  private List<String> moderators = List.of();

  @Option(names = "--tests", split = ",", description = "egger, egger-mixed, begg, thompson, fsn.")
  private List<String> tests = List.of();

  @Option(
      names = "--sensitivity",
      split = ",",
      description = "leave1out, cumulative, influence, trimfill.")
  private List<String> sensitivity = List.of();

  private final OutputStream output;
  private final PrintStream messages;

  public PoolCommand() {
    this(System.out, System.err);
  }

  PoolCommand(OutputStream output, PrintStream messages) {
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Analysis analysis = options.analyse();
      JsonGenerator json = new JsonFactory().createGenerator(output, JsonEncoding.UTF8);
      json.useDefaultPrettyPrinter();
      write(json, analysis);
      json.flush();
      output.write('\n');
      output.flush();
      return 0;
    } catch (NoSuchFileException e) {
      messages.println("winnow: no file " + options.file());
    } catch (IllegalArgumentException e) {
      messages.println("winnow: " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }

  private void write(JsonGenerator json, Analysis a) throws IOException {
    json.writeStartObject();
    json.writeStringField("measure", options.measure());
    json.writeStringField("convention", options.convention());
    json.writeBooleanField("logScale", StudyEffects.ratio(options.measure()));
    json.writeStringField("model", options.model());
    json.writeStringField("tauSquaredEstimator", a.model().options().tauSquared().name());
    json.writeStringField("interval", a.model().options().inference().name());
    number(json, "level", options.level());
    json.writeNumberField("rows", a.table().size());
    json.writeNumberField("k", a.rows().length);
    studies(json, a);
    if (a.revMan().isPresent()) {
      revMan(json, a.revMan().get());
    } else {
      pooled(json, "pooled", a.model());
      heterogeneity(json, a.model());
    }
    prediction(json, a);
    if (!options.subgroup().isEmpty()) {
      subgroups(json, a);
    }
    if (!moderators.isEmpty()) {
      regression(json, a);
    }
    if (!tests.isEmpty()) {
      tests(json, a);
    }
    if (!sensitivity.isEmpty()) {
      sensitivity(json, a);
    }
    json.writeEndObject();
  }

  private void studies(JsonGenerator json, Analysis a) throws IOException {
    double[] weights = a.weights();
    json.writeArrayFieldStart("studies");
    for (int i = 0; i < a.table().size(); i++) {
      json.writeStartObject();
      json.writeStringField("study", a.study(i));
      switch (a.effects().effects().get(i)) {
        case StudyEffect.Estimable e -> {
          number(json, "estimate", e.estimate());
          number(json, "se", e.standardError());
          interval(json, e.interval(options.level() / 100));
          number(json, "weight", weights[i]);
        }
        case StudyEffect.NotEstimable n -> json.writeStringField("notEstimable", n.reason().name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void revMan(JsonGenerator json, RevMan.Result result) throws IOException {
    json.writeObjectFieldStart("pooled");
    if (result.total().isPresent()) {
      PooledEffect total = result.total().get();
      number(json, "estimate", total.estimate());
      number(json, "se", total.standardError());
      interval(json, total.interval(options.level() / 100));
      number(json, "statistic", total.z());
      number(json, "p", total.pValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("heterogeneity");
    Heterogeneity q = result.heterogeneity();
    number(json, "q", q.q());
    number(json, "df", q.df());
    number(json, "p", q.pValue());
    number(json, "iSquared", q.iSquared());
    number(json, "tauSquared", result.tauSquared());
    json.writeEndObject();
    json.writeArrayFieldStart("text");
    json.writeString(RevManText.heterogeneity(result));
    if (result.total().isPresent()) {
      json.writeString(RevManText.overallEffect(result.total().get()));
    }
    json.writeEndArray();
  }

  private static void pooled(JsonGenerator json, String name, MixedModel model) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("k", model.studyCount());
    number(json, "estimate", model.estimate());
    number(json, "se", model.standardError());
    interval(json, model.interval());
    number(json, "statistic", model.statistic(0));
    number(json, "df", model.degreesOfFreedom());
    number(json, "p", model.pValue(0));
    number(json, "tauSquared", model.tauSquared().value());
    number(json, "q", model.residualQ());
    number(json, "iSquared", model.iSquared());
    json.writeEndObject();
  }

  private static void heterogeneity(JsonGenerator json, MixedModel model) throws IOException {
    json.writeObjectFieldStart("heterogeneity");
    Heterogeneity q = new Heterogeneity(model.residualQ(), model.residualDegreesOfFreedom());
    number(json, "q", q.q());
    number(json, "df", q.df());
    number(json, "p", q.pValue());
    number(json, "tauSquared", model.tauSquared().value());
    number(json, "tauSquaredError", model.tauSquared().standardError());
    number(json, "iSquared", model.iSquared());
    number(json, "iSquaredFromQ", q.iSquared());
    number(json, "hSquared", model.hSquared());
    if (model.studyCount() > 1 && model.options().tauSquared() != TauSquaredEstimator.EE) {
      Interval profile = model.qProfile();
      json.writeObjectFieldStart("qProfile");
      number(json, "tauSquaredLower", profile.lower());
      number(json, "tauSquaredUpper", profile.upper());
      number(json, "iSquaredLower", model.iSquaredAt(profile.lower()));
      number(json, "iSquaredUpper", model.iSquaredAt(profile.upper()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void prediction(JsonGenerator json, Analysis a) throws IOException {
    if (options.fixed() || options.prediction().equals("off")) {
      return;
    }
    Optional<Interval> interval = a.prediction();
    if (interval.isEmpty()) {
      json.writeNullField("prediction");
      return;
    }
    json.writeObjectFieldStart("prediction");
    json.writeStringField("kind", options.prediction());
    interval(json, interval.get());
    json.writeEndObject();
  }

  private void subgroups(JsonGenerator json, Analysis a) throws IOException {
    List<Analysis.Group> groups = a.groups();
    json.writeArrayFieldStart("subgroups");
    for (Analysis.Group group : groups) {
      if (group.analysis().isPresent()) {
        Analysis pooled = group.analysis().get();
        json.writeStartObject();
        json.writeStringField("label", group.label());
        if (pooled.revMan().isPresent()) {
          revMan(json, pooled.revMan().get());
        } else {
          pooled(json, "pooled", pooled.model());
        }
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    Optional<Heterogeneity> differences = Analysis.differences(groups);
    if (differences.isPresent()) {
      Heterogeneity q = differences.get();
      json.writeObjectFieldStart("subgroupDifferences");
      number(json, "q", q.q());
      number(json, "df", q.df());
      number(json, "p", q.pValue());
      number(json, "iSquared", q.iSquared());
      json.writeEndObject();
    }
  }

  private void regression(JsonGenerator json, Analysis a) throws IOException {
    String[] names = moderators.toArray(String[]::new);
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
      number(json, "estimate", fitted.coefficients()[j]);
      number(json, "se", fitted.standardError(j));
      interval(json, fitted.interval(j));
      number(json, "statistic", fitted.statistic(j));
      number(json, "p", fitted.pValue(j));
      json.writeEndObject();
    }
    json.writeEndArray();
    number(json, "tauSquared", fitted.tauSquared().value());
    number(json, "residualQ", fitted.residualQ());
    number(json, "rSquared", regression.rSquared());
    if (fitted.omnibus().isPresent()) {
      MixedModel.OmnibusTest test = fitted.omnibus().get();
      number(json, "omnibus", test.statistic());
      number(json, "omnibusP", test.pValue());
    }
    json.writeEndObject();
  }

  private void tests(JsonGenerator json, Analysis a) throws IOException {
    EffectSizes studies = a.model().studies();
    json.writeObjectFieldStart("tests");
    json.writeBooleanField("fewStudies", studies.count() < SmallStudyEffects.ADVISED_STUDIES);
    for (String test : tests) {
      switch (test) {
        case "egger" -> regression(json, test, SmallStudyEffects.egger(studies));
        case "peese" -> regression(json, test, SmallStudyEffects.peese(studies));
        case "thompson" -> regression(json, test, SmallStudyEffects.thompsonSharp(studies));
        case "egger-mixed" ->
            regression(
                json,
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
          number(json, "tau", rank.tau());
          number(json, "p", rank.pValue());
          json.writeEndObject();
        }
        case "fsn" -> {
          json.writeObjectFieldStart(test);
          number(json, "rosenthal", FailSafeNumber.rosenthal(studies).studies());
          number(json, "rosenberg", FailSafeNumber.rosenberg(studies).studies());
          number(json, "general", FailSafeNumber.general(studies).studies());
          json.writeEndObject();
        }
        default -> throw new IllegalArgumentException("No test " + test);
      }
    }
    json.writeEndObject();
  }

  private static void regression(JsonGenerator json, String name, SmallStudyEffects.Regression fit)
      throws IOException {
    json.writeObjectFieldStart(name);
    number(json, "slope", fit.slope());
    number(json, "se", fit.slopeError());
    number(json, "statistic", fit.statistic());
    number(json, "df", fit.df());
    number(json, "p", fit.pValue());
    number(json, "limit", fit.intercept());
    json.writeEndObject();
  }

  private void sensitivity(JsonGenerator json, Analysis a) throws IOException {
    EffectSizes studies = a.model().studies();
    ModelOptions fitting = a.model().options();
    json.writeObjectFieldStart("sensitivity");
    for (String kind : sensitivity) {
      switch (kind) {
        case "leave1out" -> models(json, kind, Influence.leaveOneOut(studies, fitting));
        case "cumulative" ->
            models(
                json,
                kind,
                Influence.cumulative(
                    studies, IntStream.range(0, studies.count()).toArray(), fitting));
        case "influence" -> influence(json, a);
        case "trimfill" -> {
          TrimAndFill result =
              TrimAndFill.of(studies, TrimAndFill.Estimator.L0, Optional.empty(), fitting);
          json.writeObjectFieldStart(kind);
          json.writeStringField("side", result.side().name().toLowerCase(Locale.ROOT));
          json.writeNumberField("missing", result.missing());
          pooled(json, "pooled", result.model());
          json.writeEndObject();
        }
        default -> throw new IllegalArgumentException("No sensitivity analysis " + kind);
      }
    }
    json.writeEndObject();
  }

  private static void models(JsonGenerator json, String name, List<MixedModel> models)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (MixedModel model : models) {
      json.writeStartObject();
      pooled(json, "pooled", model);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void influence(JsonGenerator json, Analysis a) throws IOException {
    json.writeArrayFieldStart("influence");
    List<Influence.Case> cases = new ArrayList<>(Influence.diagnose(a.model()));
    for (Influence.Case one : cases) {
      json.writeStartObject();
      number(json, "studentised", one.studentised());
      number(json, "dffits", one.dffits());
      number(json, "cooksDistance", one.cooksDistance());
      number(json, "covarianceRatio", one.covarianceRatio());
      number(json, "tauSquaredDeleted", one.tauSquaredDeleted());
      number(json, "qDeleted", one.qDeleted());
      number(json, "hat", one.hat());
      number(json, "dfbetas", one.dfbetas());
      json.writeBooleanField("flagged", one.flagged());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void interval(JsonGenerator json, Interval interval) throws IOException {
    number(json, "lower", interval.lower());
    number(json, "upper", interval.upper());
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    if (value.isPresent()) {
      number(json, name, value.getAsDouble());
    } else {
      json.writeNullField(name);
    }
  }

  /** What is not finite is not defined, or has no end: null. */
  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
