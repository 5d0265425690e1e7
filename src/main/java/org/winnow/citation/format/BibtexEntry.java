package org.winnow.citation.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One entry taken apart, as tolerantly as can be: any key, missing commas, any field name before an
 * equals sign, values in braces, quotes or bare, joined with {@code #}.
 *
 * @param type in lower case
 * @param fields by name in lower case, values with their inner braces; of several with one name the
 *     first
 */
record BibtexEntry(String type, String key, Map<String, String> fields) {

  static BibtexEntry parse(String text, Map<String, String> strings) {
    return new Scanner(text, strings).entry();
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  private static final class Scanner {
    private final String text;
    private final Map<String, String> strings;

    /** Characters that abbreviations may still stand for: a few lines could stand for gigabytes. */
    private int room = Limits.RECORD;

    private int at;

    Scanner(String text, Map<String, String> strings) {
      this.text = text;
      this.strings = strings;
    }

    BibtexEntry entry() {
      at = text.indexOf('@') + 1;
      int open = at;
      while (open < text.length() && text.charAt(open) != '{' && text.charAt(open) != '(') {
        open++;
      }
      String type = text.substring(at, open).strip().toLowerCase(Locale.ROOT);
      at = Math.min(open + 1, text.length());
      String key = type.equals("string") ? "" : key();
      Map<String, String> fields = new LinkedHashMap<>();
      while (at < text.length()) {
        String name = name();
        if (name.isEmpty()) {
          break;
        }
        fields.putIfAbsent(name, value());
      }
      return new BibtexEntry(type, key, fields);
    }

    /** Up to the comma; a field before any comma means that there is no key. */
    private String key() {
      int end = at;
      while (end < text.length() && ",=}\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '=') {
        return "";
      }
      String key = text.substring(at, end).strip();
      at = Math.min(end + 1, text.length());
      return key;
    }

    private String name() {
      while (at < text.length()
          && (text.charAt(at) <= ' ' || ",})\u00A0".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        at = text.length();
        return "";
      }
      String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      // What no comma parts from the field before: only its last line is the name.
      int line = Math.max(name.lastIndexOf('\n'), name.lastIndexOf(','));
      at = equals + 1;
      name = line < 0 ? name : name.substring(line + 1).strip();
      return name.isEmpty() ? "?" : name;
    }

    private String value() {
      StringBuilder value = new StringBuilder();
      while (true) {
        skipBlanks();
        if (at >= text.length()) {
          break;
        }
        char c = text.charAt(at);
        if (c == '{') {
          value.append(braced());
        } else if (c == '"') {
          value.append(quoted());
        } else {
          value.append(bare());
        }
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '#') {
          at++;
        } else {
          break;
        }
      }
      return value.toString();
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\u00A0')) {
        at++;
      }
    }

    private String braced() {
      int start = ++at;
      int depth = 1;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\\') {
          at++;
        } else if (c == '{') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          return text.substring(start, at++);
        }
        at++;
      }
      at = text.length();
      return text.substring(start);
    }

    private String quoted() {
      int start = ++at;
      int depth = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '\\') {
          at++;
        } else if (c == '{') {
          depth++;
        } else if (c == '}') {
          depth--;
        } else if (c == '"' && depth <= 0) {
          return text.substring(start, at++);
        }
        at++;
      }
      at = text.length();
      return text.substring(start);
    }

    private String bare() {
      int start = at;
      while (at < text.length() && ",}#\n\r".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at).strip();
      String meant = strings.getOrDefault(word.toLowerCase(Locale.ROOT), word);
      room -= meant.length();
      return room < 0 ? "" : meant;
    }
  }
}
