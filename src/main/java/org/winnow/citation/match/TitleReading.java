package org.winnow.citation.match;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A title without what databases write around it: notes of language, reviews and references,
 * pointers to errata, headings of errata and replies. What the notes say about the record is kept.
 *
 * @param text folded words
 * @param natures bits of {@link Nature}
 */
record TitleReading(String text, int natures) {
  private static final Set<String> MISSING =
      Set.of(
          "unknown",
          "no title",
          "no title available",
          "title not available",
          "untitled",
          "not available",
          "n a",
          "na",
          "无标题");
  private static final Set<String> NOTE_WORDS =
      Set.of(
          "review",
          "refs",
          "references",
          "erratum",
          "errata",
          "correction",
          "corrected",
          "corrigendum",
          "comment",
          "comments",
          "commentary",
          "retraction",
          "retracted",
          "letter",
          "letters",
          "abstract",
          "editorial",
          "article",
          "summary",
          "chinese",
          "english",
          "french",
          "german",
          "spanish",
          "italian",
          "japanese",
          "russian",
          "dutch",
          "polish",
          "turkish",
          "portuguese",
          "korean",
          "swedish",
          "danish",
          "norwegian",
          "finnish",
          "czech",
          "slovak",
          "hungarian",
          "romanian",
          "hebrew",
          "persian",
          "arabic",
          "serbian",
          "croatian",
          "greek",
          "ukrainian",
          "bulgarian",
          "slovenian",
          "lithuanian",
          "icelandic",
          "thai",
          "vietnamese");
  private static final List<String> ERRATUM_HEADS =
      List.of(
          "erratum",
          "errata",
          "corrigendum",
          "corrigenda",
          "correction to",
          "correction:",
          "corrections:",
          "corrections to",
          "author correction",
          "publisher correction",
          "publisher's correction",
          "addendum",
          "retraction:",
          "retraction to",
          "retraction note",
          "更正",
          "勘误",
          "撤稿");
  private static final List<String> ERRATUM_TAILS =
      List.of(
          ": correction",
          ": erratum",
          ": corrigendum",
          ": retraction",
          "- erratum",
          "[erratum]",
          "[correction]",
          "[corrigendum]",
          "的更正",
          "勘误");
  private static final List<String> REPLY_HEADS =
      List.of(
          "reply to",
          "reply:",
          "author reply",
          "authors reply",
          "author's reply",
          "authors' reply",
          "the author replies",
          "the authors reply",
          "response to:",
          "in response to",
          "in reply",
          "re:",
          "comment on",
          "comments on",
          "comment:",
          "commentary on",
          "commentary:",
          "letter to the editor",
          "letter:",
          "letter regarding",
          "letter by",
          "author response",
          "authors' response",
          "author's response");
  private static final List<String> REPLY_TAILS =
      List.of(
          "reply", "replies", "authors response", "author response", "authors reply", "comment");
  private static final List<String> PROTOCOL_WORDS =
      List.of(
          "study protocol",
          "trial protocol",
          "review protocol",
          "protocol for",
          "protocol of",
          "protocol paper",
          "研究方案",
          "试验方案");

  private static final int LONG_ENOUGH_TO_CUT = 40;

