package org.winnow.citation.format;

import java.util.Locale;

/** Finds DOI, PMID and years in the many ways in which they are written. */
final class Identifiers {
  private static final int LONGEST_PREFIX = 16;

  /** The longest ones registered have some three hundred characters. */
  private static final int LONGEST_DOI = 1000;

  private Identifiers() {}

  /**
   * The DOI in a value: lower case, without resolver, prefix, or what was glued behind it; empty
   * when there is none. A DOI is {@code 10.}, four to nine digits, a slash and a suffix without
   * blanks (DOI Handbook 2.2; Crossref's advice on matching).
   */
  static String doi(String value) {
    int from = value.indexOf("10.");
    while (from >= 0) {
      if (from == 0 || !isNumeric(value.charAt(from - 1))) {
        String found = doiAt(value, from);
        if (!found.isEmpty()) {
          return found;
        }
      }
      from = value.indexOf("10.", from + 3);
    }
    return "";
  }

  /** The DOI of a link to a resolver or with a {@code doi=} parameter; empty for other links. */
  static String doiOfLink(String link) {
    int at = Texts.indexOfIgnoreCase(link, "doi.org/");
    if (at >= 0) {
      return doi(link.substring(at + 8));
    }
    for (String mark : new String[] {"id=doi:", "id=doi%3A", "info:doi/", "info%3Adoi%2F"}) {
      at = Texts.indexOfIgnoreCase(link, mark);
      if (at >= 0) {
        int stop = link.indexOf('&', at);
        return doi(link.substring(at + mark.length(), stop < 0 ? link.length() : stop));
      }
    }
    at = Texts.indexOfIgnoreCase(link, "doi=");
    if (at < 0 || at > 0 && link.charAt(at - 1) != '&' && link.charAt(at - 1) != '?') {
      return "";
    }
    int end = link.indexOf('&', at);
    return doi(link.substring(at + 4, end < 0 ? link.length() : end));
  }

  private static String doiAt(String value, int from) {
    int digits = from + 3;
    while (digits < value.length()
        && digits - from <= LONGEST_PREFIX
        && (isNumeric(value.charAt(digits)) || value.charAt(digits) == '.')) {
      digits++;
    }
    int length = digits - from - 3;
    if (length < 4 || length > 12 || digits >= value.length()) {
      return "";
    }
    boolean escaped = value.startsWith("%2F", digits) || value.startsWith("%2f", digits);
    if (value.charAt(digits) != '/' && !escaped) {
      return "";
    }
    int end = digits;
    while (end < value.length() && end - from < LONGEST_DOI && !endsDoi(value.charAt(end))) {
      end++;
    }
    String doi = value.substring(from, end);
    int markup = doi.indexOf("</");
    doi = markup < 0 ? doi : doi.substring(0, markup);
    if (escaped || doi.indexOf('%') >= 0) {
      doi = unescape(doi);
    }
    if (doi.indexOf('&') >= 0) {
      doi = doi.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
    if (doi.endsWith("[doi]")) {
      doi = doi.substring(0, doi.length() - 5);
    }
    doi = withoutClosing(doi).toLowerCase(Locale.ROOT);
    return doi.indexOf('/') + 1 < doi.length() ? doi : "";
  }

  private static boolean endsDoi(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '"'
        || c == '|'
        || c == '\u3000'
        || c == '，'
        || c == '。'
        || c == '；'
        || c == '{'
        || c == '}'
        || c == '\\';
  }

  private static String withoutClosing(String doi) {
    int end = doi.length();
    while (end > 0) {
      char c = doi.charAt(end - 1);
      boolean closes =
          switch (c) {
            case '.', ',', ';', ':', '\'', '/' -> true;
            case ')' -> unbalanced(doi, end, '(', ')');
            case ']' -> unbalanced(doi, end, '[', ']');
            case '>' -> unbalanced(doi, end, '<', '>');
            default -> false;
          };
      if (!closes) {
        break;
      }
      end--;
    }
    return doi.substring(0, end);
  }

  private static boolean unbalanced(String text, int end, char open, char close) {
    int depth = 0;
    for (int i = 0; i < end; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
    }
    return depth < 0;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 && high < 8 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        plain.append((char) (high * 16 + low));
        i += 2;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** PubMed's number when the value is one, with or without a mark that it is; else empty. */
  static String pmid(String value) {
    String text = Texts.trim(value);
    if (Texts.startsWithIgnoreCase(text, "pmid") || Texts.startsWithIgnoreCase(text, "pubmed")) {
      text = Texts.trim(text.substring(wordEnd(text)));
      while (!text.isEmpty()
          && (text.charAt(0) == ':'
              || text.charAt(0) == ' '
              || text.charAt(0) == '-'
              || text.charAt(0) == '：')) {
        text = text.substring(1);
      }
    }
    int end = 0;
    while (end < text.length() && isNumeric(text.charAt(end))) {
      end++;
    }
    boolean alone = end == text.length();
    boolean marked = !alone && Texts.startsWithIgnoreCase(Texts.trim(text.substring(end)), "[pmid");
    boolean parted =
        !alone
            && (text.charAt(end) == ' '
                || text.charAt(end) == ','
                || text.charAt(end) == ';'
                || text.charAt(end) == '.');
    if (end == 0 || end > 8 || !(alone || marked || parted)) {
      return "";
    }
    return text.substring(0, end);
  }

  private static int wordEnd(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The number in a link into PubMed; empty for other links. */
  static String pmidOfLink(String link) {
    for (String place :
        new String[] {
          "pubmed.ncbi.nlm.nih.gov/",
          "nlm.nih.gov/pubmed/",
          "europepmc.org/article/MED/",
          "europepmc.org/abstract/MED/"
        }) {
      int at = Texts.indexOfIgnoreCase(link, place);
      if (at >= 0) {
        int start = at + place.length();
        int end = start;
        while (end < link.length() && isNumeric(link.charAt(end))) {
          end++;
        }
        if (end > start && end - start <= 8) {
          return link.substring(start, end);
        }
      }
    }
    return "";
  }

  /**
   * The year in a date of any form: the first group of exactly four digits from 1000 to 2199, or
   * the first four digits of a date of eight; 0 when there is none.
   */
  static int year(String value) {
    String date = withPlainDigits(value);
    int length = date.length();
    int i = 0;
    while (i < length) {
      if (!isNumeric(date.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < length && isNumeric(date.charAt(end))) {
        end++;
      }
      if (end - i == 4 || end - i == 8) {
        int year = Integer.parseInt(date.substring(i, i + 4));
        if (year >= 1000 && year < 2200) {
          return year;
        }
      }
      i = end;
    }
    return 0;
  }

  /** Chinese programs write digits in full width too. */
  private static String withPlainDigits(String text) {
    if (text.chars().noneMatch(c -> c >= '０' && c <= '９')) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
    }
    return plain.toString();
  }

  private static boolean isNumeric(char c) {
    return c >= '0' && c <= '9';
  }
}
