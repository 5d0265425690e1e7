package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.ZeroCells;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is pooled and how: the options that all commands of a meta-analysis have. */
final class PoolOptions {
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

  @Option(names = "--pi", description = "off, z, t-k1, t-k2 or hksj (default: t-k1).")
  private String prediction = "";

  @Option(names = "--level", description = "Confidence level in percent.")
  private double level = 95;

  @Option(names = "--subgroup", paramLabel = "COLUMN", description = "Pool by this column too.")
  private String subgroup = "";

  @Option(names = "--zero", description = "Empty cells: revman, metafor, drop or none.")
  private String zero = "";

  @Option(names = "--convention", description = "revman5, revman-web, metafor or meta.")
  private String convention = "metafor";

  Path file() {
    return file;
  }

  /** In capitals. */
  String measure() {
    return measure.toUpperCase(Locale.ROOT);
  }

  /** IV, MH or PETO. */
  String method() {
    return method.isEmpty()
        ? measure().equals("PETO") ? "PETO" : "IV"
        : method.toUpperCase(Locale.ROOT);
  }

  String model() {
    return model;
  }

  boolean fixed() {
    return switch (model) {
      case "fixed", "common", "equal" -> true;
      case "random" -> false;
      default -> throw new IllegalArgumentException("No model " + model);
    };
  }

  /** The kind of prediction interval. */
  String prediction() {
    return prediction.isEmpty() ? "t-k1" : prediction;
  }

  /** Whether a figure has a prediction interval: RevMan 5 has none unless it is asked for. */
  boolean showsPrediction() {
    return !fixed() && !(prediction.isEmpty() && preset() == Convention.REVMAN5);
  }

  /** In percent. */
  double level() {
    return level;
  }

  /** The column of subgroups, or empty. */
  String subgroup() {
    return subgroup;
  }

  String convention() {
    return convention;
  }

  Convention preset() {
    return Convention.named(convention);
  }

  ZeroCells zeroCells() {
    return switch (zero) {
      case "" -> preset().zeroCells();
      case "revman", "drop" -> ZeroCells.DROPPING;
      case "metafor" -> ZeroCells.METAFOR;
      case "none" -> ZeroCells.NONE;
      default -> throw new IllegalArgumentException("No rule for empty cells " + zero);
    };
  }

  ModelOptions modelOptions() {
    TauSquaredEstimator estimator =
        fixed()
            ? TauSquaredEstimator.EE
            : tauSquared.isEmpty() ? preset().tauSquared() : TauSquaredEstimator.named(tauSquared);
    Inference inference =
        switch (ci) {
          case "wald" -> Inference.WALD;
          case "hksj" -> Inference.HARTUNG_KNAPP;
          case "hksj-adhoc" -> Inference.HARTUNG_KNAPP_AD_HOC;
          default -> throw new IllegalArgumentException("No interval " + ci);
        };
    return ModelOptions.of(estimator, inference).withLevel(level / 100);
  }

  /**
   * Reads the file and pools its studies.
   *
   * @throws IllegalArgumentException when no study is estimable, or an option is not known
   */
  Analysis analyse() throws IOException {
    StudyTable table = StudyTable.read(file);
    StudyEffects effects = StudyEffects.of(table, measure(), preset(), zeroCells());
    return Analysis.of(this, table, effects, IntStream.range(0, table.size()).toArray())
        .orElseThrow(() -> new IllegalArgumentException("No study is estimable"));
  }
}
