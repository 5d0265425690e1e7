package org.winnow.citation.match;

import java.util.Locale;
import java.util.Set;
import org.winnow.citation.Citation;

/**
 * One record prepared for matching: texts folded to one form, places taken apart, identity numbers
 * recognised. About half a kilobyte each, immutable; the citation itself is not held.
 */
public final class Normalised {
  private static final int[] NO_WORDS = {};

  // Some files hold a whole abstract where a title should be; the time of a comparison is bounded.
  private static final int LONGEST_FIELD = 2000;
  private static final int LONGEST_LATIN = 500;
  private static final int LONGEST_HAN = 100;

  private static final Set<String> TRIAL_PREFIXES =
      Set.of(
          "nct", "isrctn", "chictr", "actrn", "eudract", "euctr", "jprn", "drks", "ctri", "irct");

  private static final Set<String> REGISTERS =
      Set.of("clinicaltrials", "ictrp", "trial registry", "trials registry", "trials register");

  /** Pieces of journal names in pinyin and English: "Zhonghua … Za Zhi", "Chinese Journal of …". */
  private static final Set<String> CHINESE_JOURNALS =
      Set.of("zhong", "za zhi", "zazhi", "xue bao", "xuebao", "chin j", "chinese", "china");

  final int id;

  /** Title in Latin script, folded; empty when there is none. */
  final String latin;

  /** Title in Chinese, simplified, without blanks; empty when there is none. */
  final String han;

  /** The Latin title's words in order, see {@link TitleWords#inOrder}. */
  final int[] words;

  /** Hashes of the Latin title's content words, sorted, distinct. */
  final int[] latinWords;

  /** Pairs of neighbouring characters of the Chinese title, sorted, distinct. */
  final int[] hanPairs;

  final int natures;

  /** See {@link Names}. */
  final String authors;

  final short year;
  final String journal;
  final String volume;

  /** Issue without leading zeros; "s…" for a supplement. */
  final String issue;

  final Pages pages;
  final String doi;

  /** PubMed's number, 0 when there is none. */
  final int pmid;

  /** CD number of a Cochrane review, 0 when it is none. */
  final int cochrane;

  /** Number of a trial register, for entries of registers only. */
  final String registration;

  /** First ISSN of the record without hyphen. */
  final String issn;

  /** How much the record says; the fullest of a cluster represents it. */
  final byte fullness;

  private Normalised(
      int id,
      TitleReading latin,
      TitleReading han,
      int natures,
      Place place,
      Citation citation,
      String registration) {
    this.id = id;
    this.latin = cut(latin.text(), LONGEST_LATIN);
    this.han = cut(Folding.withoutBlanks(han.text()), LONGEST_HAN);
    this.words = TitleWords.inOrder(this.latin);
    this.latinWords = TitleWords.hashes(this.latin);
    this.hanPairs = this.han.isEmpty() ? NO_WORDS : TitleWords.pairs(this.han);
    this.natures = natures;
    this.authors = Names.of(citation.authors());
    this.year = (short) Math.clamp(citation.year(), 0, Short.MAX_VALUE);
    this.journal = place.journal();
    this.volume = place.volume();
    this.issue = place.issue();
    this.pages = place.pages();
    this.doi = doi(citation.doi());
    this.pmid = pmid(citation.pmid());
    this.cochrane = place.cochrane();
    this.registration = registration;
    this.issn = issn(citation.issn());
    this.fullness = fullness(citation);
  }

  /** Reads what {@link #writeTo} wrote; what follows from it is worked out anew. */
  Normalised(FormReader in) {
    this.id = in.number();
    this.latin = in.text();
    this.han = in.text();
    this.words = TitleWords.inOrder(latin);
    this.latinWords = TitleWords.hashes(latin);
    this.hanPairs = han.isEmpty() ? NO_WORDS : TitleWords.pairs(han);
    this.natures = in.number();
    this.authors = in.text();
    this.year = (short) in.number();
    this.journal = in.oftenTheSame();
    this.volume = in.oftenTheSame();
    this.issue = in.oftenTheSame();
    this.pages = new Pages(in.oftenTheSame(), in.oftenTheSame());
    this.doi = in.text();
    this.pmid = in.number();
    this.cochrane = in.number();
    this.registration = in.text();
    this.issn = in.oftenTheSame();
    this.fullness = (byte) in.number();
  }

  void writeTo(FormWriter out) {
    out.number(id);
    out.text(latin);
    out.text(han);
    out.number(natures);
    out.text(authors);
    out.number(year);
    out.text(journal);
    out.text(volume);
    out.text(issue);
    out.text(pages.first());
    out.text(pages.last());
    out.text(doi);
    out.number(pmid);
    out.number(cochrane);
    out.text(registration);
    out.text(issn);
    out.number(fullness);
  }

