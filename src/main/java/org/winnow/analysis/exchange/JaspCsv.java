package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.winnow.figure.Wording;

/**
 * Tables of studies as JASP opens them: the study, its effect {@code yi} with standard error {@code
 * sei} on the scale of the analysis, what they were computed from, and the subgroup. JASP asks for
 * the columns of effect and standard error, and runs metafor.
 */
public final class JaspCsv {
  private JaspCsv() {}

  /** One table. */
  public static String table(ScriptPart part) {
    StudyColumns columns = new StudyColumns(part.analysis());
    List<String> head = new ArrayList<>(List.of("study", "yi", "sei"));
    columns.raw().stream().filter(c -> !head.contains(c)).forEach(head::add);
    columns.properties().stream().filter(c -> !head.contains(c)).forEach(head::add);
    Tables.Writing csv = new Tables.Writing(head, false, ',');
    double[] yi = columns.effects(false);
    double[] vi = columns.effects(true);
    for (int i = 0; i < columns.size(); i++) {
      Map<String, String> cells = new HashMap<>();
      for (String column : head) {
        cells.put(column, columns.text(i, column));
      }
      cells.put("study", columns.studies().get(i));
      cells.put("yi", text(yi[i]));
      cells.put("sei", text(Math.sqrt(vi[i])));
      csv.row(cells);
    }
    return csv.text();
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : Numbers.text(value);
  }

  /** Writes an archive with a table for each analysis of a review, and answers which have none. */
  public static List<Wording> writeAll(ReviewAnalyses review, OutputStream file)
      throws IOException {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    List<Wording> notCarried = new ArrayList<>();
    ScriptPart.numbered(review, notCarried)
        .forEach((number, part) -> files.put("analysis-" + number + ".csv", table(part)));
    Archive.write(files, file);
    return notCarried;
  }
}
