package org.winnow.citation.match;

import java.util.Map;
import java.util.Set;

/** Numbers of a title in digits: "part II" is part 2, "two trials" are 2 trials. */
final class TitleNumbers {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"));
  private static final Map<String, String> ROMAN =
      Map.ofEntries(
          Map.entry("i", "1"),
          Map.entry("ii", "2"),
          Map.entry("iii", "3"),
          Map.entry("iv", "4"),
          Map.entry("v", "5"),
          Map.entry("vi", "6"),
          Map.entry("vii", "7"),
          Map.entry("viii", "8"),
          Map.entry("ix", "9"),
          Map.entry("x", "10"),
          Map.entry("xi", "11"),
          Map.entry("xii", "12"));

  /** Words that a number follows, Roman or not. */
  static final Set<String> NUMBERED =
      Set.of(
          "part",
          "phase",
          "study",
          "volume",
          "chapter",
          "section",
          "report",
          "no",
          "number",
          "paper",
          "trial",
          "experiment",
          "stage",
          "type",
          "grade",
          "series",
          "year",
          "day",
          "week");

  private static final int LONGEST = 6;

  private TitleNumbers() {}

  /** Whether a word of a folded title is a Roman number up to twelve. */
  static boolean isRoman(String word) {
    return ROMAN.containsKey(word);
  }

  /**
   * @param folded words parted by single blanks
   */
  static String inDigits(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    String before = "";
    int start = 0;
    while (start < folded.length()) {
      int end = folded.indexOf(' ', start);
      end = end < 0 ? folded.length() : end;
      String word = folded.substring(start, end);
      String digits = word.length() > LONGEST ? null : WORDS.get(word);
      if (digits == null && NUMBERED.contains(before)) {
        digits = ROMAN.get(word);
      }
      out.append(out.isEmpty() ? "" : " ").append(digits == null ? word : digits);
      before = word;
      start = end + 1;
    }
    return out.toString();
  }
}
