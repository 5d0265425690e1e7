package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyEffects;

/** A script for Stata 17 or newer. */
final class StataScript {
  private static final int WIDEST = 200;
  private static final int LEAST = 3;

  /** Stata's iterations stop earlier than ours. */
  private static final double CLOSE = 1e-4;

  private final StringBuilder out;
  private final ScriptPart part;
  private final Analysis analysis;
  private final AnalysisSettings settings;
  private final StudyColumns columns;
  private final Map<String, String> names;

  private StataScript(StringBuilder out, ScriptPart part) {
    this.out = out;
    this.part = part;
    analysis = part.analysis();
    settings = analysis.settings();
    columns = new StudyColumns(analysis);
    names = names(columns.properties());
  }

  static String write(String title, List<ScriptPart> parts) {
    StringBuilder out = new StringBuilder();
    out.append("* ").append(RText.comment(title)).append('\n');
    out.append("* Written by Winnow. The data stand below; nothing else is read.\n");
    out.append("* It stops where a result is not the one that was reported.\n");
    out.append("version 17\n");
    for (ScriptPart part : parts) {
      new StataScript(out, part).write();
    }
    return out.toString();
  }

  /** Names of variables: at most 32 letters, digits and underscores. */
  private static Map<String, String> names(List<String> columns) {
    Map<String, String> safe = RText.names(columns);
    Map<String, String> names = new java.util.LinkedHashMap<>();
    safe.forEach(
        (column, name) -> {
          String plain = "v_" + name.replace('.', '_');
          names.put(column, plain.substring(0, Math.min(plain.length(), 28)));
        });
    int number = 0;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      if (names.values().stream().filter(entry.getValue()::equals).count() > 1) {
        entry.setValue(entry.getValue() + "_" + ++number);
      }
    }
    return names;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void note(String text) {
    // A slash and a star, or three slashes, would begin another kind of comment.
    line("* " + RText.comment(text).replace("/*", "/ *").replace("///", "/ / /"));
  }

  private void write() {
    line("");
    line("* " + "-".repeat(70));
    note(part.title());
    line("* " + "-".repeat(70));
    data();
    boolean ratio = StudyEffects.ratio(settings.measure());
    boolean fixed = analysis.summary().tauSquared().isEmpty();
    declare(fixed);
    String summary = fixed || !settings.ci().startsWith("hksj") ? "" : " se(khartung)";
    String shown = ratio ? " eform" : "";
    line("meta summarize," + shown + summary);
    results(fixed);
    if (names.containsKey(settings.subgroup())) {
      line(
          "meta summarize,"
              + shown
              + summary
              + " subgroup("
              + names.get(settings.subgroup())
              + ")");
    }
    String options = "," + shown;
    line("meta forestplot" + (options.equals(",") ? "" : options));
    if (analysis.rows().length >= LEAST) {
      line("meta funnelplot, contours(1 5 10)");
      extras();
    }
  }

  private void data() {
    line("clear");
    List<String> numbers = new ArrayList<>(List.of("yi", "sei"));
    List<String> properties = List.copyOf(names.keySet());
    int width = 1;
    for (String study : columns.studies()) {
      width = Math.max(width, quoted(study).length());
    }
    StringBuilder declared = new StringBuilder("input str" + width * 4 + " study double(");
    declared.append(String.join(" ", numbers)).append(')');
    for (String property : properties) {
      if (isNumber(property)) {
        declared.append(" double ").append(names.get(property));
      } else {
        declared.append(" str").append(WIDEST * 4).append(' ').append(names.get(property));
      }
      if (!names.getOrDefault(property, "").equals(property)) {
        note(names.get(property) + " is " + property);
      }
    }
    line(declared.toString());
    double[] yi = columns.effects(false);
    double[] vi = columns.effects(true);
    for (int i = 0; i < columns.size(); i++) {
      StringBuilder row = new StringBuilder();
      row.append('"').append(quoted(columns.studies().get(i))).append('"');
      row.append(' ').append(number(yi[i])).append(' ').append(number(Math.sqrt(vi[i])));
      for (String property : properties) {
        String text = columns.text(i, property);
        row.append(' ');
        if (isNumber(property)) {
          row.append(text.isEmpty() || text.equals("NA") ? "." : RText.number(text));
        } else {
          row.append('"').append(quoted(text)).append('"');
        }
      }
      line(row.toString());
    }
    line("end");
  }

