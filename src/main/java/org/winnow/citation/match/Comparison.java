package org.winnow.citation.match;

/** All fields of two records side by side. */
record Comparison(
    Normalised a,
    Normalised b,
    TitleLikeness title,
    Agreement authors,
    Agreement year,
    Agreement journal,
    Agreement volume,
    Agreement issue,
    Agreement page,
    Agreement lastPage,
    Agreement doi,
    Agreement pmid) {

  /** The same whichever of the two comes first. */
  static Comparison of(Normalised a, Normalised b) {
    return a.contentHash <= b.contentHash
        ? of(a, b, TitleLikeness.of(a, b))
        : of(b, a, TitleLikeness.of(b, a));
  }

  static Comparison of(Normalised a, Normalised b, TitleLikeness title) {
    if (slipped(a, b) || slipped(b, a)) {
      return ofSlipped(a, b, title);
    }
    return new Comparison(
        a,
        b,
        title,
        AuthorAgreement.of(a.authors, b.authors),
        year(a.year, b.year),
        JournalAgreement.of(a, b),
        Agreement.ofTexts(a.volume, b.volume),
        Agreement.ofTexts(a.issue, b.issue),
        page(a.pages.first(), b.pages.first()),
        page(a.pages.last(), b.pages.last()),
        Agreement.ofTexts(a.doi, b.doi),
        Agreement.ofNumbers(a.pmid, b.pmid));
  }

  /** Exports of meeting abstracts may hold the volume as issue and the issue as page. */
  private static boolean slipped(Normalised a, Normalised b) {
    return a.volume.isEmpty()
        && !b.volume.isEmpty()
        && !b.issue.isEmpty()
        && a.issue.equals(b.volume)
        && a.pages.first().equals(b.issue);
  }

  private static Comparison ofSlipped(Normalised a, Normalised b, TitleLikeness title) {
    return new Comparison(
        a,
        b,
        title,
        AuthorAgreement.of(a.authors, b.authors),
        year(a.year, b.year),
        JournalAgreement.of(a, b),
        Agreement.SAME,
        Agreement.SAME,
        Agreement.UNKNOWN,
        Agreement.UNKNOWN,
        Agreement.ofTexts(a.doi, b.doi),
        Agreement.ofNumbers(a.pmid, b.pmid));
  }

  private static Agreement year(int a, int b) {
    if (a == 0 || b == 0) {
      return Agreement.UNKNOWN;
    }
    return a == b ? Agreement.SAME : Math.abs(a - b) == 1 ? Agreement.NEAR : Agreement.DIFFERENT;
  }

  static Agreement page(String a, String b) {
    Agreement exact = Agreement.ofTexts(a, b);
    if (exact != Agreement.DIFFERENT) {
      return exact;
    }
    boolean oneHasLetters = Pages.isNumber(a) != Pages.isNumber(b);
    return oneHasLetters && Pages.digits(a).equals(Pages.digits(b))
        ? Agreement.NEAR
        : Agreement.DIFFERENT;
  }

  boolean yearHolds() {
    return year != Agreement.DIFFERENT;
  }

  /** The same first page, and a volume that does not contradict. */
  boolean samePage() {
    return page.holds() && volume != Agreement.DIFFERENT && yearHolds();
  }

  /** The same volume and first page; Chinese databases often give year and issue instead. */
  boolean samePageAndVolume() {
    boolean issueForVolume =
        volume == Agreement.UNKNOWN && issue == Agreement.SAME && year == Agreement.SAME;
    return page.holds() && yearHolds() && (volume == Agreement.SAME || issueForVolume);
  }

  /** Everything from the volume to the last page, of more than one page. */
  boolean wholePlace() {
    return page == Agreement.SAME
        && lastPage == Agreement.SAME
        && a.pages.count() > 1
        && volume == Agreement.SAME
        && issue != Agreement.DIFFERENT;
  }

  /** A place that is given on both sides and differs. */
  boolean otherPlace() {
    boolean issueDiffers = issue == Agreement.DIFFERENT && !page.holds();
    return volume == Agreement.DIFFERENT || page == Agreement.DIFFERENT || issueDiffers;
  }

  boolean eitherIs(Nature nature) {
    return a.is(nature) || b.is(nature);
  }

  boolean onlyOneIs(Nature nature) {
    return a.is(nature) != b.is(nature);
  }
}
