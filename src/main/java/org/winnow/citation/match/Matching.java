package org.winnow.citation.match;

import static org.winnow.citation.match.MatchRule.*;

import org.winnow.citation.match.TitleLikeness.Degree;
import org.winnow.citation.match.TitleLikeness.Numbers;

/**
 * The rules, in the order in which a librarian would ask: identity numbers, kind of document,
 * title, place. The first that settles a pair names it.
 */
final class Matching {
  private Matching() {}

  static Verdict of(Comparison c) {
    MatchRule rule = rule(c);
    return new Verdict(rule, score(rule, c));
  }

  private static MatchRule rule(Comparison c) {
    if (c.a().cochrane > 0 && c.b().cochrane > 0) {
      return cochrane(c);
    }
    if (c.doi() == Agreement.SAME) {
      return speaksAgainstNumber(c) ? SAME_DOI_OTHER_TITLE : SAME_DOI;
    }
    if (c.pmid() == Agreement.SAME) {
      return speaksAgainstNumber(c) ? SAME_PMID_OTHER_TITLE : SAME_PMID;
    }
    Agreement registration = Agreement.ofTexts(c.a().registration, c.b().registration);
    if (registration != Agreement.UNKNOWN) {
      return registration == Agreement.SAME ? SAME_REGISTRATION : OTHER_REGISTRATION;
    }
    return switch (c.title().degree()) {
      case MISSING -> withoutTitle(c);
      case OTHER_LANGUAGE -> acrossLanguages(c);
      case DIFFERENT -> otherTitle(c);
      case EQUAL, SPELLING, CONTAINED, CLOSE, PARTLY -> byTitle(c);
    };
  }

  /**
   * Titles without a word in common, at one place from the first to the last page, by the same
   * authors: one is translated, and which languages they are the small words tell; or a slip put
   * one of them there.
   */
  private static MatchRule otherTitle(Comparison c) {
    boolean otherKind = c.onlyOneIs(Nature.ERRATUM) || c.onlyOneIs(Nature.REPLY);
    boolean place = c.wholePlace() && c.year() == Agreement.SAME && c.journal().holds();
    if (!place || otherKind || numberDiffers(c) || c.authors() != Agreement.SAME) {
      return OTHER_TITLE;
    }
    boolean twoLanguages = Language.differs(c.a().latin, c.b().latin);
    return twoLanguages && AuthorAgreement.mostAreShared(c.a().authors, c.b().authors)
        ? TRANSLATED_TITLE_SAME_PAGE
        : SAME_PAGE_OTHER_TITLE;
  }

  /**
   * The first publication under a CD number, with no ".pub" in its DOI, is most often a protocol.
   */
  private static MatchRule cochrane(Comparison c) {
    if (c.a().cochrane != c.b().cochrane) {
      return OTHER_COCHRANE_REVIEW;
    }
    boolean bothDois = !c.a().doi.isEmpty() && !c.b().doi.isEmpty();
    boolean firstAndLater = bothDois && c.a().doi.contains(".pub") != c.b().doi.contains(".pub");
    return firstAndLater || !c.title().degree().same()
        ? COCHRANE_PROTOCOL_OR_RETITLED
        : SAME_COCHRANE_REVIEW;
  }

  /** Supplements, whole books and slips put one DOI on several works. */
  private static boolean speaksAgainstNumber(Comparison c) {
    boolean otherKind = c.onlyOneIs(Nature.ERRATUM) || c.onlyOneIs(Nature.REPLY);
    boolean bothNumbersDiffer = c.doi() == Agreement.DIFFERENT || c.pmid() == Agreement.DIFFERENT;
    boolean otherPage = c.page() == Agreement.DIFFERENT && c.lastPage() == Agreement.DIFFERENT;
    if (c.title().numbers() == Numbers.CONTRADICT || otherKind && !c.title().degree().same()) {
      return true;
    }
    return switch (c.title().degree()) {
      case EQUAL, SPELLING -> bothNumbersDiffer && otherPage || otherKind && otherPage;
      case CONTAINED, CLOSE ->
          bothNumbersDiffer || c.authors() == Agreement.DIFFERENT || otherPage && !c.yearHolds();
      case PARTLY ->
          bothNumbersDiffer
              || !c.authors().holds()
              || c.page() == Agreement.DIFFERENT
              || !c.yearHolds();
      case DIFFERENT ->
          !(c.samePageAndVolume() && c.authors() == Agreement.SAME) || bothNumbersDiffer;
      case OTHER_LANGUAGE -> bothNumbersDiffer || c.page() == Agreement.DIFFERENT || !c.yearHolds();
      case MISSING -> bothNumbersDiffer || c.page() == Agreement.DIFFERENT;
    };
  }

