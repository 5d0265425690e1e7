package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.figure.Wording;

/** The files that a review's analyses can be written as. */
public enum ExportFormat {
  RM5(".rm5", "application/xml", (review, _, file) -> RevMan5File.write(review, file)),
  REVMAN_CSV(".csv", "text/csv", (review, _, file) -> RevMan5Csv.write(review, file)),
  REVMAN_WEB(".zip", "application/zip", RevManWebPackage::write),
  R_METAFOR(".R", "text/plain", (review, _, file) -> script(ScriptTool.METAFOR, review, file)),
  R_META(".R", "text/plain", (review, _, file) -> script(ScriptTool.META, review, file)),
  STATA(".zip", "application/zip", (review, _, file) -> StataFiles.writeAll(review, file)),
  JASP(".zip", "application/zip", (review, _, file) -> JaspCsv.writeAll(review, file)),
  ROBVIS(
      ".csv",
      "text/csv",
      (review, _, file) -> {
        file.write(RobvisCsv.write(review).getBytes(StandardCharsets.UTF_8));
        return List.of();
      });

  @FunctionalInterface
  private interface Writer {
    List<Wording> write(
        ReviewAnalyses review, RevManWebPackage.ForestPlots plots, OutputStream file)
        throws IOException;
  }

  private final String extension;
  private final String mediaType;
  private final Writer writer;

  ExportFormat(String extension, String mediaType, Writer writer) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /**
   * The format of a word such as revman-csv.
   *
   * @throws IllegalArgumentException for a word that is not known
   */
  public static ExportFormat named(String word) {
    for (ExportFormat format : values()) {
      if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException("No format " + word);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a file of it ends with, with the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes a review; answers what the format has no place for.
   *
   * @param plots the forest plots of a data package; the other formats have none
   */
  public List<Wording> write(
      ReviewAnalyses review, RevManWebPackage.ForestPlots plots, OutputStream file)
      throws IOException {
    return writer.write(review, plots, file);
  }

  private static List<Wording> script(ScriptTool tool, ReviewAnalyses review, OutputStream file)
      throws IOException {
    List<Wording> notCarried = new ArrayList<>();
    String title = review.title().isEmpty() ? "Analyses of a review" : review.title();
    List<ScriptPart> parts = List.copyOf(ScriptPart.numbered(review, notCarried).values());
    file.write(tool.script(title, parts).getBytes(StandardCharsets.UTF_8));
    return notCarried;
  }
}
