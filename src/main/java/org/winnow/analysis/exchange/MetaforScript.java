package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.winnow.analysis.Analysis;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.FailSafeNumber;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.RankCorrelation;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TrimAndFill;
import org.winnow.metaanalysis.ZeroCells;

/** A script for the package metafor. */
final class MetaforScript extends RScript {
  /** Fewer than this many effects that metafor computes otherwise are put right one by one. */
  private static final int FEW = 4;

  /** Below, tests and plots of many studies make no sense or stop. */
  private static final int LEAST = 3;

  private static final double LIKELIHOOD = 1e-3;

  private MetaforScript(StringBuilder out, ScriptPart part, int number) {
    super(out, part, number);
  }

  static String write(String title, List<ScriptPart> parts) {
    StringBuilder out = new StringBuilder();
    head(out, title, "metafor", "4.0 or newer");
    for (int i = 0; i < parts.size(); i++) {
      new MetaforScript(out, parts.get(i), parts.size() == 1 ? 0 : i + 1).write();
    }
    foot(out);
    return out.toString();
  }

  private void write() {
    title();
    data();
    line("");
    effects();
    line("");
    pool();
    ours();
    results();
    groups();
    if (!settings.moderators().isEmpty()) {
      regress();
    }
    if (!isMixed()) {
      tests();
      sensitivity();
    }
    plots();
  }

  private boolean isMixed() {
    return settings.method().startsWith("GLMM");
  }

  // ---------------------------------------------------------------- effects

  private void effects() {
    List<String> raw = columns.raw();
    if (raw.isEmpty()) {
      typed("The effects as they were typed in.");
      return;
    }
    Optional<String> call = call(raw);
    if (call.isEmpty()) {
      typed("The effects as Winnow computed them, by rules that metafor does not have.");
      return;
    }
    int[] other = differing();
    if (other.length >= FEW) {
      typed("The effects as Winnow computed them; escalc() has other rules for these data.");
      return;
    }
    line(call.get());
    for (int row : other) {
      note(
          columns.studies().get(row)
              + ": "
              + settings.convention()
              + " has another rule here, or none.");
      effect(row);
    }
    int[] rows = analysis.rows();
    double[] yi = columns.effects(false);
    double[] vi = columns.effects(true);
    String at = "[" + RText.vector("  ", indices(rows)) + "]";
    checkAll(dat + "$yi" + at, IntStream.of(rows).mapToDouble(i -> yi[i]).toArray(), CLOSED);
    checkAll(dat + "$vi" + at, IntStream.of(rows).mapToDouble(i -> vi[i]).toArray(), CLOSED);
  }

  private static List<String> indices(int[] rows) {
    return IntStream.of(rows).mapToObj(i -> Integer.toString(i + 1)).toList();
  }

  private void effect(int row) {
    double yi = columns.effects(false)[row];
    double vi = columns.effects(true)[row];
    line(dat + "$yi[" + (row + 1) + "] <- " + RText.number(yi));
    line(dat + "$vi[" + (row + 1) + "] <- " + RText.number(vi));
  }

  private void typed(String why) {
    note(why);
    line(dat + "$yi <- " + RText.vector(columns.effects(false)));
    line(dat + "$vi <- " + RText.vector(columns.effects(true)));
  }