  private static MatchRule withoutTitle(Comparison c) {
    boolean allElse =
        c.samePageAndVolume()
            && c.authors().holds()
            && c.year() == Agreement.SAME
            && c.journal() != Agreement.DIFFERENT;
    return allElse && !numberDiffers(c) ? TITLE_MISSING : TOO_LITTLE_IN_COMMON;
  }

  private static boolean numberDiffers(Comparison c) {
    return c.doi() == Agreement.DIFFERENT || c.pmid() == Agreement.DIFFERENT;
  }

  /** Journal, year, volume or issue, and page; the author's pinyin where it can be read. */
  private static MatchRule acrossLanguages(Comparison c) {
    boolean place =
        c.year() == Agreement.SAME
            && c.page().holds()
            && c.volume() != Agreement.DIFFERENT
            && c.issue() != Agreement.DIFFERENT
            && (c.volume() == Agreement.SAME
                || c.issue() == Agreement.SAME
                || c.journal() == Agreement.SAME);
    if (!place || numberDiffers(c) || c.journal() == Agreement.DIFFERENT) {
      return TOO_LITTLE_IN_COMMON;
    }
    if (AuthorAgreement.mostAreShared(c.a().authors, c.b().authors)) {
      return TRANSLATED_TITLE_SAME_PAGE;
    }
    boolean wholePlace = c.volume() == Agreement.SAME && c.issue() == Agreement.SAME;
    if (c.journal() == Agreement.SAME && wholePlace && c.authors() != Agreement.DIFFERENT) {
      return TRANSLATED_TITLE_SAME_PAGE;
    }
    boolean journalOrAuthor = c.journal().holds() || c.authors().holds();
    return journalOrAuthor ? TRANSLATED_TITLE_LITTLE_ELSE : TOO_LITTLE_IN_COMMON;
  }

  private static MatchRule byTitle(Comparison c) {
    Degree degree = c.title().degree();
    if (c.onlyOneIs(Nature.REGISTRATION) && isPublished(c, Nature.REGISTRATION)) {
      return REGISTRATION_AND_PUBLICATION;
    }
    if (c.pmid() == Agreement.DIFFERENT) {
      return otherPubMedNumber(c);
    }
    if (c.onlyOneIs(Nature.REPLY)) {
      return REPLY_OR_COMMENT;
    }
    if (c.onlyOneIs(Nature.ERRATUM) && !(degree.same() && c.samePageAndVolume())) {
      // an erratum stands on a page of its own, so the same page is the erratum twice
      return ERRATUM_AND_ARTICLE;
    }
    if (c.title().numbers() == Numbers.CONTRADICT) {
      return OTHER_NUMBER_IN_TITLE;
    }
    if (c.onlyOneIs(Nature.PROTOCOL) && !c.samePageAndVolume()) {
      return PROTOCOL_AND_RESULT;
    }
    if (c.a().is(Nature.BOOK) && c.b().is(Nature.CHAPTER)
        || c.a().is(Nature.CHAPTER) && c.b().is(Nature.BOOK)) {
      return BOOK_AND_CHAPTER;
    }
    return degree.same() ? sameTitle(c) : similarTitle(c);
  }

  /**
   * PubMed has few articles twice, but some exports put the number of another database where
   * PubMed's belongs.
   */
  private static MatchRule otherPubMedNumber(Comparison c) {
    if (!c.title().degree().same() || !c.samePageAndVolume() || !c.authors().holds()) {
      return OTHER_PMID;
    }
    boolean allElse =
        c.wholePlace()
            && c.year() == Agreement.SAME
            && c.journal().holds()
            && c.authors() == Agreement.SAME
            && c.doi() != Agreement.DIFFERENT
            && c.a().natures == c.b().natures;
    return allElse ? SAME_TITLE_AND_PAGE : SAME_TITLE_LITTLE_ELSE;
  }

