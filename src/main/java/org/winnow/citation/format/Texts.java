package org.winnow.citation.format;

import java.util.List;

/** Small rules about text that several formats share. */
final class Texts {
  private Texts() {}

  /** Joins the lines of a wrapped value with single blanks; Chinese ones without. */
  static String joinWrapped(String first, List<String> more) {
    StringBuilder joined = new StringBuilder(first);
    for (String line : more) {
      if (!line.isEmpty()) {
        appendWrapped(joined, line);
      }
    }
    return joined.toString();
  }

  /**
   * Joins lines, keeping those apart that begin a new paragraph: after a blank line, or after the
   * end of a sentence. The others were wrapped by the program that wrote them.
   */
  static String joinParagraphs(String first, List<String> more) {
    StringBuilder joined = new StringBuilder(first);
    boolean paragraph = false;
    for (String line : more) {
      if (line.isEmpty()) {
        paragraph = true;
      } else if (joined.isEmpty()) {
        joined.append(line);
      } else if (paragraph || endsSentence(joined) && startsSentence(line)) {
        joined.append('\n').append(line);
        paragraph = false;
      } else {
        appendWrapped(joined, line);
      }
    }
    return joined.toString();
  }

  private static void appendWrapped(StringBuilder text, String line) {
    if (!text.isEmpty() && !(isWide(text.charAt(text.length() - 1)) && isWide(line.charAt(0)))) {
      text.append(' ');
    }
    text.append(line);
  }

  private static boolean endsSentence(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c != ')' && c != '"' && c != ' ' && c != ']') {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '。' || c == '；' || c == '>';
      }
    }
    return false;
  }

  private static boolean startsSentence(String line) {
    return !Character.isLowerCase(line.codePointAt(0));
  }

  /** A character of the Chinese script or its punctuation, between which no blank is written. */
  static boolean isWide(char c) {
    return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFFEF;
  }

  static boolean hasHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF) {
        return true;
      }
    }
    return false;
  }

  /** Blanks of every kind at both ends are gone, line ends inside stay. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u3000'
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u0085';
  }

  /** One line, with single blanks. */
  static String oneLine(String text) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      char c = text.charAt(i);
      clean = c > ' ' && c != '\u00A0' || c == ' ' && (i == 0 || text.charAt(i - 1) != ' ');
    }
    if (clean) {
      return trim(text);
    }
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\u00A0') {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return trim(line.toString());
  }

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean startsWithIgnoreCase(String text, String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** Place of an ASCII word in a text, upper or lower case; -1 when it is not there. */
  static int indexOfIgnoreCase(String text, String word) {
    char lower = Character.toLowerCase(word.charAt(0));
    char upper = Character.toUpperCase(word.charAt(0));
    int last = text.length() - word.length();
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }
}
