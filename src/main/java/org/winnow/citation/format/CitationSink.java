package org.winnow.citation.format;

import org.winnow.citation.Citation;

/** Takes what a reader finds, in the order of the file. */
public interface CitationSink {
  void citation(Citation citation);

  /** A record that could not be read; the file goes on after it. */
  void problem(ParseProblem problem);
}
