package org.winnow.citation.match;

import java.util.Set;

/** Tells English titles from those of other languages in Latin script by their small words. */
final class Language {
  /** None of them is a word of the other list. */
  private static final Set<String> ENGLISH =
      Set.of("the", "of", "and", "for", "with", "by", "from", "to", "among", "using", "versus");

  private static final Set<String> OTHER =
      Set.of(
          // German, Dutch and the Nordic languages
          "der",
          "und",
          "von",
          "bei",
          "mit",
          "zur",
          "zum",
          "eine",
          "einer",
          "nach",
          "het",
          "een",
          "van",
          "voor",
          "och",
          "og",
          "av",
          "til",
          "hos",
          // French, Spanish, Portuguese, Italian, Catalan
          "le",
          "les",
          "du",
          "et",
          "dans",
          "chez",
          "une",
          "par",
          "sur",
          "aux",
          "el",
          "los",
          "las",
          "del",
          "en",
          "con",
          "por",
          "para",
          "una",
          "y",
          "da",
          "do",
          "dos",
          "das",
          "em",
          "uma",
          "com",
          "il",
          "di",
          "della",
          "nella",
          "nei",
          "per",
          "i",
          // Polish, Czech, Turkish, Hungarian
          "w",
          "z",
          "oraz",
          "u",
          "v",
          "ve",
          "ile",
          "az",
          "es");

  private Language() {}

  /** Whether one title is English and the other is not. */
  static boolean differs(String a, String b) {
    return isEnglish(a) && isOther(b) || isEnglish(b) && isOther(a);
  }

  private static boolean isEnglish(String folded) {
    return count(folded, ENGLISH) > count(folded, OTHER);
  }

  private static boolean isOther(String folded) {
    return count(folded, OTHER) > count(folded, ENGLISH);
  }

  private static int count(String folded, Set<String> words) {
    int count = 0;
    for (String word : folded.split(" ")) {
      count += words.contains(word) ? 1 : 0;
    }
    return count;
  }
}