  /** How metafor computes the effects; empty when it has no way that is near. */
  private Optional<String> call(List<String> raw) {
    String measure = settings.measure();
    if (raw.getFirst().equals("oe")) {
      return Optional.of(
          dat + "$yi <- " + dat + "$oe / " + dat + "$v\n" + dat + "$vi <- 1 / " + dat + "$v");
    }
    if (measure.equals("SMD") && revMan()) {
      return Optional.of(standardised());
    }
    String arguments = String.join(", ", raw.stream().map(c -> c + " = " + c).toList());
    String extra = "";
    switch (raw.getFirst()) {
      case "ai" -> {
        if (settings.zero().equals("treatment-arm")) {
          return Optional.empty();
        }
        ZeroCells rule = rule();
        extra =
            ",\n  add = "
                + RText.number(rule.add())
                + ", to = "
                + RText.string(to(rule))
                + ", drop00 = "
                + (rule.dropDoubleZero() ? "TRUE" : "FALSE");
      }
      case "m1i" -> {
        if (measure.equals("SMD") && convention() == Convention.META) {
          return Optional.empty();
        }
        if (measure.equals("ROM")) {
          extra = ", correct = FALSE";
        } else if (!List.of("MD", "SMD").contains(measure)) {
          extra = ", correct = " + (convention() == Convention.META ? "FALSE" : "TRUE");
        }
      }
      default -> {
        if (hasZeros(raw)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        dat
            + " <- escalc(measure = "
            + RText.string(measure)
            + ", "
            + arguments
            + ",\n  data = "
            + dat
            + extra
            + ")"
            + (measure.equals("ROM") && convention() != Convention.META ? lessBias() : ""));
  }

  /** What escalc() adds to a log ratio of means in some of its versions and not in others. */
  private String lessBias() {
    return "\n# The correction of a log ratio of means for bias, which older versions do not have\n"
        + dat
        + " <- within("
        + dat
        + ",\n  yi <- yi + (sd1i^2 / (n1i * m1i^2) - sd2i^2 / (n2i * m2i^2)) / 2)";
  }

  /** The standardised mean difference of RevMan, with its variance. */
  private String standardised() {
    return "# RevMan's standardised mean difference: Hedges' approximate correction\n"
        + dat
        + " <- within("
        + dat
        + ", {\n"
        + "  sdpi <- sqrt(((n1i - 1) * sd1i^2 + (n2i - 1) * sd2i^2) / (n1i + n2i - 2))\n"
        + "  yi <- (m1i - m2i) / sdpi * (1 - 3 / (4 * (n1i + n2i) - 9))\n"
        + "  vi <- (n1i + n2i) / (n1i * n2i) + yi^2 / (2 * (n1i + n2i - 3.94))\n"
        + "})";
  }

  /** The rule for empty cells that comes nearest in escalc(). */
  private ZeroCells rule() {
    boolean difference = settings.measure().equals("RD");
    if (revMan() && List.of("", "revman").contains(settings.zero())) {
      return settings.measure().equals("PETO")
          ? new ZeroCells(0, ZeroCells.To.NONE, false)
          : difference ? ZeroCells.METAFOR : ZeroCells.DROPPING;
    }
    return switch (settings.zero()) {
      case "" -> convention().zeroCells();
      case "metafor" -> ZeroCells.METAFOR;
      case "all" -> new ZeroCells(0.5, ZeroCells.To.ALL, false);
      case "if0all" -> new ZeroCells(0.5, ZeroCells.To.ALL_IF_ANY_ZERO, false);
      case "none" -> ZeroCells.NONE;
      default -> ZeroCells.DROPPING;
    };
  }

  private static String to(ZeroCells rule) {
    return switch (rule.to()) {
      case ALL -> "all";
      case ALL_IF_ANY_ZERO -> "if0all";
      case NONE -> "none";
      default -> "only0";
    };
  }

  private boolean hasZeros(List<String> raw) {
    for (String column : raw) {
      if (column.startsWith("x") && columns.texts(column).stream().anyMatch(this::isZero)) {
        return true;
      }
    }
    if (!raw.equals(List.of("xi", "ni"))) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.text(i, "xi").equals(columns.text(i, "ni"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isZero(String text) {
    return RText.number(text).equals("0");
  }

  /** The rows whose effect is not what escalc() gives. */
  private int[] differing() {
    double[] yi = columns.effects(false);
    double[] vi = columns.effects(true);
    List<String> raw = columns.raw();
    if (raw.getFirst().equals("ai")) {
      List<StudyEffect> theirs =
          BinaryMeasure.valueOf(settings.measure())
              .effects(analysis.effects().tables().orElseThrow(), rule());
      return IntStream.range(0, yi.length)
          .filter(i -> !same(theirs.get(i), yi[i], vi[i]))
          .toArray();
    }
    // A study that is not estimable here may be so there.
    return IntStream.range(0, yi.length)
        .filter(
            i -> Double.isNaN(yi[i]) && raw.stream().noneMatch(c -> columns.text(i, c).isEmpty()))
        .toArray();
  }

  private static boolean same(StudyEffect theirs, double yi, double vi) {
    // escalc() keeps an effect without variance, which rma() then weights by infinity.
    return theirs instanceof StudyEffect.Estimable e
        ? e.variance() > 0
            && Math.abs(e.estimate() - yi) <= 1e-12 * Math.max(1, Math.abs(yi))
            && Math.abs(e.variance() - vi) <= 1e-12 * vi
        : Double.isNaN(yi);
  }

  // ---------------------------------------------------------------- pooling

  private void pool() {
    line("pool" + suffix + " <- function(dat) {");
    switch (settings.method()) {
      case "MH" -> {
        if (fixed()) {
          line("  " + mantelHaenszel());
        } else if (momentsAroundMantelHaenszel()) {
          line("  # tau2 by DerSimonian and Laird, from Q around the Mantel-Haenszel estimate");
          line("  fixed <- " + mantelHaenszel());
          line("  dat <- dat[!is.na(dat$yi), ]");
          line("  w <- 1 / dat$vi");
          line("  q <- sum(w * (dat$yi - as.numeric(fixed$beta))^2)");
          line("  k <- length(w)");
          line("  tau2 <- if (k > 1)");
          line("    max(0, (q - (k - 1)) / (sum(w) - sum(w^2) / sum(w))) else 0");
          line("  rma(yi, vi, data = dat, slab = study, tau2 = tau2,");
          line("    test = " + RText.string(test()) + ", level = " + level() + ")");
        } else {
          line("  " + uni("dat"));
        }
      }
      case "PETO" -> {
        if (columns.raw().contains("ai")) {
          line(
              "  rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat, slab = study,\n"
                  + "    add = c(1/2, 0), to = c(\"only0\", \"none\"), drop00 = TRUE, level = "
                  + level()
                  + ")");
        } else {
          line("  " + uni("dat", fixed() ? "EE" : plainEstimator()));
        }
      }
      default -> {
        if (isMixed()) {
          line("  " + mixed());
        } else {
          if (!settings.method().equals("IV")) {
            line("  # metafor has no method " + RText.comment(settings.method()));
          }
          line("  " + uni("dat"));
        }
      }
    }
    line("}");
    line(res + " <- pool" + suffix + "(" + dat + ")");
    line("print(" + res + ")");
    if (!isMixed()) {
      note("By inverse variance, for tests, plots and sensitivity analyses.");
      line("iv" + suffix + " <- " + uni(dat));
    }
  }

  /** RevMan's "M-H, Random". */
  private boolean momentsAroundMantelHaenszel() {
    return !fixed() && analysis.revMan().isPresent() && estimator().equals("DL");
  }

  private String level() {
    return RText.number(settings.level());
  }

  private String uni(String data) {
    return uni(data, plainEstimator());
  }

  private String uni(String data, String estimator) {
    return "rma(yi, vi, data = "
        + data
        + ", slab = study, method = "
        + RText.string(estimator)
        + ",\n    test = "
        + RText.string(test())
        + ", level = "
        + level()
        + control()
        + ")";
  }

  private String plainEstimator() {
    if (isMixed()) {
      return "ML";
    }
    String name = analysis.model().options().tauSquared().name();
    return name.equals("HSK") ? "HSk" : name;
  }

  private String control() {
    return switch (plainEstimator()) {
      case "REML", "ML", "EB" -> ",\n    control = list(threshold = 1e-10, maxiter = 10000)";
      case "PM", "PMM" -> ",\n    control = list(tol = 1e-10)";
      default -> "";
    };
  }

  private String test() {
    return switch (settings.ci()) {
      case "hksj" -> "knha";
      case "hksj-adhoc" -> "adhoc";
      case "wald-t" -> "t";
      default -> "z";
    };
  }

  private boolean hasInterval() {
    return List.of("wald", "hksj", "hksj-adhoc", "wald-t").contains(settings.ci());
  }

  private String mantelHaenszel() {
    boolean rates = columns.raw().contains("x1i");
    boolean difference = settings.measure().equals("RD");
    boolean corrected =
        analysis.revMan().isPresent()
            ? !difference || convention() == Convention.META
            : !List.of("", "none", "metafor").contains(settings.zero());
    String own = RText.number(rates ? 0.5 : Math.max(0, rule().add()));
    String to = RText.string(rates ? "only0" : to(rule()));
    boolean dropped = !difference && !rates && rule().dropDoubleZero();
    String cells = String.join(", ", columns.raw().stream().map(c -> c + " = " + c).toList());
    return "rma.mh(measure = "
        + RText.string(settings.measure())
        + ", "
        + cells
        + ", data = dat,\n    slab = study, add = c("
        + own
        + ", "
        + (corrected ? own : "0")
        + "), to = c("
        + to
        + ", "
        + (corrected ? to : "\"none\"")
        + "),\n    drop00 = "
        // The second is for what is pooled: left to itself, rma.mh() corrects and pools such
        // studies.
        + (dropped ? "c(TRUE, TRUE)" : "FALSE")
        + ", correct = FALSE, level = "
        + level()
        + ")";
  }

  private String mixed() {
    String model = settings.method().substring("GLMM".length()).replaceFirst("^-", "");
    boolean one = columns.raw().contains("xi");
    return "rma.glmm(measure = "
        + RText.string(settings.measure())
        + ", "
        + String.join(", ", columns.raw().stream().map(c -> c + " = " + c).toList())
        + ",\n    data = dat, slab = study"
        + (one ? "" : ", model = " + RText.string(model.isEmpty() ? "UM.FS" : model))
        + ", method = "
        + (fixed() ? "\"EE\"" : "\"ML\"")
        + ",\n    test = "
        + RText.string(test().equals("z") ? "z" : "t")
        + ", level = "
        + level()
        + ")";
  }

  // ---------------------------------------------------------------- results

  /** Whether metafor can give our numbers at all. */
  private boolean comparable() {
    boolean exception =
        analysis.revMan().isPresent()
            && settings.method().equals("MH")
            && settings.measure().equals("RR")
            && allEvents()
            && (fixed() || momentsAroundMantelHaenszel())
            && convention() != Convention.META;
    if (exception) {
      note(
          "Not compared: in a study everybody had the event, which RevMan takes for a risk ratio"
              + " of 1 and rma.mh() does not.");
    }
    boolean ownRule =
        settings.method().equals("MH")
            && (settings.zero().equals("treatment-arm") || droppedDifferences())
            && emptyCells()
            && (fixed() || momentsAroundMantelHaenszel());
    if (ownRule) {
      note("Not compared: rma.mh() has no such rule for empty cells.");
    }
    boolean known = List.of("IV", "MH", "PETO").contains(settings.method()) || isMixed();
    if (!known) {
      note("Not compared: metafor has no method " + settings.method() + ".");
    }
    return !exception && !ownRule && known;
  }

  private void results() {
    if (!comparable()) {
      return;
    }
    Analysis.Summary s = analysis.summary();
    double tolerance = isMixed() ? LIKELIHOOD : tolerance();
    check(res + "$beta[1]", s.pooled().estimate(), tolerance);
    if (otherVariance()) {
      note(
          "Not compared: the interval. rma.mh() has the variance of Sato, Greenland and Robins"
              + " (1989), RevMan and meta that of Greenland and Robins (1985).");
    } else if (hasInterval()) {
      check(res + "$se[1]", s.pooled().standardError(), tolerance);
      check(res + "$ci.lb[1]", s.interval().lower(), tolerance);
      check(res + "$ci.ub[1]", s.interval().upper(), tolerance);
    } else {
      note("Not compared: metafor has no interval " + settings.ci() + ".");
    }
    if (isMixed()) {
      return;
    }
    s.tauSquared().ifPresent(tau2 -> check(res + "$tau2", tau2, tolerance));
    // Q is around other means in a random model of Mantel and Haenszel, and in meta; and rma.mh()
    // drops studies without events, which rma() keeps.
    boolean otherMean = settings.method().equals("MH") && analysis.revMan().isPresent();
    boolean sameQ =
        fixed()
            ? !settings.method().equals("MH")
                || convention() != Convention.META
                    && !(noEvents() && !revMan())
                    && !(settings.measure().equals("RD") && revMan() && emptyCells())
            : !otherMean;
    if (sameQ) {
      check(res + "$QE", s.heterogeneity().q(), tolerance);
    }
    boolean ofTau = convention() == Convention.METAFOR || convention() == Convention.REVMAN_WEB;
    if (settings.method().equals("IV") && analysis.rows().length > 1 && (fixed() || ofTau)) {
      check(res + "$I2", s.iSquared(), tolerance);
    }
    prediction(tolerance);
  }

  private boolean droppedDifferences() {
    return settings.measure().equals("RD") && List.of("drop", "revman").contains(settings.zero());
  }

  /** Whether a Mantel-Haenszel risk difference has another variance here than in rma.mh(). */
  private boolean otherVariance() {
    return settings.method().equals("MH")
        && settings.measure().equals("RD")
        && fixed()
        && (revMan() || convention() == Convention.META);
  }

  private void prediction(double tolerance) {
    Optional<Interval> interval = analysis.prediction();
    if (interval.isEmpty()) {
      return;
    }
    String kind = settings.prediction().isEmpty() ? "t-k1" : settings.prediction();
    String quantile = RText.number((1 + settings.level() / 100) / 2);
    int k = analysis.rows().length;
    String se = res + "$se";
    String q;
    switch (kind) {
      case "z", "tau" -> q = "qnorm(" + quantile + ")";
      case "t-k1" -> q = "qt(" + quantile + ", " + (k - 1) + ")";
      case "t-k2" -> q = "qt(" + quantile + ", " + (k - 2) + ")";
      case "hksj", "hksj-k2" -> {
        q = "qt(" + quantile + ", " + (k - (kind.equals("hksj") ? 1 : 2)) + ")";
        if (momentsAroundMantelHaenszel()) {
          note("The prediction interval is not compared.");
          return;
        }
        se = "update(" + res + ", test = \"knha\", data = " + dat + ")$se";
      }
      default -> {
        note("Not compared: the prediction interval " + kind + ".");
        return;
      }
    }
    String own = kind.equals("tau") ? "" : " + " + se + "^2";
    note("The prediction interval " + kind);
    String predicted = "predicted" + suffix;
    line(
        predicted
            + " <- as.numeric("
            + res
            + "$beta) + c(-1, 1) * "
            + q
            + " *\n  sqrt("
            + res
            + "$tau2"
            + own
            + ")");
    line("print(" + predicted + ")");
    if (hasInterval()) {
      checkAll(
          predicted,
          new double[] {interval.get().lower(), interval.get().upper()},
          Math.max(tolerance, CLOSED));
    }
  }

  private void groups() {
    if (settings.subgroup().isEmpty() || !columns.properties().contains(settings.subgroup())) {
      return;
    }
    line("");
    List<Analysis.Group> all = pooledGroups();
    List<Analysis.Group> groups = all.stream().filter(g -> g.analysis().isPresent()).toList();
    if (groups.isEmpty()) {
      return;
    }
    note("Subgroups, each with its own variance between studies");
    String column = dat + "$" + name(settings.subgroup());
    line(
        "labels"
            + suffix
            + " <- "
            + RText.strings("  ", groups.stream().map(Analysis.Group::label)));
    line("groups" + suffix + " <- lapply(labels" + suffix + ", function(label)");
    line("  pool" + suffix + "(" + dat + "[" + column + " == label, ]))");
    line("names(groups" + suffix + ") <- labels" + suffix);
    line("print(groups" + suffix + ")");
    if (!comparable()) {
      return;
    }
    double tolerance = isMixed() ? LIKELIHOOD : tolerance();
    checkAll(
        "sapply(groups" + suffix + ", function(g) g$beta[1])",
        groups.stream()
            .mapToDouble(g -> g.analysis().orElseThrow().summary().pooled().estimate())
            .toArray(),
        tolerance);
    Optional<Heterogeneity> test = Analysis.differences(all);
    if (test.isPresent() && hasInterval() && !otherVariance()) {
      note("The test for differences, on the pooled effects of the subgroups");
      line(
          "between"
              + suffix
              + " <- rma(sapply(groups"
              + suffix
              + ", function(g) g$beta[1]),\n  sei = sapply(groups"
              + suffix
              + ", function(g) g$se[1]), method = \"EE\")");
      line("print(between" + suffix + ")");
      check("between" + suffix + "$QE", test.get().q(), tolerance);
    }
  }

  private void regress() {
    line("");
    note("Meta-regression");
    MixedModel fitted;
    try {
      fitted = regression().model();
    } catch (IllegalArgumentException e) {
      note("Not in this script: " + e.getMessage());
      return;
    }
    if (fitted.coefficientCount() >= regressed().length) {
      note("Too few studies for the moderators.");
      return;
    }
    line(
        "reg"
            + suffix
            + " <- rma(yi, vi, mods = "
            + formula()
            + ",\n  data = "
            + dat
            + ", slab = study, method = "
            + RText.string(plainEstimator())
            + ", test = "
            + RText.string(test())
            + ", level = "
            + level()
            + control()
            + ")");
    line("print(reg" + suffix + ")");
    double tolerance = tolerance();
    checkAll("reg" + suffix + "$beta", fitted.coefficients(), tolerance);
    if (hasInterval()) {
      checkAll(
          "reg" + suffix + "$se",
          IntStream.range(0, fitted.coefficientCount())
              .mapToDouble(fitted::standardError)
              .toArray(),
          tolerance);
    }
    if (!fixed()) {
      check("reg" + suffix + "$tau2", fitted.tauSquared().value(), tolerance);
    }
    check("reg" + suffix + "$QE", fitted.residualQ(), tolerance);
  }

  // ---------------------------------------------------------------- tests, sensitivity, figures

  private void tests() {
    if (settings.tests().isEmpty()) {
      return;
    }
    line("");
    note("Small-study effects");
    EffectSizes studies = analysis.model().studies();
    if (studies.count() < LEAST) {
      note("Too few studies.");
      return;
    }
    String iv = "iv" + suffix;
    for (String word : settings.tests()) {
      String test = plain(word);
      switch (test) {
        case "egger" -> {
          SmallStudyEffects.Regression egger = SmallStudyEffects.egger(studies);
          line("egger" + suffix + " <- regtest(" + iv + ", model = \"lm\")");
          line("print(egger" + suffix + ")");
          check("egger" + suffix + "$zval", egger.statistic(), CLOSED);
          check("egger" + suffix + "$pval", egger.pValue(), CLOSED);
        }
        case "egger-mixed" -> line("print(regtest(" + iv + ", model = \"rma\"))");
        case "begg" -> {
          RankCorrelation begg = SmallStudyEffects.begg(studies);
          line("begg" + suffix + " <- ranktest(" + iv + ")");
          line("print(begg" + suffix + ")");
          check("begg" + suffix + "$tau", begg.tau(), CLOSED);
        }
        case "fsn" -> {
          line("failsafe" + suffix + " <- fsn(yi, vi, data = " + dat + ", type = \"Rosenthal\")");
          line("print(failsafe" + suffix + ")");
          check(
              "failsafe" + suffix + "$fsnum",
              Math.ceil(FailSafeNumber.rosenthal(studies).studies()),
              CLOSED);
          line("print(fsn(yi, vi, data = " + dat + ", type = \"Rosenberg\"))");
        }
        case "peese" -> {
          line(
              "peese"
                  + suffix
                  + " <- lm(yi ~ vi, weights = 1 / vi, data = as.data.frame("
                  + dat
                  + "))");
          line("print(summary(peese" + suffix + "))");
          check("coef(peese" + suffix + ")[2]", SmallStudyEffects.peese(studies).slope(), CLOSED);
        }
        case "trimfill" -> line("print(trimfill(" + iv + "))");
        case "excess" -> line("print(tes(" + iv + "))");
        default -> note("The test " + test + " is not in metafor; the package meta may have it.");
      }
    }
  }

  private void sensitivity() {
    if (settings.sensitivity().isEmpty()) {
      return;
    }
    line("");
    note("Sensitivity");
    EffectSizes studies = analysis.model().studies();
    if (studies.count() < LEAST) {
      note("Too few studies.");
      return;
    }
    String iv = "iv" + suffix;
    for (String kind : settings.sensitivity()) {
      switch (kind) {
        case "leave1out" -> {
          line("without" + suffix + " <- leave1out(" + iv + ")");
          line("print(without" + suffix + ")");
          checkAll(
              "without" + suffix + "$estimate",
              estimates(Influence.leaveOneOut(studies, analysis.model().options())),
              tolerance());
        }
        case "cumulative" -> {
          line("cumulative" + suffix + " <- cumul(" + iv + ")");
          line("print(cumulative" + suffix + ")");
          checkAll(
              "cumulative" + suffix + "$estimate",
              estimates(
                  Influence.cumulative(
                      studies,
                      IntStream.range(0, studies.count()).toArray(),
                      analysis.model().options())),
              tolerance());
        }
        case "influence" -> line("print(influence(" + iv + "))");
        case "trimfill" -> {
          TrimAndFill filled =
              TrimAndFill.of(
                  studies, TrimAndFill.Estimator.L0, Optional.empty(), analysis.model().options());
          line("filled" + suffix + " <- trimfill(" + iv + ", estimator = \"L0\")");
          line("print(filled" + suffix + ")");
          check("filled" + suffix + "$k0", filled.missing(), CLOSED);
        }
        default -> note("Not in this script: " + kind);
      }
    }
  }

  private static double[] estimates(List<MixedModel> models) {
    return models.stream().mapToDouble(MixedModel::estimate).toArray();
  }

  private void plots() {
    line("");
    note("Figures; with Rscript they are in Rplots.pdf");
    List<String> arguments = new ArrayList<>(List.of(res, "header = TRUE"));
    if (ratio()) {
      arguments.add("atransf = exp");
    }
    boolean uni = !fixed() && !isMixed();
    if (uni && analysis.prediction().isPresent()) {
      arguments.add("addpred = TRUE");
    }
    List<String> favours = part.favours();
    if (favours.stream().anyMatch(text -> !text.isEmpty())) {
      arguments.add("xlab = " + RText.string(favours.get(0) + "          " + favours.get(1)));
    }
    line("forest(" + String.join(", ", arguments) + ")");
    if (!isMixed() && analysis.rows().length >= LEAST) {
      line(
          "funnel(iv"
              + suffix
              + ", refline = 0, level = c(90, 95, 99),\n"
              + "  shade = c(\"white\", \"gray75\", \"gray55\"))");
    }
  }
}