  static TitleReading of(String title) {
    String text = whole(title.strip());
    int natures = 0;
    String tail = erratumTail(text.toLowerCase(Locale.ROOT));
    if (!tail.isEmpty()) {
      natures |= Nature.ERRATUM.bit();
      text = text.substring(0, text.length() - tail.length());
    }
    text = withoutNotes(text);
    String withoutCitation = withoutCitation(text);
    if (withoutCitation.length() < text.length()) {
      natures |= Nature.ERRATUM.bit();
      text = withoutNotes(withoutCitation);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String erratumHead = headIn(lower, ERRATUM_HEADS);
    if (!erratumHead.isEmpty()) {
      natures |= Nature.ERRATUM.bit();
      text = withoutOpenBracket(afterHead(text, erratumHead.length()));
    } else if (!headIn(lower, REPLY_HEADS).isEmpty()) {
      natures |= Nature.REPLY.bit();
    }
    String folded = Folding.title(text);
    if (repliesAtItsEnd(folded)) {
      natures |= Nature.REPLY.bit();
    }
    if (isProtocol(folded)) {
      natures |= Nature.PROTOCOL.bit();
    }
    return new TitleReading(MISSING.contains(folded) ? "" : folded, natures);
  }

  /** A title that was cut ends in the middle of a word as often as not. */
  private static String whole(String title) {
    boolean cut = title.endsWith("...") || title.endsWith("…");
    int lastWord = title.lastIndexOf(' ');
    return cut && lastWord > LONG_ENOUGH_TO_CUT ? title.substring(0, lastWord) : title;
  }

  private static String erratumTail(String lower) {
    return ERRATUM_TAILS.stream().filter(lower::endsWith).findFirst().orElse("");
  }

  private static boolean isProtocol(String folded) {
    if (folded.indexOf("protocol") < 0 && folded.indexOf("方案") < 0) {
      return false;
    }
    return folded.endsWith(" protocol")
        || folded.startsWith("protocol ")
        || PROTOCOL_WORDS.stream().anyMatch(folded::contains);
  }

  private static boolean repliesAtItsEnd(String folded) {
    return REPLY_TAILS.stream().anyMatch(tail -> folded.endsWith(tail) && endsAtWord(folded, tail));
  }

  private static boolean endsAtWord(String folded, String tail) {
    int before = folded.length() - tail.length() - 1;
    return before < 0 || folded.charAt(before) == ' ';
  }

  private static String headIn(String lower, List<String> heads) {
    String plain = lower.startsWith("[") ? lower.substring(1) : lower;
    for (String head : heads) {
      if (plain.startsWith(head)) {
        return plain.length() == lower.length() ? head : "[" + head;
      }
    }
    return "";
  }

  /** "Erratum to: 'Title'" leaves the title. */
  private static String afterHead(String text, int length) {
    String rest = text.substring(length).strip();
    while (!rest.isEmpty() && !Character.isLetterOrDigit(rest.charAt(0))) {
      rest = rest.substring(1);
    }
    String lower = rest.toLowerCase(Locale.ROOT);
    for (String filler : List.of("to ", "for ", "in ", "notice ", "article ")) {
      if (lower.startsWith(filler)) {
        return afterHead(rest, filler.length());
      }
    }
    return rest.isEmpty() ? text : rest;
  }

  /** Cuts "[Review] [108 refs] [Chinese]", "[Erratum appears in …]", "(multiple letters)", "…". */
  private static String withoutNotes(String title) {
    String text = title;
    while (true) {
      text = withoutTrailingPunctuation(text);
      int start = startOfNote(text);
      if (start <= 0) {
        return text;
      }
      text = text.substring(0, start);
    }
  }

  private static int startOfNote(String text) {
    if (text.endsWith("]")) {
      int start = opening(text, '[', ']');
      return start > 0 && isNote(text.substring(start)) ? start : -1;
    }
    if (text.endsWith(")")) {
      int start = opening(text, '(', ')');
      return start > 0 && isWholeNote(text.substring(start)) ? start : -1;
    }
    int cut = text.lastIndexOf('[');
    if (cut > 15 && text.indexOf(']', cut) < 0 && isNote(text.substring(cut))) {
      return cut;
    }
    // CINAHL cites the discussed article: "More on x... N Engl J Med. 2009 Jan 29"
    int dots = text.indexOf("... ");
    return dots > 15 && hasYear(text.substring(dots)) ? dots : -1;
  }

  private static boolean isNote(String bracket) {
    String folded = Folding.words(bracket);
    if (folded.isEmpty() || Pages.isNumber(folded)) {
      return true;
    }
    for (String word : folded.split(" ")) {
      if (NOTE_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Round brackets are part of most titles, so every word must be one of a note. */
  private static boolean isWholeNote(String bracket) {
    for (String word : Folding.words(bracket).split(" ")) {
      if (!NOTE_WORDS.contains(word) && !word.equals("multiple") && !word.equals("in")) {
        return false;
      }
    }
    return true;
  }

  /**
   * "(vol 85, pg 553, 2010)" (Web of Science) and "(New England Journal of Medicine (2009) 360
   * (542-544))" (Embase) cite the corrected article.
   */
  private static String withoutCitation(String text) {
    if (!text.endsWith(")")) {
      return text;
    }
    int start = opening(text, '(', ')');
    if (start <= 0) {
      return text;
    }
    String inner = text.substring(start + 1).toLowerCase(Locale.ROOT);
    boolean webOfScience =
        inner.startsWith("vol ") && (inner.contains("pg ") || inner.contains("p "));
    int year = inner.indexOf('(');
    boolean embase = year > 0 && inner.indexOf('(', year + 1) > 0 && hasYear(inner.substring(year));
    return webOfScience || embase ? text.substring(0, start).strip() : text;
  }

  /** The citation behind an erratum's title, cut off at the length that a database stores. */
  private static String withoutOpenBracket(String text) {
    int closed = 0;
    int open = text.length();
    for (int i = text.length() - 1; i > 0; i--) {
      if (text.charAt(i) == ')') {
        closed++;
      } else if (text.charAt(i) == '(' && closed-- <= 0) {
        open = i;
        closed = 0;
      }
    }
    return text.substring(0, open).strip();
  }

  private static boolean hasYear(String text) {
    for (int i = 0; i + 4 <= text.length(); i++) {
      boolean century = text.startsWith("19", i) || text.startsWith("20", i);
      boolean apart = i == 0 || !Character.isDigit(text.charAt(i - 1));
      if (century && apart && Pages.isNumber(text.substring(i, i + 4))) {
        return true;
      }
    }
    return false;
  }

  private static int opening(String text, char open, char close) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == close) {
        depth++;
      } else if (c == open && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutTrailingPunctuation(String text) {
    int end = text.length();
    while (end > 0 && " .,;:*†‡…-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
