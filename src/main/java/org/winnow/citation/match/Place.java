package org.winnow.citation.match;

import java.util.Locale;
import java.util.Set;
import org.winnow.citation.Citation;

/** Where a record was published: journal, volume, issue and pages in one form. */
record Place(String journal, String volume, String issue, Pages pages, int cochrane, int natures) {
  private static final Set<String> MEETING_WORDS =
      Set.of("conference", "congress", "meeting", "symposium", "abstracts", "会议");
  private static final Set<String> SMALL_WORDS =
      Set.of("the", "of", "and", "for", "in", "on", "a", "de", "la", "et", "del", "der", "des");

  static Place of(Citation citation) {
    String journalWords = Folding.words(withoutBrackets(Normalised.cut(citation.journal(), 400)));
    int natures = natures(citation.journal(), journalWords);
    String journal = journalKey(journalWords);
    int cochrane = cochrane(citation, journalWords);
    Pages pages = cochrane > 0 ? Pages.NONE : Pages.of(Normalised.cut(citation.pages(), 100));
    String volumeWords = Folding.words(Normalised.cut(citation.volume(), 100));
    String volume = volume(volumeWords);
    String issue = issue(Folding.words(Normalised.cut(citation.issue(), 100)), volumeWords);
    boolean supplement = issue.startsWith("s") || pages.first().startsWith("s");
    if (supplement && pages.count() == 1) {
      natures |= Nature.MEETING_ABSTRACT.bit();
    }
    if (volumeWords.equals("ph d") || volumeWords.equals("phd")) {
      natures |= Nature.THESIS.bit();
    }
    return new Place(journal.intern(), volume.intern(), issue.intern(), pages, cochrane, natures);
  }

  private static int natures(String raw, String words) {
    if (words.startsWith("dissertation abstracts") || words.contains("thesis")) {
      return Nature.THESIS.bit();
    }
    boolean meeting = raw.contains("Conference:");
    for (String word : words.split(" ")) {
      meeting |= MEETING_WORDS.contains(word);
    }
    return meeting ? Nature.MEETING_ABSTRACT.bit() : 0;
  }

  private static String journalKey(String words) {
    if (namesAMeeting(words)) {
      return "";
    }
    int conference = words.indexOf(" conference ");
    String own = conference > 5 ? words.substring(0, conference) : words;
    if (Folding.hasHan(own)) {
      String whole = Folding.withoutBlanks(own);
      return whole.length() > 4 && whole.endsWith("杂志")
          ? whole.substring(0, whole.length() - 2)
          : whole;
    }
    StringBuilder key = new StringBuilder();
    for (String word : own.split(" ")) {
      if (!SMALL_WORDS.contains(word)) {
        key.append(key.isEmpty() ? "" : " ").append(word);
      }
    }
    return key.toString();
  }

  /** "23rd Congress of the …" and "2011 Annual Meeting" stand where a journal should. */
  private static boolean namesAMeeting(String words) {
    if (words.isEmpty() || !Character.isDigit(words.charAt(0))) {
      return false;
    }
    for (String word : words.split(" ")) {
      if (MEETING_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutBrackets(String journal) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < journal.length(); i++) {
      char c = journal.charAt(i);
      if (c == '[' || c == '(' || c == '（' || c == '［') {
        depth++;
      } else if (c == ']' || c == ')' || c == '）' || c == '］') {
        depth = Math.max(0, depth - 1);
        out.append(' ');
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.isEmpty() ? journal : out.toString();
  }

  /** "35 Suppl 1", "4 (1) (no pagination)" and "32 Spec No2" begin with the volume. */
  private static String volume(String words) {
    int end = 0;
    while (end < words.length() && words.charAt(end) != ' ') {
      end++;
    }
    String first = words.substring(0, end);
    if (first.equals("vol") || first.equals("volume") || first.equals("v")) {
      return volume(words.substring(Math.min(words.length(), end + 1)));
    }
    String digits = Pages.digits(first);
    return Pages.isNumber(digits) ? withoutZeros(digits) : "";
  }

  private static String issue(String words, String volumeWords) {
    boolean supplement = isSupplement(words) || isSupplement(volumeWords);
    String number = "";
    for (String token : (supplement && words.isEmpty() ? volumeWords : words).split(" ")) {
      String digits = Pages.digits(token);
      int end = 0;
      while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
        end++;
      }
      if (end > 0 && number.isEmpty()) {
        number = withoutZeros(digits.substring(0, end));
      }
    }
    return supplement ? "s" : number;
  }

  private static boolean isSupplement(String words) {
    for (String token : words.split(" ")) {
      boolean letter =
          token.length() > 1
              && (token.charAt(0) == 's' || token.charAt(0) == 'z')
              && Pages.isNumber(token.substring(1));
      if (letter || token.startsWith("sup") || token.equals("spec") || token.equals("增刊")) {
        return true;
      }
    }
    return false;
  }

  private static String withoutZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  private static int cochrane(Citation citation, String journalWords) {
    boolean cochraneJournal = journalWords.contains("cochrane");
    boolean cochraneDoi = citation.doi().contains("14651858");
    if (!cochraneJournal && !cochraneDoi) {
      return 0;
    }
    for (String text : new String[] {citation.doi(), citation.pages(), citation.accession()}) {
      int number = cdNumber(text.toLowerCase(Locale.ROOT));
      if (number > 0) {
        return number;
      }
    }
    return 0;
  }

  private static int cdNumber(String text) {
    int start = text.indexOf("cd");
    if (start < 0 || start + 8 > text.length()) {
      return 0;
    }
    String digits = text.substring(start + 2, start + 8);
    return Pages.isNumber(digits) ? Integer.parseInt(digits) : 0;
  }
}