  /**
   * @param id the caller's number for the record; must differ between records that are compared
   */
  public static Normalised of(int id, Citation citation) {
    TitleReading latin = TitleReading.of(cut(citation.title().en(), LONGEST_FIELD));
    TitleReading han = TitleReading.of(cut(citation.title().zh(), LONGEST_FIELD));
    Place place = Place.of(citation);
    String registration = registration(citation, place);
    int natures = latin.natures() | han.natures() | place.natures() | typeNatures(citation.type());
    if (isChinese(citation, place)) {
      natures |= Nature.CHINESE.bit();
    }
    if (!registration.isEmpty()) {
      natures |= Nature.REGISTRATION.bit();
    }
    return new Normalised(id, latin, han, natures, place, citation, registration);
  }

  private static boolean isChinese(Citation citation, Place place) {
    String language = citation.language().toLowerCase(Locale.ROOT);
    return !citation.title().zh().isEmpty()
        || language.startsWith("chi")
        || language.startsWith("zh")
        || language.startsWith("中")
        || CHINESE_JOURNALS.stream().anyMatch(place.journal()::contains)
        || Folding.hasHan(place.journal());
  }

  public int id() {
    return id;
  }

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  boolean is(Nature nature) {
    return nature.in(natures);
  }

  boolean hasTitle() {
    return !latin.isEmpty() || !han.isEmpty();
  }

  private static int typeNatures(String type) {
    String folded = Folding.words(type);
    return switch (folded) {
      case "thes", "thesis", "dissertation", "phdthesis", "mastersthesis", "学位论文", "硕士", "博士" ->
          Nature.THESIS.bit();
      case "book", "whole book" -> Nature.BOOK.bit();
      case "chap", "chapter", "book section", "inbook", "incollection" -> Nature.CHAPTER.bit();
      case "conf",
          "cpaper",
          "abst",
          "conference paper",
          "conference abstract",
          "meeting abstract",
          "inproceedings",
          "conference proceedings" ->
          Nature.MEETING_ABSTRACT.bit();
      default -> 0;
    };
  }

  private static String doi(String doi) {
    String lower = doi.strip().toLowerCase(Locale.ROOT);
    int start = lower.indexOf("10.");
    if (start < 0) {
      return "";
    }
    int end = lower.length();
    while (end > start && ".,;)]".indexOf(lower.charAt(end - 1)) >= 0) {
      end--;
    }
    String bare = lower.substring(start, end);
    int slash = bare.indexOf('/');
    // "10.17705/1cais." stands for a whole journal
    return slash > 0 && slash + 3 < bare.length() && !lower.endsWith(".") ? bare : "";
  }

  private static int pmid(String pmid) {
    String digits = pmid.strip();
    return Pages.isNumber(digits) && digits.length() <= 9 ? Integer.parseInt(digits) : 0;
  }

  private static String issn(String issn) {
    int hyphen = issn.indexOf('-');
    boolean found = hyphen >= 4 && hyphen + 5 <= issn.length();
    return found
        ? (issn.substring(hyphen - 4, hyphen) + issn.substring(hyphen + 1, hyphen + 5))
            .toLowerCase(Locale.ROOT)
        : "";
  }

  /** An article may name its trial too; only an entry without a place in a journal is the entry. */
  private static String registration(Citation citation, Place place) {
    boolean inJournal = !place.volume().isEmpty() || !place.pages().isEmpty();
    boolean register = REGISTERS.stream().anyMatch(place.journal()::contains);
    if (!register && (inJournal || !place.journal().isEmpty())) {
      return "";
    }
    for (String text : new String[] {citation.accession(), citation.url()}) {
      for (String token : Folding.words(text).split(" ")) {
        int digits = 0;
        while (digits < token.length() && !Character.isDigit(token.charAt(digits))) {
          digits++;
        }
        if (token.length() - digits >= 6 && TRIAL_PREFIXES.contains(token.substring(0, digits))) {
          return token;
        }
      }
    }
    return "";
  }

  private static byte fullness(Citation citation) {
    int abstractLength =
        citation.abstracts().en().length() + 3 * citation.abstracts().zh().length();
    int points = abstractLength > 0 ? 20 + Math.min(20, abstractLength / 100) : 0;
    points += citation.doi().isEmpty() ? 0 : 8;
    points += citation.pmid().isEmpty() ? 0 : 8;
    points += citation.pages().isEmpty() ? 0 : 4;
    points += citation.volume().isEmpty() ? 0 : 4;
    points += citation.journal().isEmpty() ? 0 : 4;
    points += citation.title().isEmpty() ? 0 : 10;
    points += Math.min(5, citation.authors().size());
    return (byte) points;
  }

  /** Whether every rule sees the same in both. */
  boolean looksLike(Normalised that) {
    return latin.equals(that.latin)
        && han.equals(that.han)
        && natures == that.natures
        && authors.equals(that.authors)
        && year == that.year
        && journal.equals(that.journal)
        && volume.equals(that.volume)
        && issue.equals(that.issue)
        && pages.equals(that.pages)
        && doi.equals(that.doi)
        && pmid == that.pmid
        && cochrane == that.cochrane
        && registration.equals(that.registration)
        && issn.equals(that.issn);
  }

  @Override
  public String toString() {
    return id + ": " + (latin.isEmpty() ? han : latin) + " (" + year + ")";
  }
}
