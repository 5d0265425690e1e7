package org.winnow.lookup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Parts of a record that a query can name, as in {@code author:zhang}. */
enum LookupField {
  TITLE,
  ABSTRACT,
  AUTHOR,
  JOURNAL,
  YEAR,
  DOI,
  PMID,
  KEYWORD,
  SOURCE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LookupField> named(String word) {
    return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(word)).findFirst();
  }
}
