package org.winnow.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyTable;
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

  private AnalysisSettings settings(
      List<String> moderators, List<String> tests, List<String> sensitivity) {
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
        sensitivity);
  }

  Analysis analyse() throws IOException {
    return analyse(List.of(), List.of(), List.of());
  }

  /**
   * Reads the file and pools its studies.
   *
   * @throws IllegalArgumentException when no study is estimable, an option is not known, or there
   *     is no such file
   */
  Analysis analyse(List<String> moderators, List<String> tests, List<String> sensitivity)
      throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return settings(moderators, tests, sensitivity).analyse(StudyTable.read(reader));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    }
  }
}
