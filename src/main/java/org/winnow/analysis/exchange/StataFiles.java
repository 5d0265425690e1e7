package org.winnow.analysis.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.winnow.figure.Wording;

/** A script for Stata with all analyses of a review in it, and their data as tables beside it. */
public final class StataFiles {
  private StataFiles() {}

  /** Writes an archive, and answers which outcomes have no analysis. */
  public static List<Wording> writeAll(ReviewAnalyses review, OutputStream file)
      throws IOException {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    List<Wording> notCarried = new ArrayList<>();
    SequencedMap<String, ScriptPart> parts = ScriptPart.numbered(review, notCarried);
    files.put("analyses.do", ScriptTool.STATA.script(review.title(), List.copyOf(parts.values())));
    parts.forEach((number, part) -> files.put("analysis-" + number + ".csv", JaspCsv.table(part)));
    Archive.write(files, file);
    return notCarried;
  }
}
