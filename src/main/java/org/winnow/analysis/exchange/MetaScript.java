package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.analysis.Analysis;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Interval;

/** A script for the package meta, with its settings for RevMan where we follow RevMan. */
final class MetaScript extends RScript {
  private static final int LEAST = 3;

  /** meta cannot be told to search a root to the last digits. */
  private static final double SEARCHED = 1e-3;

  private MetaScript(StringBuilder out, ScriptPart part, int number) {
    super(out, part, number);
  }

  static String write(String title, List<ScriptPart> parts) {
    StringBuilder out = new StringBuilder();
    head(out, title, "meta", "8.0 or newer");
    for (int i = 0; i < parts.size(); i++) {
      new MetaScript(out, parts.get(i), parts.size() == 1 ? 0 : i + 1).write();
    }
    foot(out);
    return out.toString();
  }

  private void write() {
    title();
    line("settings.meta(" + (revMan() ? "\"RevMan5\"" : "\"reset\"") + ")");
    line("");
    data();
    line("");
    pool();
    ours();
    results();
    groups();
    extras();
    plots();
  }

  /** Whether the function of meta for these data computes our effects. */
  private boolean fromData() {
    List<String> raw = columns.raw();
    if (raw.isEmpty()) {
      return false;
    }
    String measure = settings.measure();
    boolean mixed = settings.method().startsWith("GLMM");
    return switch (raw.getFirst()) {
      case "ai" -> {
        boolean pooledFromCells = !settings.method().equals("IV");
        boolean known = List.of("OR", "RR", "RD", "PETO").contains(measure);
        boolean usual =
            List.of("", "revman", "drop").contains(settings.zero())
                && convention() != Convention.METAFOR;
        yield pooledFromCells || known && usual && !isException();
      }
      case "m1i" ->
          // meta leaves out studies with an SD of 0.
          columns.texts("sd1i").stream().noneMatch(MetaScript::isZero)
              && columns.texts("sd2i").stream().noneMatch(MetaScript::isZero)
              && (measure.equals("MD")
                  || measure.equals("SMD") && revMan()
                  || measure.equals("ROM") && convention() == Convention.META);
      case "x1i" ->
          mixed
              || List.of("IRR", "IRD").contains(measure)
                  && columns.texts("x1i").stream().noneMatch(MetaScript::isZero)
                  && columns.texts("x2i").stream().noneMatch(MetaScript::isZero);
      case "xi" -> raw.contains("ni") && proportion().isPresent() && (mixed || noExtremes());
      case "ri" -> List.of("COR", "ZCOR").contains(measure);
      default -> false;
    };
  }

  private static boolean isZero(String text) {
    return RText.number(text).equals("0");
  }

