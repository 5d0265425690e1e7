package org.winnow.citation.match;

/** Settles at once the many pairs that share a key by chance, before fields are compared. */
final class QuickLook {
  private static final Verdict OTHER_TITLE = new Verdict(MatchRule.OTHER_TITLE, 0);

  private QuickLook() {}

  static Verdict of(Normalised a, Normalised b) {
    boolean number =
        !a.doi.isEmpty() && a.doi.equals(b.doi)
            || a.pmid > 0 && a.pmid == b.pmid
            || a.cochrane > 0 && a.cochrane == b.cochrane
            || !a.registration.isEmpty() && a.registration.equals(b.registration);
    TitleLikeness title = TitleLikeness.of(a, b);
    if (!number && title.degree() == TitleLikeness.Degree.DIFFERENT) {
      return OTHER_TITLE;
    }
    return Matching.of(Comparison.of(a, b, title));
  }
}
