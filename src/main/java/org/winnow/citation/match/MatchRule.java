package org.winnow.citation.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why two records were joined, doubted or kept apart. Reasons are shown to reviewers by these names
 * ({@link #key()}), so a name never changes its meaning.
 */
public enum MatchRule {
  /** The same DOI, and nothing in title or kind speaks against it. */
  SAME_DOI(Effect.JOINS, 1.0),
  /** The same PubMed number, and nothing in title or kind speaks against it. */
  SAME_PMID(Effect.JOINS, 1.0),
  /** The same CD number: versions of a Cochrane review count as one record. */
  SAME_COCHRANE_REVIEW(Effect.JOINS, 0.99),
  /** Entries of registers with the same trial number. */
  SAME_REGISTRATION(Effect.JOINS, 0.98),
  /** The same title at the same volume and first page. */
  SAME_TITLE_AND_PAGE(Effect.JOINS, 0.98),
  /** The same title, year and first author; nothing known of the place contradicts. */
  SAME_TITLE_YEAR_AND_AUTHOR(Effect.JOINS, 0.95),
  /** Every field that is given, and the title says more than a heading does. */
  SAME_IN_EVERYTHING(Effect.JOINS, 0.95),
  /** The same title, authors, journal, volume and issue; only the page is given differently. */
  SAME_TITLE_AND_ISSUE(Effect.JOINS, 0.92),
  /** One volume, first page and author; the title is longer, shorter or spelt differently. */
  SAME_PAGE_AND_SIMILAR_TITLE(Effect.JOINS, 0.93),
  /** The same title, authors and journal; one copy was taken before the issue had its number. */
  ONLINE_FIRST(Effect.JOINS, 0.92),
  /** A thesis and its entry in Dissertation Abstracts. */
  SAME_THESIS(Effect.JOINS, 0.9),
  /** Titles in two languages at the same place in the same journal. */
  TRANSLATED_TITLE_SAME_PAGE(Effect.JOINS, 0.9),

  /** One CD number, but one is the protocol's DOI, or the review was given another title. */
  COCHRANE_PROTOCOL_OR_RETITLED(Effect.ASKS_AND_PARTS, 0.6),
  /** One DOI on two titles: a supplement, a whole book or a slip. */
  SAME_DOI_OTHER_TITLE(Effect.ASKS_AND_PARTS, 0.6),
  SAME_PMID_OTHER_TITLE(Effect.ASKS_AND_PARTS, 0.6),
  /** One of the two has no title, all else agrees. */
  TITLE_MISSING(Effect.ASKS, 0.8),
  SAME_TITLE_OTHER_DOI(Effect.ASKS_AND_PARTS, 0.6),
  SAME_TITLE_OTHER_PAGE(Effect.ASKS_AND_PARTS, 0.55),
  SAME_TITLE_OTHER_JOURNAL(Effect.ASKS_AND_PARTS, 0.5),
  SAME_TITLE_OTHER_YEAR(Effect.ASKS_AND_PARTS, 0.5),
  /** A meeting abstract and, as it seems, the later article. */
  MEETING_ABSTRACT_AND_ARTICLE(Effect.ASKS_AND_PARTS, 0.4),
  /** A thesis and an article that its author made of it. */
  THESIS_AND_ARTICLE(Effect.ASKS_AND_PARTS, 0.4),
  /** The same title, but too few other fields to be sure. */
  SAME_TITLE_LITTLE_ELSE(Effect.ASKS, 0.7),
  SIMILAR_TITLE_SAME_AUTHOR(Effect.ASKS, 0.6),
  SAME_PAGE_OTHER_TITLE(Effect.ASKS_AND_PARTS, 0.5),
  TRANSLATED_TITLE_LITTLE_ELSE(Effect.ASKS, 0.6),
  /** Joining would bring together two records that contradict each other. */
  MEMBER_AGAINST(Effect.ASKS, 0.5),
  /** Joining would change a cluster that was settled before. */
  SETTLED_CLUSTER(Effect.ASKS, 0.5),

  OTHER_DOI(Effect.PARTS, 0),
  OTHER_PMID(Effect.PARTS, 0),
  OTHER_COCHRANE_REVIEW(Effect.PARTS, 0),
  OTHER_REGISTRATION(Effect.PARTS, 0),
  /** Part I and part II, phase 2 and phase 3. */
  OTHER_NUMBER_IN_TITLE(Effect.PARTS, 0),
  ERRATUM_AND_ARTICLE(Effect.PARTS, 0),
  REPLY_OR_COMMENT(Effect.PARTS, 0),
  PROTOCOL_AND_RESULT(Effect.PARTS, 0),
  BOOK_AND_CHAPTER(Effect.PARTS, 0),
  /** The entry of a trial in a register, and what was published of the trial. */
  REGISTRATION_AND_PUBLICATION(Effect.PARTS, 0),
  OTHER_TITLE(Effect.PARTS, 0),
  OTHER_AUTHORS(Effect.PARTS, 0),
  OTHER_PAGE(Effect.PARTS, 0),
  OTHER_YEAR(Effect.PARTS, 0),
  /** A person said that these are two records. */
  SEPARATED_BY_A_PERSON(Effect.PARTS, 0),
  /** Nothing against it, but not enough for it either. */
  TOO_LITTLE_IN_COMMON(Effect.SILENT, 0);

  /** What a rule does to a pair, and to a cluster that would bring the pair together. */
  public enum Effect {
    /** Joins automatically. */
    JOINS,
    /** Goes to the review queue; a third record may still bring the two together. */
    ASKS,
    /** Goes to the review queue; no automatic cluster ever holds both. */
    ASKS_AND_PARTS,
    /** No automatic cluster ever holds both. */
    PARTS,
    /** Leaves it open. */
    SILENT
  }

  private final Effect effect;
  private final double certainty;

  MatchRule(Effect effect, double certainty) {
    this.effect = effect;
    this.certainty = certainty;
  }

  public Effect effect() {
    return effect;
  }

  /** How sure the rule alone is, 0 to 1; orders the joining and the review queue. */
  double certainty() {
    return certainty;
  }

  /** The stable name in texts, files and the API, e.g. {@code same-title-and-page}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule of a stable name. */
  public static Optional<MatchRule> of(String key) {
    return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
  }

  boolean keepsApart() {
    return effect == Effect.PARTS || effect == Effect.ASKS_AND_PARTS;
  }
}
