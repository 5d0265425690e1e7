package org.winnow.figure;

/** One sentence or label in both languages of the product. */
public record Wording(String en, String zh) {
  /** A name that is the same in every language, such as that of a database. */
  public static Wording same(String text) {
    return new Wording(text, text);
  }

  public String in(FigureLanguage language) {
    return switch (language) {
      case ENGLISH -> en;
      case CHINESE -> zh;
    };
  }
}
