package org.winnow.citation.format;

import java.text.Normalizer;
import java.util.Map;

/** LaTeX in BibTeX values as plain text: accents in all their spellings, symbols, braces gone. */
final class Latex {
  private static final Map<Character, Character> ACCENTS =
      Map.ofEntries(
          Map.entry('"', '\u0308'),
          Map.entry('\'', '\u0301'),
          Map.entry('`', '\u0300'),
          Map.entry('^', '\u0302'),
          Map.entry('~', '\u0303'),
          Map.entry('=', '\u0304'),
          Map.entry('.', '\u0307'),
          Map.entry('u', '\u0306'),
          Map.entry('v', '\u030C'),
          Map.entry('H', '\u030B'),
          Map.entry('c', '\u0327'),
          Map.entry('k', '\u0328'),
          Map.entry('r', '\u030A'),
          Map.entry('d', '\u0323'),
          Map.entry('b', '\u0331'));

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"),
          Map.entry("dh", "ð"),
          Map.entry("DH", "Ð"),
          Map.entry("th", "þ"),
          Map.entry("TH", "Þ"),
          Map.entry("dj", "đ"),
          Map.entry("DJ", "Đ"),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("textquoteright", "’"),
          Map.entry("textquoteleft", "‘"),
          Map.entry("textquotedblleft", "“"),
          Map.entry("textquotedblright", "”"),
          Map.entry("textregistered", "®"),
          Map.entry("texttrademark", "™"),
          Map.entry("copyright", "©"),
          Map.entry("textcopyright", "©"),
          Map.entry("textdegree", "°"),
          Map.entry("degree", "°"),
          Map.entry("pm", "±"),
          Map.entry("textpm", "±"),
          Map.entry("times", "×"),
          Map.entry("texttimes", "×"),
          Map.entry("leq", "≤"),
          Map.entry("le", "≤"),
          Map.entry("geq", "≥"),
          Map.entry("ge", "≥"),
          Map.entry("sim", "∼"),
          Map.entry("approx", "≈"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("Delta", "Δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("kappa", "κ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("textmu", "μ"),
          Map.entry("omega", "ω"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("chi", "χ"),
          Map.entry("rho", "ρ"),
          Map.entry("theta", "θ"),
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("textbackslash", "\\"),
          Map.entry("textbraceleft", "{"),
          Map.entry("textbraceright", "}"),
          Map.entry("textdollar", "$"),
          Map.entry("textasciitilde", "~"),
          Map.entry("textasciicircum", "^"),
          Map.entry("textunderscore", "_"),
          Map.entry("textbar", "|"),
          Map.entry("textless", "<"),
          Map.entry("textgreater", ">"),
          Map.entry("cdot", "·"),
          Map.entry("rightarrow", "→"),
          Map.entry("infty", "∞"));

  private Latex() {}

  static String plain(String value) {
    if (value.indexOf('\\') < 0
        && value.indexOf('{') < 0
        && value.indexOf('}') < 0
        && value.indexOf('~') < 0
        && value.indexOf('$') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    read(value, plain);
    return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
        ? plain.toString()
        : Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** A link, where a tilde is only itself. */
  static String link(String value) {
    StringBuilder link = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean bare = c == '~' && (i == 0 || value.charAt(i - 1) != '\\');
      link.append(bare ? "\\textasciitilde{}" : String.valueOf(c));
    }
    return plain(link.toString());
  }

  /** The text so that {@link #plain} gives it back; other readers of BibTeX understand it too. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '{' -> escaped.append("\\textbraceleft{}");
        case '}' -> escaped.append("\\textbraceright{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '$', '&', '#', '%', '_' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static void read(String text, StringBuilder plain) {
    int i = 0;
    boolean inFormula = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      switch (c) {
        case '{', '}' -> i++;
        case '~' -> {
          plain.append(' ');
          i++;
        }
        case '$' -> {
          boolean formula = inFormula || text.indexOf('$', i + 1) > 0;
          if (!formula) {
            plain.append(c);
          }
          inFormula = formula && !inFormula;
          i++;
        }
        case '\\' -> i = command(text, i + 1, plain);
        default -> {
          plain.append(c);
          i++;
        }
      }
    }
  }

  /** Reads the command after a backslash; where to go on. */
  private static int command(String text, int at, StringBuilder plain) {
    if (at >= text.length()) {
      return at;
    }
    char c = text.charAt(at);
    if (!isLetter(c)) {
      Character sign = ACCENTS.get(c);
      if (sign != null) {
        return accented(text, at + 1, sign, plain);
      }
      plain.append(c == '\\' ? ' ' : c);
      return at + 1;
    }
    int end = at;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    Character accent = ACCENTS.get(c);
    if (word.length() == 1
        && accent != null
        && end < text.length()
        && (text.charAt(end) == '{' || text.charAt(end) == ' ')) {
      return accented(text, end, accent, plain);
    }
    String symbol = WORDS.get(word);
    if (symbol != null) {
      plain.append(symbol);
      return end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    }
    // An unknown command, such as \textit: its argument is text like any other.
    return end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
  }

  /** Puts an accent on the letter that follows, in braces or not. */
  private static int accented(String text, int from, char accent, StringBuilder plain) {
    int at = from;
    boolean braced = false;
    while (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == ' ')) {
      braced |= text.charAt(at) == '{';
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '}') {
      return at;
    }
    int next;
    if (text.charAt(at) == '\\' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
      char letter = text.charAt(at + 1);
      plain.append(letter);
      next = at + 2;
      if (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
    } else {
      int letter = text.codePointAt(at);
      plain.appendCodePoint(letter);
      next = at + Character.charCount(letter);
    }
    plain.append(accent);
    return braced && next < text.length() && text.charAt(next) == '}' ? next + 1 : next;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
