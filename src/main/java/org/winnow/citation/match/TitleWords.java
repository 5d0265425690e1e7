package org.winnow.citation.match;

import java.util.Arrays;
import java.util.Set;

/** Words of folded titles as numbers: sorted, to see how much two titles share, and in order. */
final class TitleWords {
  // one word in order: 22 bits of its hash, whether it is a content word, where it starts
  private static final int START_BITS = 9;
  private static final int CONTENT = 1 << START_BITS;
  private static final int START = CONTENT - 1;
  private static final int HASH = -1 << START_BITS + 1;

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

  /**
   * The words in their order, each with its place in the title, so that two titles can be compared
   * without taking them apart again.
   *
   * @param title at most 511 characters
   */
  static int[] inOrder(String title) {
    int[] words = new int[16];
    int n = 0;
    int start = 0;
    while (start < title.length()) {
      int end = title.indexOf(' ', start);
      end = end < 0 ? title.length() : end;
      String word = title.substring(start, end);
      words = n == words.length ? Arrays.copyOf(words, n * 2) : words;
      int content = STOP.contains(word) ? 0 : CONTENT;
      words[n++] = word.hashCode() * 0x9E3779B9 & HASH | content | start;
      start = end + 1;
    }
    return Arrays.copyOf(words, n);
  }

  static int start(int word) {
    return word & START;
  }

  static boolean isContent(int word) {
    return (word & CONTENT) != 0;
  }

  static int hash(int word) {
    return word & HASH;
  }

  /** Whether two words have one hash; different words seldom have. */
  static boolean mayBeSame(int word, int other) {
    return ((word ^ other) & HASH) == 0;
  }

  /** How many letters each of the words has. */
  static int[] lengths(String title, int[] words) {
    int[] lengths = new int[words.length];
    int end = title.endsWith(" ") ? title.length() - 1 : title.length();
    for (int i = words.length - 1; i >= 0; i--) {
      lengths[i] = end - start(words[i]);
      end = start(words[i]) - 1;
    }
    return lengths;
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
