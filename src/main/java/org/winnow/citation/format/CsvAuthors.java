package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The authors in one cell of a table, parted in as many ways as there are exporters. */
final class CsvAuthors {
  private static final Set<String> GROUP_WORDS =
      Set.of(
          "group",
          "consortium",
          "collaboration",
          "collaborators",
          "organization",
          "organisation",
          "society",
          "committee",
          "network",
          "team",
          "association",
          "university",
          "institute",
          "investigators",
          "department",
          "ministry",
          "project",
          "initiative",
          "foundation");

  private CsvAuthors() {}

  static List<String> of(String cell, CsvColumns columns) {
    boolean givenFirst =
        columns.names("lensid")
            || columns.names("authorshipsauthordisplayname")
            || columns.names("citesurl")
            || columns.names("gsrank")
            || columns.names("citationcount");
    List<String> names = new ArrayList<>();
    for (String part : parts(cell, columns)) {
      String name = withoutNumber(part);
      if (name.equals("…") || name.equals("...") || name.equals("et al.") || name.isEmpty()) {
        continue;
      }
      boolean turn = givenFirst && !isGroup(name) || startsWithInitials(name);
      names.add(turn ? Names.givenFirst(name) : Names.familyFirst(name));
    }
    return names;
  }

  private static List<String> parts(String cell, CsvColumns columns) {
    String separator = columns.authorSeparator();
    if (!separator.isEmpty()) {
      return List.of(cell.split(Pattern.quote(separator)));
    }
    Optional<List<String>> quoted = quotedList(cell);
    if (quoted.isPresent()) {
      return quoted.get();
    }
    if (cell.indexOf('|') >= 0) {
      return Names.split(cell, "|");
    }
    if (cell.indexOf('\n') >= 0) {
      return Names.split(cell, "\n");
    }
    if (cell.indexOf(';') < 0 && cell.contains(" and ")) {
      return List.of(cell.split(" and "));
    }
    String list = cell;
    if (columns.has(TableField.CITATION) && list.endsWith(".")) {
      list = list.substring(0, list.length() - 1);
    }
    if (list.indexOf(';') < 0 && list.indexOf(',') >= 0) {
      List<String> parts = Names.split(list, ",");
      if (parts.size() > 1 && parts.stream().allMatch(CsvAuthors::startsWithInitials)) {
        return parts;
      }
      // Given names first, so a comma parts two people: three of them can be nothing else.
      boolean whole =
          parts.stream()
              .allMatch(part -> part.indexOf(' ') > 0 && Names.familyFirst(part).indexOf(',') < 0);
      if (whole && (parts.size() > 2 || columns.names("citationcount"))) {
        return parts.stream().map(Names::givenFirst).toList();
      }
    }
    return Names.ofLine(list);
  }

  /** Google Scholar's {@code M Browne}. */
  private static boolean startsWithInitials(String name) {
    int blank = name.indexOf(' ');
    return blank > 0
        && name.indexOf(',') < 0
        && Names.isInitials(name, 0, blank)
        && !Names.isInitials(name, name.lastIndexOf(' ') + 1, name.length());
  }

  private static boolean isGroup(String name) {
    for (String word : name.toLowerCase(java.util.Locale.ROOT).split(" ")) {
      if (GROUP_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Scopus puts its number of the author in brackets behind the name. */
  private static String withoutNumber(String name) {
    int open = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    return open > 0 && Texts.isDigits(name.substring(open + 1, name.length() - 1))
        ? Texts.trim(name.substring(0, open))
        : Texts.trim(name);
  }

  /** The items of {@code ['Marx, Karl', 'Lindgren, Astrid']}, as Python prints a list. */
  static Optional<List<String>> quotedList(String cell) {
    if (!cell.startsWith("['") && !cell.startsWith("[\"") || !cell.endsWith("]")) {
      return Optional.empty();
    }
    List<String> items = new ArrayList<>();
    int at = 1;
    while (at < cell.length() - 1) {
      char quote = cell.charAt(at);
      if (quote != '\'' && quote != '"') {
        at++;
        continue;
      }
      int end = cell.indexOf(quote, at + 1);
      while (end > 0 && cell.charAt(end - 1) == '\\') {
        end = cell.indexOf(quote, end + 1);
      }
      if (end < 0) {
        break;
      }
      items.add(cell.substring(at + 1, end));
      at = end + 1;
    }
    return Optional.of(items);
  }
}
