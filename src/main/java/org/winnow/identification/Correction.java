package org.winnow.identification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.UnreadableFile;

/** What a person's correction of a quarantined record turns out to be. */
sealed interface Correction {
  /** The one record that it shall be. */
  record One(Citation citation) implements Correction {}

  record Several(int records) implements Correction {}

  /**
   * Something in it still cannot be read.
   *
   * @param code the library's name of the reason
   * @param about what the reason's text speaks of
   * @param message the reason in English
   */
  record Unread(String code, List<String> about, String message) implements Correction {}

  /**
   * @param format name of the format that the whole file was read in
   * @param columns what was said of its columns
   */
  static Correction read(String text, String format, ColumnMapping columns) {
    List<Citation> citations = new ArrayList<>();
    List<ParseProblem> problems = new ArrayList<>();
    CitationSink sink =
        new CitationSink() {
          @Override
          public void citation(Citation citation) {
            citations.add(citation);
          }

          @Override
          public void problem(ParseProblem problem) {
            problems.add(problem);
          }
        };
    try {
      CitationReader.readText(text, format, columns, sink);
    } catch (UnreadableFile e) {
      return new Unread(e.code(), e.args(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      ParseProblem first = problems.getFirst();
      return new Unread(first.code(), List.of(), first.message());
    }
    return switch (citations.size()) {
      case 0 -> new Unread("no-record-inside", List.of(), "The text holds no record.");
      case 1 -> new One(citations.getFirst().from(citations.getFirst().line(), text));
      default -> new Several(citations.size());
    };
  }
}
