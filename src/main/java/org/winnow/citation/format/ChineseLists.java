package org.winnow.citation.format;

import java.util.List;
import java.util.regex.Pattern;

/** Names and keywords in one line, as Chinese databases part them. */
final class ChineseLists {
  /** Numbers of affiliations behind a name: {@code (1,2)}, {@code （3）}, {@code ①}. */
  private static final Pattern NUMBERS = Pattern.compile("[(（][\\d,，、*]+[)）]|[①-⑳]");

  private ChineseLists() {}

  /** Parted by semicolons of both widths; Chinese ones also by commas or blanks. */
  static void keywords(String line, CitationDraft draft) {
    if (line.indexOf(';') >= 0 || line.indexOf('；') >= 0) {
      draft.keywords(line, ";；");
    } else if (!Texts.hasHan(line)) {
      draft.keyword(line);
    } else if (line.indexOf('，') >= 0 || line.indexOf(',') >= 0 || line.indexOf('、') >= 0) {
      draft.keywords(line, ",，、");
    } else {
      draft.keywords(line, " \u3000\t");
    }
  }

  /** Whole names without marks of affiliations; a Latin name stays as it is given. */
  static void authors(String line, CitationDraft draft) {
    String marks = Texts.hasHan(line) ? ";；,，、" : ";；";
    List<String> names = Names.split(NUMBERS.matcher(withoutMarks(line)).replaceAll(""), marks);
    for (String name : names) {
      boolean parted = Texts.hasHan(name) && name.indexOf(' ') > 0 && isListOfNames(name);
      if (parted) {
        Names.split(name, " \u3000").forEach(draft::author);
      } else {
        draft.author(Texts.hasHan(name) ? name : Names.familyFirst(name));
      }
    }
  }

  /** {@code 张三 李四 王小二}: each part a name by its length; {@code 朱 宏} is one name. */
  private static boolean isListOfNames(String line) {
    for (String part : Names.split(line, " \u3000")) {
      if (part.length() < 2 || part.length() > 4 || !Texts.hasHan(part)) {
        return false;
      }
    }
    return true;
  }

  /** Without {@code [1,2]} behind a name. */
  static String withoutMarks(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '[' || c == '［') {
        depth++;
      } else if ((c == ']' || c == '］') && depth > 0) {
        depth--;
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