  private static MatchRule sameTitle(Comparison c) {
    boolean placeTwice =
        c.samePageAndVolume() && (c.journal().holds() || c.lastPage() == Agreement.SAME);
    if (c.authors() == Agreement.DIFFERENT) {
      return placeTwice && c.journal().holds() ? SAME_TITLE_AND_PAGE : OTHER_AUTHORS;
    }
    if (c.doi() == Agreement.DIFFERENT) {
      boolean oneWorkTwoNumbers = placeTwice && c.journal().holds() && c.authors().holds();
      return oneWorkTwoNumbers ? SAME_TITLE_AND_PAGE : otherNumber(c);
    }
    if (isThesisTwice(c)) {
      return SAME_THESIS;
    }
    if (c.onlyOneIs(Nature.THESIS) && isPublished(c, Nature.THESIS)) {
      return THESIS_AND_ARTICLE;
    }
    if (isMeetingAndArticle(c) && c.page() == Agreement.NEAR) {
      // page S12 of a supplement, and page 12 of the journal
      return MEETING_ABSTRACT_AND_ARTICLE;
    }
    if (c.samePage()) {
      return samePage(c);
    }
    if (isOneSlipOfPlace(c)) {
      return SAME_TITLE_AND_PAGE;
    }
    return c.otherPlace() ? otherPlace(c) : openPlace(c);
  }

  /** Whether the record that is not of this nature says where else it was published. */
  private static boolean isPublished(Comparison c, Nature nature) {
    Normalised other = c.a().is(nature) ? c.b() : c.a();
    return !other.journal.isEmpty();
  }

  private static MatchRule otherNumber(Comparison c) {
    return c.authors().holds() && c.yearHolds() ? SAME_TITLE_OTHER_DOI : OTHER_DOI;
  }

  /** Dissertation Abstracts print the thesis's abstract, often a year after the degree. */
  private static boolean isThesisTwice(Comparison c) {
    return c.eitherIs(Nature.THESIS)
        && c.authors() == Agreement.SAME
        && c.yearHolds()
        && (c.a().is(Nature.THESIS) && c.b().is(Nature.THESIS));
  }

  /** All pages, the journal and the authors agree: a year or a volume is mistyped. */
  private static boolean isOneSlipOfPlace(Comparison c) {
    boolean pages = c.page() == Agreement.SAME && c.lastPage() == Agreement.SAME;
    boolean slip =
        c.volume() == Agreement.SAME && c.issue() != Agreement.DIFFERENT
            || c.year() == Agreement.SAME && c.issue() != Agreement.DIFFERENT;
    return pages
        && slip
        && c.a().pages.count() > 1
        && c.journal().holds()
        && c.authors() == Agreement.SAME
        && isTelling(c);
  }

  private static MatchRule samePage(Comparison c) {
    boolean journalsDiffer = c.journal() == Agreement.DIFFERENT;
    boolean everythingElse =
        c.volume() == Agreement.SAME && c.year() == Agreement.SAME && c.authors() == Agreement.SAME;
    if (journalsDiffer && !everythingElse) {
      return SAME_TITLE_OTHER_JOURNAL;
    }
    // no two papers of one author begin and end on the same pages of a year, whatever their title
    boolean sameRange =
        c.page() == Agreement.SAME
            && c.lastPage() == Agreement.SAME
            && c.a().pages.count() > 1
            && c.year() == Agreement.SAME
            && c.authors() == Agreement.SAME
            && !journalsDiffer;
    boolean enough =
        isTelling(c)
            || sameRange
            || c.volume() == Agreement.SAME && (c.authors().holds() || c.journal().holds());
    return enough ? SAME_TITLE_AND_PAGE : SAME_TITLE_LITTLE_ELSE;
  }

  /** Both places are given and differ somewhere. */
  private static MatchRule otherPlace(Comparison c) {
    boolean oneJournal = c.journal().holds() && c.authors() == Agreement.SAME && isTelling(c);
    if (oneJournal && c.yearHolds()) {
      if (isMeetingAndArticle(c)) {
        return MEETING_ABSTRACT_AND_ARTICLE;
      }
      if (c.volume() == Agreement.SAME && sameIssueOrRange(c)) {
        return SAME_TITLE_AND_ISSUE;
      }
      if (isBeforeTheIssue(c)) {
        return ONLINE_FIRST;
      }
    }
    if (!c.authors().holds()) {
      return c.authors() == Agreement.UNKNOWN
              && c.journal().holds()
              && c.yearHolds()
              && isTelling(c)
          ? SAME_TITLE_OTHER_PAGE
          : OTHER_PAGE;
    }
    if (!isTelling(c) || c.year() == Agreement.DIFFERENT) {
      return OTHER_PAGE;
    }
    if (isMeetingAndArticle(c)) {
      return MEETING_ABSTRACT_AND_ARTICLE;
    }
    return c.journal() == Agreement.DIFFERENT ? SAME_TITLE_OTHER_JOURNAL : SAME_TITLE_OTHER_PAGE;
  }

