package org.winnow.citation.match;

/** Slips of typing: one letter more, less, other, or two swapped. */
final class Slips {
  private Slips() {}

  /**
   * One slip in words of some length, and never in a number or right behind one: alfa2a and alfa2b
   * are two drugs. Equal words differ by none.
   */
  static boolean one(String a, String b, int shortest) {
    return one(a, 0, a.length(), b, 0, b.length(), shortest);
  }

  /** The same for a part of each text. */
  static boolean one(String a, int fromA, int endA, String b, int fromB, int endB, int shortest) {
    int la = endA - fromA;
    int lb = endB - fromB;
    int shorter = Math.min(la, lb);
    if (shorter < shortest || Math.abs(la - lb) > 1) {
      return false;
    }
    int head = 0;
    while (head < shorter && a.charAt(fromA + head) == b.charAt(fromB + head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && a.charAt(endA - 1 - tail) == b.charAt(endB - 1 - tail)) {
      tail++;
    }
    int ownA = la - head - tail;
    int ownB = lb - head - tail;
    boolean swapped =
        ownA == 2
            && ownB == 2
            && a.charAt(fromA + head) == b.charAt(fromB + head + 1)
            && a.charAt(fromA + head + 1) == b.charAt(fromB + head);
    int behind = Math.min(head, 1);
    return (ownA <= 1 && ownB <= 1 || swapped)
        && hasNoDigit(a, fromA + head - behind, ownA + behind)
        && hasNoDigit(b, fromB + head - behind, ownB + behind);
  }

  private static boolean hasNoDigit(String text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
