package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of authors as {@code Family, Given}; those in Chinese script and of groups stay whole. */
final class Names {
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
          "ten", "ter", "el", "al", "bin", "ibn", "zu", "zur", "af", "av", "st", "st.", "vander",
          "'t", "do", "das", "e", "y");

  private static final Set<String> SUFFIXES =
      Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd");

  private Names() {}

  /** Puts a comma between a family name and the initials after it ({@code Liu R.}). */
  static String familyFirst(String value) {
    String name = Texts.oneLine(value);
    int comma = name.indexOf(',');
    if (comma >= 0 || Texts.hasHan(name)) {
      if (name.endsWith(",")) {
        return Texts.trim(name.substring(0, name.length() - 1));
      }
      boolean tight = comma > 0 && Character.isLetter(name.charAt(comma + 1));
      return tight && !Texts.hasHan(name)
          ? name.substring(0, comma) + ", " + name.substring(comma + 1)
          : name;
    }
    int cut = startOfInitials(name);
    if (cut > 0) {
      return Texts.trim(name.substring(0, cut)) + ", " + Texts.trim(name.substring(cut));
    }
    int last = name.lastIndexOf(' ');
    if (last > 0 && SUFFIXES.contains(name.substring(last + 1).toLowerCase(Locale.ROOT))) {
      String turned = familyFirst(name.substring(0, last));
      return turned.indexOf(',') > 0 ? turned + ", " + name.substring(last + 1) : name;
    }
    return startsWithDottedInitials(name) ? givenFirst(name) : name;
  }

  /** {@code J. A. Smith} and {@code J.A. van der Berg}. */
  private static boolean startsWithDottedInitials(String name) {
    int family = 0;
    int blank;
    while ((blank = name.indexOf(' ', family)) > 0 && isDotted(name.substring(family, blank))) {
      family = blank + 1;
    }
    String last = name.substring(family);
    int end = last.indexOf(' ');
    return family > 0
        && !isInitials(last, 0, last.length())
        && (end < 0 || PARTICLES.contains(last.substring(0, end).toLowerCase(Locale.ROOT)));
  }

  /** {@code J.} and {@code J.A.}; a country or a saint begins no person's name. */
  private static boolean isDotted(String word) {
    return word.endsWith(".")
        && !word.equals("U.S.")
        && !word.equals("St.")
        && isInitials(word, 0, word.length());
  }

  /** Turns {@code Given Family} round; particles go with the family name. */
  static String givenFirst(String value) {
    String name = Texts.oneLine(value);
    if (name.indexOf(',') >= 0 || Texts.hasHan(name) || name.indexOf(' ') < 0) {
      return name;
    }
    if (startOfInitials(name) > 0 && !name.endsWith(".")) {
      return familyFirst(name);
    }
    String[] words = name.split(" ");
    int family = words.length - 1;
    if (family > 1 && SUFFIXES.contains(words[family].toLowerCase(Locale.ROOT))) {
      family--;
    }
    while (family > 1 && PARTICLES.contains(words[family - 1].toLowerCase(Locale.ROOT))) {
      family--;
    }
    return String.join(" ", List.of(words).subList(family, words.length))
        + ", "
        + String.join(" ", List.of(words).subList(0, family));
  }

  /** Where the initials at the end of a name begin; 0 or less when it does not end in initials. */
  private static int startOfInitials(String name) {
    int cut = name.length();
    while (cut > 0) {
      int blank = name.lastIndexOf(' ', cut - 1);
      if (!isInitials(name, blank + 1, cut)) {
        break;
      }
      if (blank < 0) {
        return 0;
      }
      cut = blank;
    }
    return cut == name.length() ? -1 : cut;
  }

  static boolean isInitials(String text, int from, int to) {
    int capitals = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        capitals++;
      } else if (c != '.'
          && c != '-'
          && c != '‐'
          && !(Character.isLowerCase(c) && i > from && i + 1 < to && text.charAt(i + 1) == '.')) {
        return false;
      }
    }
    return capitals > 0 && capitals <= 4 && to - from <= 8;
  }

  /**
   * Names of one line parted by {@code ;}, or by commas where every second part is initials ({@code
   * Li, W., Dou, Z.}) or every part ends in them ({@code Liu R., Adler D.G.}).
   */
  static List<String> ofLine(String line) {
    if (line.indexOf(';') >= 0 || line.indexOf('；') >= 0) {
      return split(line, ";；");
    }
    if (Texts.hasHan(line)) {
      List<String> names = split(line, ",，、");
      return names.size() > 1 && names.stream().allMatch(Names::isWholeChinese)
          ? names
          : line.isBlank() ? List.of() : List.of(Texts.trim(line));
    }
    if (line.indexOf(',') < 0) {
      return line.isBlank() ? List.of() : List.of(Texts.trim(line));
    }
    if (line.contains(" and ")) {
      List<String> names = List.of(line.split(" and "));
      if (names.stream().allMatch(name -> name.indexOf(',') > 0)) {
        return names.stream().map(Texts::trim).toList();
      }
    }
    List<String> parts = split(line, ",");
    if (parts.size() >= 2 && parts.stream().allMatch(part -> startOfInitials(part) > 0)) {
      return parts;
    }
    if (parts.size() >= 4 && parts.size() % 2 == 0 && everySecondIsInitials(parts)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += 2) {
        names.add(parts.get(i) + ", " + parts.get(i + 1));
      }
      return names;
    }
    return List.of(Texts.trim(line));
  }

  private static boolean isWholeChinese(String name) {
    return name.length() >= 2
        && name.length() <= 4
        && name.chars().allMatch(c -> Texts.isWide((char) c) || c == '·');
  }

  private static boolean everySecondIsInitials(List<String> parts) {
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i).replace(" ", "");
      if (isInitials(part, 0, part.length()) != (i % 2 == 1)) {
        return false;
      }
    }
    return true;
  }

  /** The parts of a list between any of the marks, without blank ones. */
  static List<String> split(String list, String marks) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || marks.indexOf(list.charAt(i)) >= 0 && !inEntity(list, i)) {
        String part = Texts.trim(list.substring(start, i));
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Whether the semicolon closes an entity such as {@code &amp;}. */
  private static boolean inEntity(String text, int semicolon) {
    if (text.charAt(semicolon) != ';') {
      return false;
    }
    int i = semicolon - 1;
    while (i >= 0
        && semicolon - i < 9
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '#')) {
      i--;
    }
    // "R&D;" is no entity: the shortest names have two letters.
    return i >= 0 && i < semicolon - 2 && text.charAt(i) == '&';
  }
}
