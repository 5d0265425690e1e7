package org.winnow.citation.match;

import java.util.Arrays;
import java.util.Set;

/** Words of folded titles as sorted hashes, for a quick first look at how much two titles share. */
final class TitleWords {
  static final Set<String> STOP =
      Set.of(
          "the", "a", "an", "of", "in", "and", "for", "with", "on", "to", "by", "from", "at", "as",
          "or", "is", "are", "et", "de", "la", "le", "des", "und", "der", "die", "das", "its");

  private TitleWords() {}

  static int[] hashes(String title) {
    int[] hashes = new int[16];
    int n = 0;
    int start = 0;
    while (start < title.length()) {
      int end = title.indexOf(' ', start);
      end = end < 0 ? title.length() : end;
      String word = title.substring(start, end);
      if (!STOP.contains(word)) {
        hashes = n == hashes.length ? Arrays.copyOf(hashes, n * 2) : hashes;
        hashes[n++] = word.hashCode() * 0x9E3779B9;
      }
      start = end + 1;
    }
    return distinct(hashes, n);
  }

  static int[] pairs(String han) {
    int[] pairs = new int[Math.max(1, han.length() - 1)];
    if (han.length() == 1) {
      pairs[0] = han.charAt(0);
    }
    for (int i = 0; i + 1 < han.length(); i++) {
      pairs[i] = (han.charAt(i) * 31 * 65_537 + han.charAt(i + 1)) * 0x9E3779B9;
    }
    return distinct(pairs, pairs.length);
  }

  private static int[] distinct(int[] values, int n) {
    Arrays.sort(values, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /** Share of the shorter list that the longer one has too, 0 to 1. */
  static double overlap(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) shared / Math.min(a.length, b.length);
  }
}
