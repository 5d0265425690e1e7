package org.winnow.citation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.winnow.citation.Citation;

/** What reading a file gave. */
record Reading(ReadSummary summary, List<Citation> citations, List<ParseProblem> problems) {

  static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] bytes) {
    return of(new ByteArrayInputStream(bytes), ReadOptions.automatic());
  }

  static Reading of(InputStream stream, ReadOptions options) {
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
      return new Reading(CitationReader.read(stream, options, sink), citations, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Code of the reason why nothing can be read; empty when something can. */
  static String refusal(byte[] bytes) {
    try {
      of(bytes);
      return "";
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof UnreadableFile unreadable ? unreadable.code() : "io";
    }
  }

  List<String> titles() {
    return citations.stream().map(citation -> citation.title().first()).toList();
  }

  List<String> codes() {
    return problems.stream().map(ParseProblem::code).toList();
  }
}