  /**
   * One volume and: the same issue, the same last page, pages counted from 1, one abstract, or a
   * number of the article for its pages.
   */
  private static boolean sameIssueOrRange(Comparison c) {
    boolean issue = c.issue() == Agreement.SAME && !c.a().issue.equals("s");
    boolean last =
        c.lastPage() == Agreement.SAME && c.a().pages.count() != 1 && c.b().pages.count() != 1;
    boolean fromOne =
        c.issue() != Agreement.DIFFERENT
            && (c.a().pages.first().equals("1") || c.b().pages.first().equals("1"));
    // a journal prints an abstract once a volume; an erratum cites the pages of an article
    boolean abstractsTwice =
        c.issue() != Agreement.DIFFERENT
            && c.a().pages.count() == 1
            && c.b().pages.count() == 1
            && c.eitherIs(Nature.MEETING_ABSTRACT);
    return issue || last || fromOne || abstractsTwice || isArticleNumberForPages(c);
  }

  /** Journals that number their articles are cited by number here and by pages there. */
  private static boolean isArticleNumberForPages(Comparison c) {
    Pages a = c.a().pages;
    Pages b = c.b().pages;
    return c.issue() != Agreement.DIFFERENT
        && (a.isArticleNumber() && b.count() >= 3 || b.isArticleNumber() && a.count() >= 3);
  }

  /** Taken before the issue was printed: no volume yet, pages counted from 1 or none at all. */
  private static boolean isBeforeTheIssue(Comparison c) {
    return isBeforeTheIssue(c.a()) || isBeforeTheIssue(c.b());
  }

  private static boolean isBeforeTheIssue(Normalised record) {
    return record.volume.isEmpty()
        && record.issue.isEmpty()
        && !record.journal.isEmpty()
        && (record.pages.isEmpty() || record.pages.first().equals("1"));
  }

  private static boolean isMeetingAndArticle(Comparison c) {
    return isMeetingAbstract(c.a()) && isArticle(c.b())
        || isMeetingAbstract(c.b()) && isArticle(c.a());
  }

  /** A paper of three pages in proceedings is no abstract. */
  private static boolean isMeetingAbstract(Normalised record) {
    return record.is(Nature.MEETING_ABSTRACT) && record.pages.count() < 3;
  }

  private static boolean isArticle(Normalised record) {
    return !record.is(Nature.MEETING_ABSTRACT)
        && !record.issue.equals("s")
        && record.pages.count() >= 3;
  }

  /** At least one record says too little of its place to contradict. */
  private static MatchRule openPlace(Comparison c) {
    if (c.journal() == Agreement.DIFFERENT) {
      return c.authors().holds() && c.yearHolds() && isTelling(c)
          ? SAME_TITLE_OTHER_JOURNAL
          : TOO_LITTLE_IN_COMMON;
    }
    if (isMeetingAndArticle(c)) {
      return MEETING_ABSTRACT_AND_ARTICLE;
    }
    if (c.authors() == Agreement.SAME && c.year() == Agreement.SAME) {
      boolean journalAndMoreThanAHeading =
          c.journal().holds() && contentWords(c.a()) >= 3 && contentWords(c.b()) >= 3;
      return isTelling(c) || c.volume() == Agreement.SAME || journalAndMoreThanAHeading
          ? SAME_TITLE_YEAR_AND_AUTHOR
          : SAME_TITLE_LITTLE_ELSE;
    }
    if (c.a().looksLike(c.b()) && isTelling(c) && c.year() == Agreement.SAME) {
      return SAME_IN_EVERYTHING;
    }
    if (c.authors() == Agreement.SAME && c.year() == Agreement.NEAR) {
      if (c.journal().holds()
          && isTelling(c)
          && (isBeforeTheIssue(c) || c.volume() == Agreement.SAME)) {
        return ONLINE_FIRST;
      }
      return SAME_TITLE_OTHER_YEAR;
    }
    if (c.year() == Agreement.DIFFERENT) {
      return c.authors() == Agreement.SAME && c.journal().holds() && isTelling(c)
          ? SAME_TITLE_OTHER_YEAR
          : OTHER_YEAR;
    }
    return isTelling(c) || c.authors().holds() ? SAME_TITLE_LITTLE_ELSE : TOO_LITTLE_IN_COMMON;
  }