  private boolean isNumber(String property) {
    return columns.isNumeric(property) && !property.equals(settings.subgroup());
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numbers.text(value) : ".";
  }

  /** Without the marks that Stata takes for quotes and macros; others that look alike stand. */
  private static String quoted(String text) {
    String plain =
        RText.comment(text).replace('"', '\u201D').replace('`', '\u2018').replace('$', '\uFF04');
    return plain.length() > WIDEST ? plain.substring(0, WIDEST) : plain;
  }

  private void declare(boolean fixed) {
    if (analysis.revMan().isPresent()) {
      note(
          "Winnow pooled by "
              + settings.method()
              + "; here the effects of the studies are pooled by inverse variance.");
    }
    String model =
        fixed
            ? "common"
            : switch (analysis.model().options().tauSquared()) {
              case DL -> "random(dlaird)";
              case ML -> "random(mle)";
              case EB, PM -> "random(ebayes)";
              case HE -> "random(hedges)";
              case HS -> "random(hschmidt)";
              case SJ -> "random(sjonkman)";
              default -> "random(reml)";
            };
    line(
        "meta set yi sei, studylabel(study) "
            + model
            + " level("
            + Numbers.text(settings.level())
            + ")");
  }

  private void results(boolean fixed) {
    Analysis.Summary s = analysis.summary();
    note(
        String.format(
            Locale.ROOT,
            "Reported by Winnow: %.6g [%.6g, %.6g]",
            s.pooled().estimate(),
            s.interval().lower(),
            s.interval().upper()));
    boolean plain = fixed || List.of("wald", "hksj").contains(settings.ci());
    if (analysis.revMan().isPresent()
        || !settings.method().equals("IV")
        || !plain
        || List.of("PMM", "HSK").contains(analysis.model().options().tauSquared().name())) {
      note("Not compared: Stata has no such analysis, or another way to it.");
      return;
    }
    check("theta", s.pooled().estimate());
    check("ci_lb", s.interval().lower());
    check("ci_ub", s.interval().upper());
    s.tauSquared().ifPresent(tau2 -> check("tau2", tau2));
    check("Q", s.heterogeneity().q());
  }

  private void check(String name, double expected) {
    line("assert reldif(r(" + name + "), " + Numbers.text(expected) + ") < " + CLOSE);
  }

  private void extras() {
    if (!settings.moderators().isEmpty()
        && settings.moderators().stream().allMatch(names::containsKey)) {
      List<String> terms = new ArrayList<>();
      for (String moderator : settings.moderators()) {
        String name = names.getOrDefault(moderator, "");
        if (isNumber(moderator)) {
          terms.add(name);
        } else {
          line("encode " + name + ", generate(" + name + "_n)");
          terms.add("i." + name + "_n");
        }
      }
      boolean hartungKnapp = settings.ci().equals("hksj");
      line("meta regress " + String.join(" ", terms) + (hartungKnapp ? ", se(khartung)" : ""));
    }
    for (String test : settings.tests()) {
      switch (test) {
        case "egger" -> line("meta bias, egger");
        case "begg" -> line("meta bias, begg");
        default -> note("Not in this script: the test " + test);
      }
    }
    for (String kind : settings.sensitivity()) {
      switch (kind) {
        case "leave1out" -> line("meta summarize, leaveoneout");
        case "trimfill" -> line("meta trimfill");
        default -> note("Not in this script: " + kind);
      }
    }
  }
}
