package org.winnow.citation.format;

/**
 * Marks that CNKI leaves in abstracts: {@code <正>} where the text begins, {@code ~(2+)} and {@code
 * _3} for raised and lowered characters, {@code (#br)} for a line break. They stay in the raw text.
 */
final class Marks {
  private Marks() {}

  static String removed(String text) {
    String plain = text;
    if (plain.contains("(#br)")) {
      plain = plain.startsWith("Abstract(#br)") ? plain.substring(13) : plain;
      plain = Texts.trim(plain.replace("(#br)", "\n"));
    }
    if (!Texts.hasHan(plain)) {
      return plain;
    }
    for (String start : new String[] {"<正>", "＜正＞", "&lt;正&gt;", "〈正〉"}) {
      if (plain.startsWith(start)) {
        plain = Texts.trim(plain.substring(start.length()));
      }
    }
    if (plain.length() > 2 && plain.charAt(0) == '正' && !isHan(plain.charAt(1))) {
      plain = Texts.trim(plain.substring(1));
    }
    return plain.indexOf('~') < 0 && plain.indexOf('_') < 0 ? plain : withoutLevels(plain);
  }

  private static boolean isHan(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  private static String withoutLevels(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      int close = c == '~' && next == '(' ? text.indexOf(')', i) : -1;
      if (close > 0 && close - i <= 12) {
        plain.append(text, i + 2, close);
        i = close + 1;
      } else if (c == '_' && Character.isDigit(next) && i > 0 && isAscii(text.charAt(i - 1))) {
        i++;
      } else {
        plain.append(c);
        i++;
      }
    }
    return plain.toString();
  }

  private static boolean isAscii(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c) || c == ')';
  }
}