  /** "Editorial" and "Atypical hemolytic uremic syndrome" are titles of many works. */
  private static boolean isTelling(Comparison c) {
    return isTelling(c.a()) && isTelling(c.b());
  }

  private static boolean isTelling(Normalised record) {
    return record.latinWords.length >= 4 || record.hanPairs.length >= 7;
  }

  private static int contentWords(Normalised record) {
    return Math.max(record.latinWords.length, record.hanPairs.length / 2);
  }

  private static MatchRule similarTitle(Comparison c) {
    Degree degree = c.title().degree();
    boolean authors = c.authors() == Agreement.SAME || c.authors() == Agreement.NEAR;
    if (c.doi() == Agreement.DIFFERENT) {
      boolean onePlace = c.samePageAndVolume() && authors && c.journal().holds();
      return onePlace ? SAME_PAGE_OTHER_TITLE : OTHER_DOI;
    }
    if (c.samePageAndVolume() && c.journal() != Agreement.DIFFERENT) {
      return similarTitleOnOnePage(c, authors);
    }
    boolean sameEnd =
        c.volume() == Agreement.SAME
            && c.issue() == Agreement.SAME
            && c.lastPage() == Agreement.SAME
            && c.a().pages.count() > 1
            && c.b().pages.count() > 1;
    if (sameEnd
        && c.journal().holds()
        && c.authors() == Agreement.SAME
        && degree == Degree.CONTAINED) {
      return SAME_PAGE_AND_SIMILAR_TITLE;
    }
    if (c.otherPlace()) {
      return OTHER_PAGE;
    }
    boolean open =
        authors
            && c.year() == Agreement.SAME
            && c.journal() != Agreement.DIFFERENT
            && degree != Degree.PARTLY;
    return open && isTelling(c) ? SIMILAR_TITLE_SAME_AUTHOR : TOO_LITTLE_IN_COMMON;
  }

  private static MatchRule similarTitleOnOnePage(Comparison c, boolean authors) {
    // several abstracts or letters of one group share a page
    boolean crowdedPage =
        c.eitherIs(Nature.MEETING_ABSTRACT) || c.a().pages.count() == 1 || c.b().pages.count() == 1;
    if (!authors) {
      return c.authors() == Agreement.UNKNOWN ? SAME_PAGE_OTHER_TITLE : OTHER_AUTHORS;
    }
    return switch (c.title().degree()) {
      case CONTAINED -> SAME_PAGE_AND_SIMILAR_TITLE;
      case CLOSE -> crowdedPage ? SAME_PAGE_OTHER_TITLE : SAME_PAGE_AND_SIMILAR_TITLE;
      case PARTLY ->
          crowdedPage
              ? OTHER_TITLE
              : c.authors() == Agreement.SAME && c.lastPage().holds()
                  ? SAME_PAGE_AND_SIMILAR_TITLE
                  : SAME_PAGE_OTHER_TITLE;
      case EQUAL, SPELLING, DIFFERENT, OTHER_LANGUAGE, MISSING -> SAME_PAGE_OTHER_TITLE;
    };
  }

  /** The rule's certainty, moved by a little for what the fields say beyond the rule. */
  private static double score(MatchRule rule, Comparison c) {
    if (rule.certainty() == 0) {
      return 0;
    }
    double support =
        0.4 * titleSupport(c)
            + 0.15 * support(c.authors())
            + 0.1 * support(c.year())
            + 0.1 * support(c.journal())
            + 0.1 * support(c.volume())
            + 0.15 * support(c.page());
    double score =
        rule.certainty() + (support - 0.5) * (rule.effect() == MatchRule.Effect.JOINS ? 0.02 : 0.3);
    return Math.round(Math.clamp(score, 0, 1) * 1000) / 1000.0;
  }

  private static double titleSupport(Comparison c) {
    return switch (c.title().degree()) {
      case EQUAL -> 1;
      case SPELLING -> 0.98;
      case CONTAINED, CLOSE, PARTLY -> c.title().share();
      case DIFFERENT -> 0;
      case OTHER_LANGUAGE, MISSING -> 0.5;
    };
  }

  private static double support(Agreement agreement) {
    return switch (agreement) {
      case SAME -> 1;
      case NEAR -> 0.8;
      case UNKNOWN -> 0.5;
      case DIFFERENT -> 0;
    };
  }
}
