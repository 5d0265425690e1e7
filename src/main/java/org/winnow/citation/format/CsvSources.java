package org.winnow.citation.format;

/** Citations that stand whole in one cell. */
final class CsvSources {
  private CsvSources() {}

  /**
   * Embase: {@code Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014}.
   *
   * @return whether the source was one of that form
   */
  static boolean embase(String source, CitationDraft draft) {
    int open = yearInBrackets(source);
    if (open < 0) {
      return false;
    }
    draft.journal(source.substring(0, open)).year(source.substring(open + 1, open + 5));
    String rest = Texts.trim(source.substring(open + 6));
    int stop = rest.indexOf(". Date of Publication");
    if (stop >= 0) {
      rest = rest.substring(0, stop);
    } else if (rest.startsWith(". Date") || rest.startsWith("Date of Publication")) {
      rest = "";
    }
    int pages = rest.lastIndexOf(" (");
    if (rest.startsWith("(")) {
      pages = 0;
    }
    if (pages >= 0 && rest.endsWith(")")) {
      draft.pages(rest.substring(rest.indexOf('(', pages) + 1, rest.length() - 1));
      rest = rest.substring(0, pages);
    }
    int colon = rest.indexOf(':');
    draft.volume(colon < 0 ? rest : rest.substring(0, colon));
    draft.issue(colon < 0 ? "" : rest.substring(colon + 1));
    return true;
  }

  private static int yearInBrackets(String source) {
    int open = source.indexOf('(');
    while (open > 0) {
      if (open + 5 < source.length()
          && source.charAt(open + 5) == ')'
          && Texts.isDigits(source.substring(open + 1, open + 5))) {
        return open;
      }
      open = source.indexOf('(', open + 1);
    }
    return -1;
  }

  /** PubMed: {@code Biol Rev. 2011 Feb;86(1):117-55. doi: …}. */
  static void pubMed(String citation, CitationDraft draft) {
    int semicolon = citation.indexOf(';');
    if (semicolon < 0) {
      return;
    }
    int end = citation.indexOf(". ", semicolon);
    String numbers = citation.substring(semicolon + 1, end < 0 ? citation.length() : end);
    int colon = numbers.indexOf(':');
    String volume = colon < 0 ? numbers : numbers.substring(0, colon);
    int open = volume.indexOf('(');
    if (open >= 0 && volume.endsWith(")")) {
      draft.issue(volume.substring(open + 1, volume.length() - 1));
      volume = volume.substring(0, open);
    }
    draft.volume(volume);
    draft.pages(colon < 0 ? "" : numbers.substring(colon + 1));
    int stop = citation.indexOf(". ");
    draft.year(citation).journal(stop < 0 ? "" : citation.substring(0, stop));
  }
}
