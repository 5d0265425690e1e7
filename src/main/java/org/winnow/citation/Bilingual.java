package org.winnow.citation;

/**
 * One text in English (or any language in Latin script) and in Chinese, side by side.
 *
 * @param en the text as the source gives it in English; empty when it gives none
 * @param zh the text as the source gives it in Chinese; empty when it gives none
 */
public record Bilingual(String en, String zh) {
  public static final Bilingual NONE = new Bilingual("", "");

  /** Puts a text on the side of its script: Chinese when Han characters outweigh Latin words. */
  public static Bilingual of(String text) {
    return isChinese(text) ? new Bilingual("", text) : new Bilingual(text, "");
  }

  /** The text to show where there is room for one only: Chinese records lead with Chinese. */
  public String first() {
    return zh.isEmpty() ? en : zh;
  }

  public boolean isEmpty() {
    return en.isEmpty() && zh.isEmpty();
  }

  /** Adds the sides of the other that this one lacks. */
  public Bilingual or(Bilingual other) {
    return new Bilingual(en.isEmpty() ? other.en : en, zh.isEmpty() ? other.zh : zh);
  }

  /** A Chinese title may hold English drug names, so letters are weighed by the word. */
  public static boolean isChinese(String text) {
    long han =
        text.codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    if (han == 0) {
      return false;
    }
    long words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = c < 0x250 && Character.isLetter(c);
      if (latin && !inWord) {
        words++;
      }
      inWord = latin;
    }
    return han * 2 >= words;
  }
}
