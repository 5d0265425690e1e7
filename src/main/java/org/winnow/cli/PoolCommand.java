package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.FailSafeNumber;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MetaRegression;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PooledEffect;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.RankCorrelation;
import org.winnow.metaanalysis.RevMan;
import org.winnow.metaanalysis.RevManText;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.Subgroups;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TrimAndFill;
import org.winnow.metaanalysis.ZeroCells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One meta-analysis from a CSV file, as JSON with every number at full precision. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description = "Pools the studies of a CSV file and writes every number as JSON.")
public final class PoolCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE.csv",
      description =
          "Columns study and ai,n1i,ci,n2i or m1i,sd1i,n1i,m2i,sd2i,n2i or yi,vi or yi,sei or"
              + " x1i,t1i,x2i,t2i or xi,ni or ri,ni.")
  private Path file = Path.of("");

  @Option(names = "--measure", description = "OR, RR, RD, PETO, MD, SMD, ROM, IRR, PLO, GEN, …")
  private String measure = "GEN";

  @Option(names = "--method", description = "IV, MH or PETO.")
  private String method = "";

  @Option(names = "--model", description = "fixed or random.")
  private String model = "random";

  @Option(names = "--tau2", description = "DL, REML, ML, PM, EB, SJ, HS or HE.")
  private String tauSquared = "";

  @Option(names = "--ci", description = "wald, hksj or hksj-adhoc.")
  private String ci = "wald";

  @Option(names = "--pi", description = "off, z, t-k1, t-k2 or hksj.")
  private String prediction = "t-k1";

  @Option(names = "--level", description = "Confidence level in percent.")
  private double level = 95;

  @Option(names = "--subgroup", paramLabel = "COLUMN", description = "Pool by this column too.")
  private String subgroup = "";

  @Option(names = "--moderators", split = ",", description = "Regress on these columns.")
  private List<String> moderators = List.of();

  @Option(names = "--zero", description = "Empty cells: revman, metafor, drop or none.")
  private String zero = "";

  @Option(names = "--convention", description = "revman5, revman-web, metafor or meta.")
  private String convention = "metafor";

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
      Analysis analysis = analyse(StudyTable.read(file));
      JsonGenerator json = new JsonFactory().createGenerator(output, JsonEncoding.UTF8);
      json.useDefaultPrettyPrinter();
      write(json, analysis);
      json.flush();
      output.write('\n');
      output.flush();
      return 0;
    } catch (NoSuchFileException e) {
      messages.println("winnow: no file " + file);
    } catch (IllegalArgumentException e) {
      messages.println("winnow: " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }

  /** What was read, and the model of the studies that are estimable. */
  private record Analysis(
      StudyTable table,
      StudyEffects effects,
      int[] rows,
      MixedModel model,
      Optional<RevMan.Result> revMan) {}

  private Analysis analyse(StudyTable table) {
    Convention preset = Convention.named(convention);
    String by = measure.toUpperCase(Locale.ROOT);
    StudyEffects effects = StudyEffects.of(table, by, preset, zeroCells(preset));
    List<StudyEffect> all = effects.effects();
    int[] rows =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i) instanceof StudyEffect.Estimable e && e.variance() > 0)
            .toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException("No study is estimable");
    }
    EffectSizes sizes =
        EffectSizes.of(
            IntStream.of(rows).mapToDouble(i -> estimable(all.get(i)).estimate()).toArray(),
            IntStream.of(rows).mapToDouble(i -> estimable(all.get(i)).variance()).toArray());
    String pooling =
        method.isEmpty() ? by.equals("PETO") ? "PETO" : "IV" : method.toUpperCase(Locale.ROOT);
    Optional<RevMan.Result> revMan = Optional.empty();
    if (pooling.equals("MH") || pooling.equals("PETO")) {
      if (effects.tables().isEmpty()) {
        throw new IllegalArgumentException(
            "Method " + pooling + " needs ai, n1i, ci and n2i in every row");
      }
      revMan =
          Optional.of(
              RevMan.tables(
                  effects.tables().orElseThrow(),
                  BinaryMeasure.valueOf(by),
                  pooling.equals("MH") ? RevMan.Method.MANTEL_HAENSZEL : RevMan.Method.PETO,
                  fixed() || pooling.equals("PETO") ? RevMan.Model.FIXED : RevMan.Model.RANDOM,
                  preset == Convention.META ? RevMan.Flavour.META : RevMan.Flavour.REVMAN));
    } else if (!pooling.equals("IV")) {
      throw new IllegalArgumentException("No method " + method);
    }
    return new Analysis(table, effects, rows, MixedModel.pool(sizes, options(preset)), revMan);
  }

  private static StudyEffect.Estimable estimable(StudyEffect effect) {
    return (StudyEffect.Estimable) effect;
  }

  private boolean fixed() {
    return switch (model) {
      case "fixed", "common", "equal" -> true;
      case "random" -> false;
      default -> throw new IllegalArgumentException("No model " + model);
    };
  }

  private ZeroCells zeroCells(Convention preset) {
    return switch (zero) {
      case "" -> preset.zeroCells();
      case "revman", "drop" -> ZeroCells.DROPPING;
      case "metafor" -> ZeroCells.METAFOR;
      case "none" -> ZeroCells.NONE;
      default -> throw new IllegalArgumentException("No rule for empty cells " + zero);
    };
  }

  private ModelOptions options(Convention preset) {
    TauSquaredEstimator estimator =
        fixed()
            ? TauSquaredEstimator.EE
            : tauSquared.isEmpty() ? preset.tauSquared() : TauSquaredEstimator.named(tauSquared);
    Inference inference =
        switch (ci) {
          case "wald" -> Inference.WALD;
          case "hksj" -> Inference.HARTUNG_KNAPP;
          case "hksj-adhoc" -> Inference.HARTUNG_KNAPP_AD_HOC;
          default -> throw new IllegalArgumentException("No interval " + ci);
        };
    return ModelOptions.of(estimator, inference).withLevel(level / 100);
  }

  private void write(JsonGenerator json, Analysis a) throws IOException {
    json.writeStartObject();
    json.writeStringField("measure", measure.toUpperCase(Locale.ROOT));
    json.writeStringField("convention", convention);
    json.writeBooleanField("logScale", StudyEffects.ratio(measure.toUpperCase(Locale.ROOT)));
    json.writeStringField("model", model);
    json.writeStringField("tauSquaredEstimator", a.model().options().tauSquared().name());
    json.writeStringField("interval", a.model().options().inference().name());
    number(json, "level", level);
    json.writeNumberField("rows", a.table().size());
    json.writeNumberField("k", a.rows().length);
    studies(json, a);
    if (a.revMan().isPresent()) {
      revMan(json, a.revMan().get());
    } else {
      pooled(json, "pooled", a.model());
      heterogeneity(json, a.model());
    }
    prediction(json, a.model());
    if (!subgroup.isEmpty()) {
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
    double[] weights = a.model().weightsPercent();
    json.writeArrayFieldStart("studies");
    int used = 0;
    for (int i = 0; i < a.table().size(); i++) {
      json.writeStartObject();
      json.writeStringField(
          "study", a.table().has("study") ? a.table().text(i, "study") : "" + (i + 1));
      switch (a.effects().effects().get(i)) {
        case StudyEffect.Estimable e -> {
          number(json, "estimate", e.estimate());
          number(json, "se", e.standardError());
          interval(json, e.interval(level / 100));
          boolean pooled = used < a.rows().length && a.rows()[used] == i;
          number(
              json,
              "weight",
              a.revMan().isPresent()
                  ? a.revMan().get().rows().get(i).weightPercent()
                  : pooled ? weights[used] : 0);
          used += pooled ? 1 : 0;
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
      interval(json, total.interval(level / 100));
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

  private void prediction(JsonGenerator json, MixedModel model) throws IOException {
    if (fixed() || prediction.equals("off")) {
      return;
    }
    Optional<Interval> interval =
        switch (prediction) {
          case "z" -> model.prediction(PredictionInterval.NORMAL);
          case "t-k1" -> model.prediction(PredictionInterval.T_RESIDUAL);
          case "t-k2" -> model.prediction(PredictionInterval.T_RESIDUAL_LESS_ONE);
          case "hksj" -> {
            double tau2 = model.tauSquared().value();
            yield PooledInterval.hartungKnapp(
                    model.studies(), tau2, level / 100, PooledInterval.AdHoc.NONE)
                .prediction(tau2, model.studyCount() - 1.0, level / 100);
          }
          default -> throw new IllegalArgumentException("No prediction " + prediction);
        };
    if (interval.isEmpty()) {
      json.writeNullField("prediction");
      return;
    }
    json.writeObjectFieldStart("prediction");
    json.writeStringField("kind", prediction);
    interval(json, interval.get());
    json.writeEndObject();
  }

  private void subgroups(JsonGenerator json, Analysis a) throws IOException {
    List<String> labels =
        IntStream.of(a.rows()).mapToObj(i -> a.table().text(i, subgroup)).toList();
    Subgroups.Result result = Subgroups.pool(a.model().studies(), labels, a.model().options());
    json.writeArrayFieldStart("subgroups");
    for (Subgroups.Group group : result.groups()) {
      json.writeStartObject();
      json.writeStringField("label", group.label());
      pooled(json, "pooled", group.model());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (result.differences().isPresent()) {
      Heterogeneity q = result.differences().get();
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
    ModelOptions options = a.model().options();
    json.writeObjectFieldStart("sensitivity");
    for (String kind : sensitivity) {
      switch (kind) {
        case "leave1out" -> models(json, kind, Influence.leaveOneOut(studies, options));
        case "cumulative" ->
            models(
                json,
                kind,
                Influence.cumulative(
                    studies, IntStream.range(0, studies.count()).toArray(), options));
        case "influence" -> influence(json, a);
        case "trimfill" -> {
          TrimAndFill result =
              TrimAndFill.of(studies, TrimAndFill.Estimator.L0, Optional.empty(), options);
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
