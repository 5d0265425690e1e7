package org.winnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is pooled and how: the options that all commands of a meta-analysis have. */
final class PoolOptions {
  @Parameters(
      paramLabel = "FILE.csv",
      description =
          "A CSV file, or - for what is piped in. Columns study and ai,n1i,ci,n2i or m1i,sd1i,n1i,m2i,sd2i,n2i or yi,vi or yi,sei or"
              + " x1i,t1i,x2i,t2i or xi,ni or ri,ni.")
  private Path file = Path.of("");

  @Option(names = "--measure", description = "OR, RR, RD, PETO, MD, SMD, ROM, IRR, PLO, GEN, …")
  private String measure = "GEN";

  @Option(
      names = "--method",
      description = "IV, MH, PETO, GLMM[-UM.FS|-UM.RS|-CM.EL|-CM.AL] or PENALISED.")
  private String method = "";

  @Option(
      names = "--model",
      description = "fixed, random, or i-squared-rule: fixed if I² is at most 50 %%, else random.")
  private String model = "";

  @Option(names = "--tau2", description = "DL, REML, ML, PM, PMM, EB, SJ, HS, HSK or HE.")
  private String tauSquared = "";

  @Option(
      names = "--ci",
      description = "wald, wald-t, hksj, hksj-adhoc, hksj-ci, hksj-iqwig6 or kr.")
  private String ci = "wald";

  @Option(
      names = "--pi",
      description = "off, z, t-k1, t-k2, tau, hksj, hksj-k2, kr or kr-k2 (default: t-k1).")
  private String prediction = "";

  @Option(names = "--level", description = "Confidence level in percent.")
  private double level = 95;

  @Option(names = "--subgroup", paramLabel = "COLUMN", description = "Pool by this column too.")
  private String subgroup = "";

  @Option(
      names = "--zero",
      description = "Empty cells: revman, metafor, drop, all, if0all, treatment-arm or none.")
  private String zero = "";

  @Option(names = "--convention", description = "revman5, revman-web, metafor or meta.")
  private String convention = "metafor";

  @Option(names = "--swap-events", description = "Pool the non-events: the event is desirable.")
  private boolean swapEvents;

  @Option(names = "--totals", description = "overall, subgroups or none.")
  private String totals = "overall";

  @Option(
      names = "--study-level",
      description = "Confidence level of single studies, in percent (default: that of --level).")
  private double studyLevel;

  private AnalysisSettings settings(
      List<String> moderators, int permutations, List<String> tests, List<String> sensitivity) {
    return new AnalysisSettings(
        measure,
        method,
        model,
        tauSquared,
        ci,
        prediction,
        level,
        subgroup,
        zero,
        convention,
        moderators,
        tests,
        sensitivity,
        swapEvents,
        totals,
        studyLevel == 0 ? level : studyLevel,
        permutations);
  }

  Analysis analyse() throws IOException {
    return analyse(List.of(), 0, List.of(), List.of());
  }

  /**
   * Reads the file and pools its studies.
   *
   * @throws IllegalArgumentException when no study is estimable, an option is not known, or there
   *     is no such file
   */
  Analysis analyse(
      List<String> moderators, int permutations, List<String> tests, List<String> sensitivity)
      throws IOException {
    return settings(moderators, permutations, tests, sensitivity)
        .analyse(StudyFile.read(file, System.in));
  }
}
