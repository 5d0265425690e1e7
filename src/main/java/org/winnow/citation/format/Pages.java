package org.winnow.citation.format;

/** Pages in the forms that databases write. */
final class Pages {
  private Pages() {}

  /** The value without {@code pp.} before it; a range is written with a plain hyphen. */
  static String clean(String value) {
    String pages = Texts.oneLine(value).replace('‐', '-').replace('–', '-').replace('—', '-');
    String lower =
        pages.length() < 3 ? "" : pages.substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    int start = 0;
    if (lower.startsWith("pp")) {
      start = 2;
    } else if (lower.startsWith("p.") || lower.startsWith("p ")) {
      start = 1;
    }
    if (start > 0) {
      while (start < pages.length() && ".- :".indexOf(pages.charAt(start)) >= 0) {
        start++;
      }
      boolean plain = start < pages.length() && Character.isDigit(pages.charAt(start));
      pages = plain ? pages.substring(start) : pages;
    }
    while (pages.endsWith("-") || pages.endsWith(".") || pages.endsWith(",")) {
      pages = pages.substring(0, pages.length() - 1);
    }
    return pages;
  }

  /** First and last page as one value. */
  static String range(String first, String last) {
    // PsycINFO writes "No" and "Specified" into the two fields.
    if (first.equalsIgnoreCase("no") && last.equalsIgnoreCase("specified")
        || first.equalsIgnoreCase("no-specified")) {
      return "";
    }
    if (first.isEmpty()) {
      return last;
    }
    return last.isEmpty() || last.equals(first) || first.indexOf('-') > 0
        ? first
        : first + "-" + last;
  }
}
