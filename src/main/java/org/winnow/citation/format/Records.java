package org.winnow.citation.format;

import org.winnow.citation.Citation;

/** The last step of every reader. */
final class Records {
  private Records() {}

  /** Hands on a record, or reports it when it says nothing at all. */
  static void handOn(Citation citation, CitationSink sink) {
    if (saysSomething(citation)) {
      sink.citation(citation);
      return;
    }
    sink.problem(
        new ParseProblem(
            citation.line(),
            "no-content",
            "The record has no title, no authors and no other content.",
            Limits.excerpt(citation.raw())));
  }

  private static boolean saysSomething(Citation c) {
    return !c.title().isEmpty()
        || !c.authors().isEmpty()
        || !c.abstracts().isEmpty()
        || !c.doi().isEmpty()
        || !c.pmid().isEmpty()
        || !c.journal().isEmpty()
        || !c.url().isEmpty()
        || !c.accession().isEmpty()
        || !c.keywords().isEmpty()
        || !c.others().isEmpty();
  }
}
