package org.winnow.citation.match;

/** Settles at once the many pairs that share a key by chance, before fields are compared. */
final class QuickLook {
  private static final Verdict OTHER_TITLE = new Verdict(MatchRule.OTHER_TITLE, 0);

  private static final int WORDS_OF_LONG_TITLE = 6;
  private static final double LEAST_SHARED = 0.6;

  private QuickLook() {}

  static Verdict of(Normalised a, Normalised b) {
    boolean number =
        !a.doi.isEmpty() && a.doi.equals(b.doi)
            || a.pmid > 0 && a.pmid == b.pmid
            || a.cochrane > 0 && a.cochrane == b.cochrane
            || !a.registration.isEmpty() && a.registration.equals(b.registration);
    if (!number && titlesAreFarApart(a, b)) {
      return OTHER_TITLE;
    }
    return a.contentHash <= b.contentHash ? closerLook(a, b, number) : closerLook(b, a, number);
  }

  private static Verdict closerLook(Normalised a, Normalised b, boolean number) {
    TitleLikeness title = TitleLikeness.of(a, b);
    return !number && placeLeavesNothing(a, b, title)
        ? OTHER_TITLE
        : Matching.of(Comparison.of(a, b, title));
  }

  /**
   * Whether two titles of some length share fewer words than slips and hyphens explain, while no
   * page is shared that would make a partly like title worth a question.
   */
  private static boolean titlesAreFarApart(Normalised a, Normalised b) {
    return a.latinWords.length >= WORDS_OF_LONG_TITLE
        && b.latinWords.length >= WORDS_OF_LONG_TITLE
        && a.han.isEmpty()
        && b.han.isEmpty()
        && TitleWords.overlap(a.latinWords, b.latinWords) < LEAST_SHARED
        && !Comparison.page(a.pages.first(), b.pages.first()).holds()
        && !Folding.equalWithoutBlanks(a.latin, b.latin);
  }

  /**
   * Whether titles are merely similar and the places are too far apart for any rule that joins or
   * asks: each of those wants one first page, one last page, or with most words shared one year.
   */
  private static boolean placeLeavesNothing(Normalised a, Normalised b, TitleLikeness title) {
    return switch (title.degree()) {
      case DIFFERENT ->
          a.volume.isEmpty() || !a.volume.equals(b.volume) || !a.pages.equals(b.pages);
      case PARTLY -> !Comparison.page(a.pages.first(), b.pages.first()).holds();
      case CONTAINED, CLOSE ->
          (a.year != b.year || a.year == 0)
              && !Comparison.page(a.pages.first(), b.pages.first()).holds()
              && Agreement.ofTexts(a.pages.last(), b.pages.last()) != Agreement.SAME;
      case EQUAL, SPELLING, OTHER_LANGUAGE, MISSING -> false;
    };
  }
}