  private boolean noExtremes() {
    for (int i = 0; i < columns.size(); i++) {
      if (isZero(columns.text(i, "xi")) || columns.text(i, "xi").equals(columns.text(i, "ni"))) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> proportion() {
    return Optional.ofNullable(
        switch (settings.measure()) {
          case "PLO" -> "PLOGIT";
          case "PLN" -> "PLN";
          case "PAS" -> "PAS";
          case "PR" -> "PRAW";
          default -> null;
        });
  }

  /**
   * Rules that meta does not have: two of RevMan beyond meta's settings for it, and metafor's for
   * studies without events.
   */
  private boolean isException() {
    String measure = settings.measure();
    return revMan() && (measure.equals("RD") && emptyCells() || measure.equals("RR") && allEvents())
        || convention() == Convention.METAFOR && (noEvents() || allEvents());
  }

  private void pool() {
    List<String> arguments = new ArrayList<>();
    String function;
    if (!fromData()) {
      function = "metagen";
      note("The effects as Winnow computed them");
      line(dat + "$yi <- " + RText.vector(columns.effects(false)));
      line(dat + "$vi <- " + RText.vector(columns.effects(true)));
      arguments.add("TE = yi");
      arguments.add("seTE = sqrt(vi)");
      String measure = settings.measure();
      arguments.add("sm = " + RText.string(summaryMeasure(measure)));
    } else {
      switch (columns.raw().getFirst()) {
        case "ai" -> {
          function = "metabin";
          arguments.addAll(List.of("event.e = ai", "n.e = n1i", "event.c = ci", "n.c = n2i"));
          arguments.add(
              "sm = "
                  + RText.string(settings.measure().equals("PETO") ? "OR" : settings.measure()));
          arguments.add("method = " + RText.string(method()));
          arguments.addAll(
              List.of(
                  "incr = 0.5",
                  "method.incr = \"only0\"",
                  "MH.exact = " + (rawCells() ? "TRUE" : "FALSE"),
                  "RR.Cochrane = TRUE",
                  "Q.Cochrane = " + (aroundMantelHaenszel() ? "TRUE" : "FALSE")));
          mixedModel(arguments);
        }
        case "m1i" -> {
          function = "metacont";
          arguments.addAll(
              List.of(
                  "n.e = n1i",
                  "mean.e = m1i",
                  "sd.e = sd1i",
                  "n.c = n2i",
                  "mean.c = m2i",
                  "sd.c = sd2i"));
          arguments.add("sm = " + RText.string(settings.measure()));
          if (settings.measure().equals("SMD")) {
            arguments.add("method.smd = \"Hedges\"");
            arguments.add("exact.smd = FALSE");
          }
          arguments.add("pooledvar = FALSE");
        }
        case "x1i" -> {
          function = "metainc";
          arguments.addAll(
              List.of("event.e = x1i", "time.e = t1i", "event.c = x2i", "time.c = t2i"));
          arguments.add("sm = " + RText.string(settings.measure()));
          arguments.add("method = " + RText.string(method()));
          mixedModel(arguments);
        }
        case "xi" -> {
          function = "metaprop";
          arguments.addAll(List.of("event = xi", "n = ni"));
          arguments.add("sm = " + RText.string(proportion().orElseThrow()));
          arguments.add("method = " + RText.string(method()));
        }
        default -> {
          function = "metacor";
          arguments.addAll(List.of("cor = ri", "n = ni"));
          arguments.add("sm = " + RText.string(settings.measure()));
        }
      }
    }
    arguments.addAll(List.of("studlab = study", "data = " + dat));
    model(function, arguments);
    line(res + " <- " + function + "(");
    line("  " + String.join(",\n  ", arguments) + ")");
    line("print(summary(" + res + "))");
  }

  private void mixedModel(List<String> arguments) {
    if (method().equals("GLMM")) {
      String model = settings.method().substring("GLMM".length()).replaceFirst("^-", "");
      arguments.add("model.glmm = " + RText.string(model.isEmpty() ? "UM.FS" : model));
    }
  }

  /** Whether Q is around the Mantel-Haenszel estimate, which meta can with DerSimonian-Laird. */
  private boolean aroundMantelHaenszel() {
    return method().equals("MH")
        && convention() != Convention.META
        && (fixed() || estimator().equals("DL"));
  }

  /** metafor pools cells as they are. */
  private boolean rawCells() {
    return convention() == Convention.METAFOR && settings.zero().isEmpty();
  }

  private static String summaryMeasure(String measure) {
    return switch (measure) {
      case "RR", "OR", "RD", "HR", "MD", "SMD", "ROM", "IRR", "IRD", "ZCOR", "COR", "PLN", "PAS" ->
          measure;
      case "PETO" -> "OR";
      case "PLO" -> "PLOGIT";
      case "PR" -> "PRAW";
      case "AS" -> "ASD";
      default -> "";
    };
  }

  private String method() {
    String method = settings.method();
    if (method.equals("MH") && !fixed() && analysis.revMan().isEmpty()) {
      return "Inverse";
    }
    return method.startsWith("GLMM")
        ? "GLMM"
        : switch (method) {
          case "MH" -> "MH";
          case "PETO" -> "Peto";
          case "PENALISED" -> "LRP";
          default -> "Inverse";
        };
  }

  private void model(String function, List<String> arguments) {
    arguments.add("common = " + (fixed() ? "TRUE" : "FALSE"));
    arguments.add("random = " + (fixed() ? "FALSE" : "TRUE"));
    arguments.add("level = " + RText.number(settings.studyLevel() / 100));
    arguments.add("level.ma = " + RText.number(settings.level() / 100));
    String estimator = estimator();
    if (estimator.equals("PMM") || estimator.equals("HSk")) {
      note("meta has no estimator " + estimator + "; REML stands for it");
      estimator = "REML";
    }
    boolean mixed = !function.equals("metagen") && method().equals("GLMM");
    if (!mixed) {
      arguments.add("method.tau = " + RText.string(fixed() ? "DL" : estimator));
      switch (estimator) {
        case "REML", "ML", "EB" ->
            arguments.add("control = list(threshold = 1e-10, maxiter = 10000)");
        default -> {}
      }
    }
    if (!fixed()) {
      switch (settings.ci()) {
        case "hksj" -> hartungKnapp(arguments, "");
        case "hksj-adhoc" -> hartungKnapp(arguments, "se");
        case "hksj-ci" -> hartungKnapp(arguments, "ci");
        case "hksj-iqwig6" -> hartungKnapp(arguments, "IQWiG6");
        case "kr" -> arguments.add("method.random.ci = \"KR\"");
        default -> arguments.add("method.random.ci = \"classic\"");
      }
      if (predict().isPresent()) {
        arguments.add("prediction = TRUE");
        arguments.add("method.predict = " + RText.string(predict().get()));
        arguments.add("level.predict = " + RText.number(settings.level() / 100));
      } else {
        arguments.add("prediction = FALSE");
      }
    }
    if (hasGroups()) {
      arguments.add("subgroup = " + name(settings.subgroup()));
      arguments.add("tau.common = FALSE");
    }
    label(arguments, "label.e", part.arms().get(0), function);
    label(arguments, "label.c", part.arms().get(1), function);
    label(arguments, "label.left", part.favours().get(0), function);
    label(arguments, "label.right", part.favours().get(1), function);
    arguments.add("title = " + RText.string(part.title()));
  }

  private static void label(List<String> arguments, String name, String text, String function) {
    if (!text.isEmpty() && !List.of("metaprop", "metacor").contains(function)) {
      arguments.add(name + " = " + RText.string(text));
    }
  }

  private static void hartungKnapp(List<String> arguments, String adHoc) {
    arguments.add("method.random.ci = \"HK\"");
    arguments.add("adhoc.hakn.ci = " + RText.string(adHoc));
  }

  /** Our kind of prediction interval in the words of meta. */
  private Optional<String> predict() {
    if (analysis.prediction().isEmpty()) {
      return Optional.empty();
    }
    boolean hartungKnapp = settings.ci().equals("hksj");
    boolean plain = settings.ci().equals("wald");
    String kind = settings.prediction().isEmpty() ? "t-k1" : settings.prediction();
    return switch (kind) {
      case "t-k1" -> hartungKnapp ? Optional.of("HK") : plain ? Optional.of("V") : Optional.empty();
      case "t-k2" ->
          hartungKnapp ? Optional.of("HK-PR") : plain ? Optional.of("HTS") : Optional.empty();
      case "hksj" -> Optional.of("HK");
      case "hksj-k2" -> Optional.of("HK-PR");
      case "kr" -> Optional.of("KR");
      case "kr-k2" -> Optional.of("KR-PR");
      default -> Optional.empty();
    };
  }

  private boolean hasGroups() {
    return !settings.subgroup().isEmpty() && columns.properties().contains(settings.subgroup());
  }

  @Override
  double tolerance() {
    return switch (estimator()) {
      case "PM", "PMM", "HSk" -> SEARCHED;
      default -> super.tolerance();
    };
  }

  private boolean comparable() {
    if (fromData() && columns.raw().contains("ai") && isException()) {
      note(
          "Not compared: "
              + settings.convention()
              + " has rules of its own for studies with empty cells that meta has not.");
      return false;
    }
    if (List.of("PMM", "HSk").contains(estimator())) {
      note("Not compared: meta has no estimator " + estimator() + ".");
      return false;
    }
    if (method().equals("LRP")) {
      note("Not compared: the interval of meta is another one.");
      return false;
    }
    if (settings.method().startsWith("GLMM") && !fromData()) {
      note("Not compared: pooled by inverse variance here.");
      return false;
    }
    return true;
  }

  private void results() {
    if (!comparable()) {
      return;
    }
    Analysis.Summary s = analysis.summary();
    boolean likelihood = settings.method().startsWith("GLMM");
    double tolerance = likelihood ? SEARCHED : tolerance();
    String kind = fixed() ? "common" : "random";
    if (!likelihood) {
      int[] rows = analysis.rows();
      double[] yi = columns.effects(false);
      checkAll(
          res
              + "$TE["
              + RText.vector(
                  "  ", IntStream.of(rows).mapToObj(i -> Integer.toString(i + 1)).toList())
              + "]",
          IntStream.of(rows).mapToDouble(i -> yi[i]).toArray(),
          CLOSED);
    }
    check(res + "$TE." + kind, s.pooled().estimate(), tolerance);
    if (!settings.ci().equals("wald-t")) {
      check(res + "$lower." + kind, s.interval().lower(), tolerance);
      check(res + "$upper." + kind, s.interval().upper(), tolerance);
    } else {
      note("Not compared: meta has no interval wald-t.");
    }
    if (likelihood) {
      return;
    }
    s.tauSquared().ifPresent(tau2 -> check(res + "$tau2", tau2, tolerance));
    if (!method().equals("MH") || aroundMantelHaenszel() || convention() == Convention.META) {
      check(res + "$Q", s.heterogeneity().q(), tolerance);
    }
    boolean fromQ =
        fixed() || convention() == Convention.REVMAN5 || convention() == Convention.META;
    if (fromQ && s.heterogeneity().df() > 0) {
      check("100 * " + res + "$I2", s.iSquared(), tolerance);
    }
    Optional<Interval> prediction = analysis.prediction();
    if (prediction.isPresent()) {
      if (predict().isPresent()) {
        check(res + "$lower.predict", prediction.get().lower(), tolerance);
        check(res + "$upper.predict", prediction.get().upper(), tolerance);
      } else {
        note("Not compared: meta has no such prediction interval.");
      }
    }
  }

  private void groups() {
    if (!hasGroups()) {
      return;
    }
    List<Analysis.Group> groups = pooledGroups();
    Optional<Heterogeneity> test = Analysis.differences(groups);
    boolean each = groups.stream().allMatch(g -> g.analysis().isPresent());
    if (test.isPresent() && each && !isException() && settings.ci().equals("wald")) {
      note("The test for subgroup differences");
      check(res + "$Q.b." + (fixed() ? "common" : "random"), test.get().q(), tolerance());
    }
  }

  private void extras() {
    if (analysis.rows().length < LEAST) {
      return;
    }
    if (!settings.moderators().isEmpty()) {
      line("");
      note("Meta-regression");
      line("print(metareg(" + res + ", " + formula() + "))");
    }
    for (String word : settings.tests()) {
      String test = plain(word);
      String method =
          switch (test) {
            case "egger" -> "Egger";
            case "begg" -> "Begg";
            case "thompson" -> "Thompson";
            case "harbord" -> "Harbord";
            case "peters" -> "Peters";
            case "macaskill" -> "Macaskill";
            case "deeks" -> "Deeks";
            case "schwarzer" -> "Schwarzer";
            case "pustejovsky" -> "Pustejovsky";
            default -> "";
          };
      if (method.isEmpty() || !applies(method)) {
        note(
            "The test "
                + test
                + " is not in meta for these data; the package metafor may have it.");
      } else {
        line("print(metabias(" + res + ", method.bias = " + RText.string(method) + ", k.min = 3))");
      }
    }
    for (String kind : settings.sensitivity()) {
      switch (plain(kind)) {
        case "leave1out" -> line("print(metainf(" + res + "))");
        case "cumulative" -> line("print(metacum(" + res + "))");
        case "trimfill" -> line("print(trimfill(" + res + "))");
        default -> note("Not in this script: " + kind);
      }
    }
  }

  /** Tests of events need events, and that of standardised means needs means. */
  private boolean applies(String test) {
    String first = fromData() ? columns.raw().getFirst() : "";
    return switch (test) {
      case "Egger", "Begg", "Thompson" -> true;
      case "Pustejovsky" -> first.equals("m1i") && settings.measure().equals("SMD");
      default -> first.equals("ai") && List.of("OR", "RR", "RD").contains(settings.measure());
    };
  }

  private void plots() {
    line("");
    note("Figures; with Rscript they are in Rplots.pdf");
    line("forest(" + res + (revMan() ? ", layout = \"RevMan5\"" : "") + ")");
    if (analysis.rows().length >= LEAST) {
      line("funnel(" + res + ")");
    }
  }
}
