package org.winnow.citation.match;

/** How one field of two records compares. */
public enum Agreement {
  SAME,
  /** Not the same, but what two databases may write for the same. */
  NEAR,
  DIFFERENT,
  /** At least one of the two does not give it. */
  UNKNOWN;

  boolean holds() {
    return this == SAME || this == NEAR;
  }

  static Agreement ofTexts(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return UNKNOWN;
    }
    return a.equals(b) ? SAME : DIFFERENT;
  }

  static Agreement ofNumbers(int a, int b) {
    if (a == 0 || b == 0) {
      return UNKNOWN;
    }
    return a == b ? SAME : DIFFERENT;
  }
}
