package org.winnow.citation.match;

/** Compares journal keys of {@link Place}: full names, abbreviations and changed names. */
final class JournalAgreement {
  private JournalAgreement() {}

  static Agreement of(Normalised a, Normalised b) {
    if (!a.issn.isEmpty() && a.issn.equals(b.issn)) {
      return Agreement.SAME;
    }
    return of(a.journal, b.journal);
  }

  private static Agreement of(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    if (a.equals(b)) {
      return Agreement.SAME;
    }
    boolean hanA = Folding.hasHan(a);
    if (hanA != Folding.hasHan(b)) {
      return isPinyinOf(hanA ? b : a, hanA ? a : b) ? Agreement.SAME : Agreement.UNKNOWN;
    }
    if (hanA) {
      return a.contains(b) || b.contains(a) ? Agreement.NEAR : Agreement.DIFFERENT;
    }
    String wholeA = Folding.withoutBlanks(a);
    String wholeB = Folding.withoutBlanks(b);
    if (wholeA.equals(wholeB) || Slips.one(wholeA, wholeB, 8)) {
      return Agreement.SAME;
    }
    String[] wordsA = a.split(" ");
    String[] wordsB = b.split(" ");
    int shorter = Math.min(wordsA.length, wordsB.length);
    for (int i = 0; i < shorter; i++) {
      if (!abbreviates(wordsA[i], wordsB[i])) {
        return initialsOf(wholeA, wordsB) || initialsOf(wholeB, wordsA)
            ? Agreement.NEAR
            : Agreement.DIFFERENT;
      }
    }
    return wordsA.length == wordsB.length ? Agreement.SAME : Agreement.NEAR;
  }

  /** PubMed writes Chinese journals in pinyin: "Zhonghua Yi Xue Za Zhi". */
  private static boolean isPinyinOf(String latin, String han) {
    StringBuilder reading = new StringBuilder();
    for (int i = 0; i < han.length(); i++) {
      reading.append(Folding.pinyin(han.charAt(i)));
    }
    String whole = Folding.withoutBlanks(latin);
    return whole.contentEquals(reading) || whole.equals(reading + "zazhi");
  }

  /** "natl" for "national": the same first letter, the others in order. */
  private static boolean abbreviates(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    if (shorter.charAt(0) != longer.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < shorter.length(); i++) {
      at = longer.indexOf(shorter.charAt(i), at);
      if (at < 0) {
        return false;
      }
      at++;
    }
    return true;
  }

  /** "JAMA", "BMJ". */
  private static boolean initialsOf(String whole, String[] words) {
    if (whole.length() < 3 || whole.length() != words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (words[i].charAt(0) != whole.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
