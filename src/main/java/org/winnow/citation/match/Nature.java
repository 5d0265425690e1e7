package org.winnow.citation.match;

/** What a record is, as far as title, type and journal show it; several may hold. */
enum Nature {
  ERRATUM,
  REPLY,
  PROTOCOL,
  MEETING_ABSTRACT,
  THESIS,
  REGISTRATION,
  BOOK,
  CHAPTER,
  /** In Chinese or from a Chinese journal, as far as script, language or journal show. */
  CHINESE;

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int natures) {
    return (natures & bit()) != 0;
  }
}
