package org.winnow.citation.match;

/**
 * First and last page in one form, whatever the database wrote: {@code 349-69}, {@code 349–369},
 * {@code S42}, {@code e8-e9}, {@code 36-37,40}, {@code 1106-1111+1117}.
 *
 * @param first first page or article number in lower case, empty when there is none
 * @param last last page written in full, the first one when there is but one
 */
record Pages(String first, String last) {
  static final Pages NONE = new Pages("", "");

  static Pages of(String text) {
    String folded = Folding.words(text);
    if (folded.isEmpty() || isCount(folded)) {
      return NONE;
    }
    String first = "";
    String last = "";
    for (String token : folded.split(" ")) {
      boolean count = !first.isEmpty() && isNumberOfPages(token);
      if (token.equals("p") || token.equals("pp") || !hasDigit(token) || count) {
        continue;
      }
      String page = trimmed(token);
      if (first.isEmpty()) {
        first = page;
      }
      last = page;
    }
    return first.isEmpty() ? NONE : new Pages(first, inFull(first, last));
  }

  /** CINAHL counts them behind the pages: {@code 349-357. 9p}. */
  private static boolean isNumberOfPages(String token) {
    int digits = token.length() - (token.endsWith("pp") ? 2 : 1);
    return token.endsWith("p") && isNumber(token.substring(0, Math.max(0, digits)));
  }

  /** "215 p" and "8 pages" count pages, they do not say where. */
  private static boolean isCount(String folded) {
    return folded.endsWith(" p")
        || folded.endsWith("pp") && !folded.startsWith("pp")
        || folded.endsWith(" pages")
        || folded.endsWith("页") && !folded.startsWith("第");
  }

  /** Drops leading zeros and what says "page" before or behind: {@code 007}, {@code p12}, 第12页. */
  private static String trimmed(String text) {
    String token = withoutHan(text);
    int from = 0;
    if (token.startsWith("pp") && token.length() > 2) {
      from = 2;
    } else if (token.charAt(0) == 'p' && token.length() > 1 && Character.isDigit(token.charAt(1))) {
      from = 1;
    }
    while (from < token.length() - 1 && token.charAt(from) == '0') {
      from++;
    }
    return token.substring(from);
  }

  private static String withoutHan(String token) {
    int from = 0;
    int to = token.length();
    while (from < to && Folding.isHan(token.charAt(from))) {
      from++;
    }
    while (to > from && Folding.isHan(token.charAt(to - 1))) {
      to--;
    }
    return token.substring(from, to);
  }

  private static String inFull(String first, String last) {
    boolean shortened = last.length() < first.length() && isNumber(last) && isNumber(digits(first));
    if (!shortened) {
      return last;
    }
    return first.substring(0, first.length() - last.length()) + last;
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  /** {@code e1000412} or {@code 104321}: a number alone that is no page of a volume. */
  boolean isArticleNumber() {
    boolean electronic = first.startsWith("e") && isNumber(first.substring(1));
    return first.equals(last) && (electronic || isNumber(first) && first.length() >= 5);
  }

  /** Number of pages, 1 for a single page, 0 when it cannot be told. */
  int count() {
    String from = digits(first);
    String to = digits(last);
    if (!isNumber(from) || !isNumber(to) || from.length() > 8 || to.length() > 8) {
      return 0;
    }
    int count = Integer.parseInt(to) - Integer.parseInt(from) + 1;
    return count > 0 ? count : 0;
  }

  /**
   * The page without letters before it: {@code c219} and {@code 219} are written for one another.
   */
  static String digits(String page) {
    int i = 0;
    while (i < page.length() && !Character.isDigit(page.charAt(i))) {
      i++;
    }
    return page.substring(i);
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean hasDigit(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (Character.isDigit(token.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
