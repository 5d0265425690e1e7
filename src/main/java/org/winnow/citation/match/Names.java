package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Authors in one line, for storage and comparison: {@code family,given;family,given}. Particles
 * (de, van, el …) are left out since databases put them before, behind or nowhere.
 */
final class Names {
  private static final int KEPT = 12;
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "der", "den", "di", "da", "dos", "das", "do", "du", "van", "von",
          "vander", "ten", "ter", "la", "le", "el", "al", "bin", "ben", "st", "the", "y", "e", "t",
          "jr", "sr", "ii", "iii", "et");
  private static final Set<String> NOBODY =
      Set.of("unknown", "anonymous", "anon", "no authors listed", "et al", "佚名", "na", "n a");

  private static final Pattern RUN_TOGETHER =
      Pattern.compile("(?<=\\p{Lu}\\.)(?=\\p{Lu}[\\p{L}'’]*\\p{Ll})");

  private Names() {}

  static String of(List<String> authors) {
    StringBuilder line = new StringBuilder();
    int kept = 0;
    for (String author : apart(authors)) {
      String folded = folded(Normalised.cut(author, 200));
      if (folded.isEmpty()) {
        continue;
      }
      if (kept++ == KEPT) {
        break;
      }
      if (kept > 1) {
        line.append(';');
      }
      line.append(folded);
    }
    return line.toString();
  }

  /** Some exports run all authors together: {@code Tan A.Schulze A.O'Donnell C. P.}. */
  private static List<String> apart(List<String> authors) {
    if (authors.size() != 1 || authors.getFirst().indexOf('.') < 0) {
      return authors;
    }
    return List.of(RUN_TOGETHER.split(Normalised.cut(authors.getFirst(), 4000)));
  }

  private static String folded(String author) {
    int comma = author.indexOf(',');
    if (comma < 0) {
      comma = author.indexOf('，');
    }
    String whole = Folding.words(author);
    if (whole.isEmpty() || NOBODY.contains(whole)) {
      return "";
    }
    if (Folding.hasHan(whole)) {
      return Folding.withoutBlanks(whole);
    }
    if (comma > 0) {
      String family = withoutParticles(Folding.words(author.substring(0, comma)));
      return family + "," + Folding.words(author.substring(comma + 1));
    }
    return withoutComma(whole);
  }

  /** "Adeli K", "B Abrahao" or "Omulo Sylvia": initials tell which end the family name is at. */
  private static String withoutComma(String whole) {
    String[] tokens = whole.split(" ");
    List<String> family = new ArrayList<>();
    List<String> given = new ArrayList<>();
    boolean initials = false;
    for (String token : tokens) {
      boolean initial = token.length() <= 2 && !PARTICLES.contains(token);
      initials |= initial;
      (initial ? given : family).add(token);
    }
    if (!initials || family.isEmpty()) {
      return withoutParticles(whole) + ",";
    }
    return withoutParticles(String.join(" ", family)) + "," + String.join(" ", given);
  }

  private static String withoutParticles(String family) {
    if (family.indexOf(' ') < 0) {
      return family;
    }
    StringBuilder rest = new StringBuilder();
    for (String token : family.split(" ")) {
      if (!PARTICLES.contains(token)) {
        rest.append(rest.isEmpty() ? "" : " ").append(token);
      }
    }
    return rest.isEmpty() ? family : rest.toString();
  }

  static String first(String line) {
    int end = line.indexOf(';');
    return end < 0 ? line : line.substring(0, end);
  }

  static String family(String name) {
    int comma = name.indexOf(',');
    return comma < 0 ? name : name.substring(0, comma);
  }

  static String given(String name) {
    int comma = name.indexOf(',');
    return comma < 0 ? "" : name.substring(comma + 1);
  }
}
