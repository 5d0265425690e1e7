package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.winnow.citation.Citation;

/** How many records of a file have a field. */
record Completeness(
    int title,
    @JsonProperty("abstract") int abstracts,
    int year,
    int doi,
    int authors,
    int language) {
  static final Completeness NONE = new Completeness(0, 0, 0, 0, 0, 0);

  Completeness plus(Citation citation) {
    return new Completeness(
        title + (citation.title().isEmpty() ? 0 : 1),
        abstracts + (citation.abstracts().isEmpty() ? 0 : 1),
        year + (citation.year() == 0 ? 0 : 1),
        doi + (citation.doi().isEmpty() ? 0 : 1),
        authors + (citation.authors().isEmpty() ? 0 : 1),
        language + (citation.language().isEmpty() ? 0 : 1));
  }
}
