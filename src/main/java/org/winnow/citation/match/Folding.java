package org.winnow.citation.match;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings texts that differ only in width, case, accents, markup, script variant or punctuation to
 * one form. What is not a letter or digit becomes one blank; Han characters are simplified.
 */
final class Folding {
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final char LOST = '\uFFFD';
  private static final int HAN_FIRST = 0x3400;
  private static final int HAN_LAST = 0x9FFF;
  private static final String[] GREEK = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi",
    "psi", "omega"
  };

  private Folding() {}

  /** Lower-case words and numbers parted by single blanks. */
  static String words(String text) {
    String plain = withoutMarkup(text);
    StringBuilder out = new StringBuilder(plain.length() + 8);
    String source = isAscii(plain) ? plain : NFKD.normalize(plain);
    for (int i = 0; i < source.length(); i++) {
      fold(source.charAt(i), out);
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') {
      out.setLength(end - 1);
    }
    return out.toString();
  }

  /**
   * Words of a title: as {@link #words}, with British and American spelling, and what is a word
   * here and a sign or a number there, made one.
   */
  static String title(String text) {
    String folded = TitleNumbers.inDigits(words(withSignsAsWords(text)));
    if (folded.indexOf("ae") >= 0 || folded.indexOf("oe") >= 0 || folded.indexOf("our") >= 0) {
      folded = folded.replace("ae", "e").replace("oe", "e").replace("our", "or");
    }
    if (folded.indexOf("sulph") >= 0) {
      folded = folded.replace("sulph", "sulf");
    }
    return folded.indexOf("versus") < 0 ? folded : folded.replace("versus", "vs");
  }

  /** 5 % is 5 percent; a letter that an exporter could not write is no gap in its word. */
  private static String withSignsAsWords(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('?') < 0 && text.indexOf(LOST) < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inWord =
          i > 0
              && i + 1 < text.length()
              && Character.isLetter(text.charAt(i - 1))
              && Character.isLetter(text.charAt(i + 1));
      if (c == '%') {
        out.append(" percent ");
      } else if (c != '?' && c != LOST || !inWord) {
        out.append(c);
      }
    }
    return out.toString();
  }

  static String withoutBlanks(String folded) {
    return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
  }

  static boolean equalWithoutBlanks(String a, String b) {
    int i = 0;
    int j = 0;
    while (true) {
      while (i < a.length() && a.charAt(i) == ' ') {
        i++;
      }
      while (j < b.length() && b.charAt(j) == ' ') {
        j++;
      }
      if (i == a.length() || j == b.length()) {
        return i == a.length() && j == b.length();
      }
      if (a.charAt(i++) != b.charAt(j++)) {
        return false;
      }
    }
  }

  static boolean isHan(char c) {
    return c >= HAN_FIRST && c <= HAN_LAST;
  }

  static boolean hasHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHan(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The reading of a Han character in plain letters, or an empty text. */
  static String pinyin(char han) {
    return isHan(han) ? Readings.OF[han - HAN_FIRST] : "";
  }

  private static void fold(char c, StringBuilder out) {
    if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
      out.append(c);
    } else if (c >= 'A' && c <= 'Z') {
      out.append((char) (c + 32));
    } else if (c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`') {
      // "patient's" and "patients", "O'Neill" and "ONeill" are written for one another
      return;
    } else if (c < 0x80) {
      blank(out);
    } else {
      foldRare(c, out);
    }
  }

  private static void foldRare(char c, StringBuilder out) {
    if (isHan(c)) {
      out.append(Simplified.OF[c - HAN_FIRST]);
      return;
    }
    switch (c) {
      case 'ß' -> out.append("ss");
      case 'æ', 'Æ' -> out.append("ae");
      case 'œ', 'Œ' -> out.append("oe");
      case 'ø', 'Ø' -> out.append('o');
      case 'ł', 'Ł' -> out.append('l');
      case 'đ', 'Đ', 'ð', 'Ð' -> out.append('d');
      case 'þ', 'Þ' -> out.append("th");
      case 'ı' -> out.append('i');
      case '\u00AE', '\u2122', '\u00AD', '\u200B', '\uFEFF' -> {}
      default -> {
        char lower = Character.toLowerCase(c);
        if (lower >= 'α' && lower <= 'ω') {
          out.append(GREEK[lower - 'α']);
        } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          out.append(lower);
        } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
          blank(out);
        }
      }
    }
  }

  private static void blank(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Tags of HTML and JATS go, entities become their characters; "p < 0.05" stays. */
  private static String withoutMarkup(String text) {
    boolean tags = text.indexOf('<') >= 0;
    boolean entities = text.indexOf('&') >= 0;
    if (!tags && !entities) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int tagEnd = c == '<' ? endOfTag(text, i) : -1;
      int entityEnd = c == '&' ? endOfEntity(text, i) : -1;
      if (tagEnd > 0) {
        i = tagEnd;
      } else if (entityEnd > 0) {
        out.append(entity(text.substring(i + 1, entityEnd)));
        i = entityEnd;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int endOfTag(String text, int start) {
    int end = text.indexOf('>', start);
    boolean tag =
        end > start + 1
            && end - start < 40
            && (Character.isLetter(text.charAt(start + 1)) || text.charAt(start + 1) == '/');
    return tag ? end : -1;
  }

  private static int endOfEntity(String text, int start) {
    int end = text.indexOf(';', start);
    if (end < 0 || end - start > 9 || end == start + 1) {
      return -1;
    }
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return -1;
      }
    }
    return end;
  }

  private static String entity(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      try {
        int code =
            hex
                ? Integer.parseInt(name, 2, name.length(), 16)
                : Integer.parseInt(name, 1, name.length(), 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
      } catch (NumberFormatException e) {
        return " ";
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    for (String greek : GREEK) {
      if (greek.equals(lower)) {
        return greek;
      }
    }
    // é is written &eacute;: the letter is the first of the name
    return lower.length() > 4 && !lower.equals("ndash") && !lower.equals("mdash")
        ? lower.substring(0, 1)
        : " ";
  }

  /** Traditional to simplified, character by character; ICU's data. */
  private static final class Simplified {
    static final char[] OF = table();

    private static char[] table() {
      char[] table = new char[HAN_LAST - HAN_FIRST + 1];
      @Nullable String[] lines = each(Transliterator.getInstance("Traditional-Simplified"));
      for (int i = 0; i < table.length; i++) {
        String line = lines[i];
        table[i] = line != null && line.length() == 1 ? line.charAt(0) : (char) (HAN_FIRST + i);
      }
      return table;
    }
  }

  private static final class Readings {
    static final String[] OF = table();

    private static String[] table() {
      String[] table = new String[HAN_LAST - HAN_FIRST + 1];
      @Nullable String[] lines = each(Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower"));
      for (int i = 0; i < table.length; i++) {
        String line = lines[i];
        boolean known = line != null && !line.isBlank() && !isHan(line.charAt(0));
        table[i] = known ? line.strip().intern() : "";
      }
      return table;
    }
  }

  /** Runs every Han character of the basic plane through a transliterator, one a line. */
  private static @Nullable String[] each(Transliterator transliterator) {
    StringBuilder all = new StringBuilder();
    for (int c = HAN_FIRST; c <= HAN_LAST; c++) {
      all.append((char) c).append('\n');
    }
    return transliterator.transliterate(all.toString()).split("\n", -1);
  }
}
