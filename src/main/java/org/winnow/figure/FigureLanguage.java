package org.winnow.figure;

/** The languages a figure can be written in. */
public enum FigureLanguage {
  ENGLISH("en"),
  CHINESE("zh");

  private final String tag;

  FigureLanguage(String tag) {
    this.tag = tag;
  }

  /** The primary subtag of BCP 47. */
  public String tag() {
    return tag;
  }

  /** Chinese for any tag that begins with {@code zh}, English for everything else. */
  public static FigureLanguage of(String languageTag) {
    return languageTag.regionMatches(true, 0, "zh", 0, 2) ? CHINESE : ENGLISH;
  }
}
