package org.winnow.citation.match;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** PubMed counts some 41 million; Embase's numbers of meeting abstracts begin with 7. */
  private static final int NO_PMID_YET = 60_000_000;

  /** A number of a trial register; the country behind one of the European register is no part. */
  private static final Pattern REGISTERED =
      Pattern.compile(
          "(?<![a-z])(nct|isrctn|actrn|drks|irct|chictr|ctri|euctr|eudract|umin|kct|pactr|rbr|slctr"
              + "|tctr|ntr|rpcec)[-/: a-z]{0,12}([0-9][-/0-9]{3,24})");

  private static final int SHORTEST_NUMBER = 4;

  private static final Set<String> REGISTERS =
      Set.of(
          "clinicaltrials",
          "ictrp",
          "trialsearch",
          "trial registry",
          "trials registry",
          "trials register",
          "isrctn",
          "anzctr",
          "chictr",
          "jprn",
          "euctr",
          "umin ctr",
          "drks");

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

  /** The same for records of which every rule sees the same. */
  final long contentHash;

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
    this.contentHash = hash();
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
    this.contentHash = hash();
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
    if (!registration.isEmpty() || isRegister(place)) {
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
      case "erratum",
          "published erratum",
          "corrigendum",
          "correction",
          "retraction",
          "retraction of publication",
          "retraction notice" ->
          Nature.ERRATUM.bit();
      default -> 0;
    };
  }

  private static String doi(String doi) {
    String lower = doi.strip().toLowerCase(Locale.ROOT);
    int start = lower.indexOf("10.");
    if (start < 0) {
      return "";
    }
    int end = start;
    while (end < lower.length() && lower.charAt(end) > ' ') {
      end++;
    }
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
    int number = Pages.isNumber(digits) && digits.length() <= 9 ? Integer.parseInt(digits) : 0;
    return number < NO_PMID_YET ? number : 0;
  }

  private static String issn(String issn) {
    int hyphen = issn.indexOf('-');
    boolean found = hyphen >= 4 && hyphen + 5 <= issn.length();
    return found
        ? (issn.substring(hyphen - 4, hyphen) + issn.substring(hyphen + 1, hyphen + 5))
            .toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * An article may name its trial too; only an entry of a register, or one without any place in a
   * journal, is the entry.
   */
  private static String registration(Citation citation, Place place) {
    boolean register = isRegister(place);
    boolean inJournal =
        !place.volume().isEmpty() || !place.pages().isEmpty() || !place.journal().isEmpty();
    if (!register && inJournal) {
      return "";
    }
    String named = registered(citation.accession());
    if (named.isEmpty()) {
      named = registered(citation.url());
    }
    // CENTRAL puts the register's page where the journal should be
    if (named.isEmpty() && register) {
      named = registered(citation.journal());
    }
    return named;
  }

  private static boolean isRegister(Place place) {
    return REGISTERS.stream().anyMatch(place.journal()::contains);
  }

  private static String registered(String text) {
    Matcher found = REGISTERED.matcher(cut(text, LONGEST_FIELD).toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return "";
    }
    String number = found.group(2).replace("-", "").replace("/", "");
    return number.length() >= SHORTEST_NUMBER ? found.group(1) + number : "";
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

  private long hash() {
    long hash = latin.hashCode();
    for (String text :
        new String[] {
          han, authors, journal, volume, issue, pages.first(), pages.last(), doi, registration, issn
        }) {
      hash = hash * 0x100000001B3L + text.hashCode();
    }
    return ((hash * 31 + natures) * 31 + year) * 31 + pmid;
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
