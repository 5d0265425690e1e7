package org.winnow.citation.match;

/**
 * Two Latin titles word by word: the longest run of words in order that both have, where a slip of
 * spelling still counts as the same word.
 */
final class TitleAlignment {
  private static final int SHORTEST_MISSPELT = 6;

  private final Side a;
  private final Side b;
  private int slips;

  private TitleAlignment(Normalised a, Normalised b) {
    this.a = new Side(a.latin, a.words);
    this.b = new Side(b.latin, b.words);
  }

  static TitleAlignment of(Normalised a, Normalised b) {
    TitleAlignment alignment = new TitleAlignment(a, b);
    alignment.align();
    return alignment;
  }

  private void align() {
    int from = 0;
    // most pairs that are worth it begin alike, and what is matched greedily is part of a best run
    while (from < a.words.length && from < b.words.length && alike(from, from)) {
      match(from, from);
      from++;
    }
    alignFrom(from);
  }

  private void alignFrom(int from) {
    int endA = a.words.length;
    int endB = b.words.length;
    if (from == endA || from == endB) {
      return;
    }
    int width = endB - from + 1;
    short[] best = new short[(endA - from + 1) * width];
    for (int i = endA - 1; i >= from; i--) {
      int row = (i - from) * width - from;
      for (int j = endB - 1; j >= from; j--) {
        int at = row + j;
        best[at] =
            alike(i, j)
                ? (short)
                    Math.max(best[at + width + 1] + 1, Math.max(best[at + width], best[at + 1]))
                : best[at + width] >= best[at + 1] ? best[at + width] : best[at + 1];
      }
    }
    int i = from;
    int j = from;
    while (i < endA && j < endB) {
      int at = (i - from) * width + j - from;
      if (best[at] == best[at + width + 1] + 1 && alike(i, j)) {
        match(i++, j++);
      } else if (best[at + width] >= best[at + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void match(int i, int j) {
    a.matched[i] = true;
    b.matched[j] = true;
    slips += isSame(i, j) ? 0 : 1;
  }

  private boolean alike(int i, int j) {
    int lengthA = a.lengths[i];
    int lengthB = b.lengths[j];
    if (lengthA == lengthB && isSame(i, j)) {
      return true;
    }
    if (Math.min(lengthA, lengthB) < SHORTEST_MISSPELT || Math.abs(lengthA - lengthB) > 1) {
      return false;
    }
    int startA = TitleWords.start(a.words[i]);
    int startB = TitleWords.start(b.words[j]);
    int endA = startA + lengthA;
    int endB = startB + lengthB;
    // one slip leaves the first or the last letter alone; most other words have neither in common
    boolean oneEnd =
        a.title.charAt(startA) == b.title.charAt(startB)
            || a.title.charAt(endA - 1) == b.title.charAt(endB - 1);
    return oneEnd && Slips.one(a.title, startA, endA, b.title, startB, endB, SHORTEST_MISSPELT);
  }

  private boolean isSame(int i, int j) {
    return TitleWords.mayBeSame(a.words[i], b.words[j])
        && a.lengths[i] == b.lengths[j]
        && a.title.regionMatches(
            TitleWords.start(a.words[i]), b.title, TitleWords.start(b.words[j]), a.lengths[i]);
  }

  /** Whether every word of one is found in the other as it is written there. */
  boolean withoutSlips() {
    return slips == 0;
  }

  /** Letters of the words that only one has; compared without their blanks. */
  boolean restsAreEqual() {
    return a.restLength() == b.restLength() && a.rest().equals(b.rest());
  }

  boolean restsDifferByOneSlip() {
    return Math.abs(a.restLength() - b.restLength()) <= 1 && Slips.one(a.rest(), b.rest(), 8);
  }

  int ownContentA() {
    return a.ownContent();
  }

  int ownContentB() {
    return b.ownContent();
  }

  int contentA() {
    return a.content();
  }

  int contentB() {
    return b.content();
  }

  /** Whether each title has a number of its own, or one of them numbers the work. */
  boolean numbersContradict() {
    int ownA = a.ownNumbers();
    int ownB = b.ownNumbers();
    return ownA > 0 && ownB > 0 || ownA > 1 || ownB > 1;
  }

  private static final class Side {
    final String title;
    final int[] words;
    final int[] lengths;
    final boolean[] matched;

    Side(String title, int[] words) {
      this.title = title;
      this.words = words;
      this.lengths = TitleWords.lengths(title, words);
      this.matched = new boolean[words.length];
    }

    String word(int i) {
      int start = TitleWords.start(words[i]);
      return title.substring(start, start + lengths[i]);
    }

    int restLength() {
      int length = 0;
      for (int i = 0; i < words.length; i++) {
        length += matched[i] ? 0 : lengths[i];
      }
      return length;
    }

    String rest() {
      StringBuilder rest = new StringBuilder();
      for (int i = 0; i < words.length; i++) {
        if (!matched[i]) {
          int start = TitleWords.start(words[i]);
          rest.append(title, start, start + lengths[i]);
        }
      }
      return rest.toString();
    }

    int content() {
      int content = 0;
      for (int word : words) {
        content += TitleWords.isContent(word) ? 1 : 0;
      }
      return content;
    }

    int ownContent() {
      int own = 0;
      for (int i = 0; i < words.length; i++) {
        own += !matched[i] && TitleWords.isContent(words[i]) ? 1 : 0;
      }
      return own;
    }

    /** 0 none, 1 a number that may be part of a subtitle, 2 one that numbers the work. */
    int ownNumbers() {
      int found = 0;
      for (int i = 0; i < words.length; i++) {
        if (!matched[i] && isNumber(i)) {
          boolean numbersTheWork = i > 0 && word(i - 1).equals("part");
          found = Math.max(found, numbersTheWork ? 2 : 1);
        }
      }
      return found;
    }

    private boolean isNumber(int i) {
      char first = title.charAt(TitleWords.start(words[i]));
      if (Character.isDigit(first)) {
        return true;
      }
      boolean mayBeRoman = first == 'i' || first == 'v' || first == 'x';
      return mayBeRoman
          && TitleNumbers.isRoman(word(i))
          && (i > 0 && TitleNumbers.NUMBERED.contains(word(i - 1)) || i == words.length - 1);
    }
  }
}
