package org.winnow.citation.match;

/** Compares author lines of {@link Names}, Chinese names with their pinyin too. */
final class AuthorAgreement {
  private AuthorAgreement() {}

  /** SAME: the same first author; NEAR: another order, yet half of the shorter list is shared. */
  static Agreement of(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    if (a.equals(b) || samePerson(Names.first(a), Names.first(b))) {
      return Agreement.SAME;
    }
    String[] listA = a.split(";");
    String[] listB = b.split(";");
    int shared = 0;
    for (String person : listA) {
      for (String other : listB) {
        if (samePerson(person, other)) {
          shared++;
          break;
        }
      }
    }
    return shared > 0 && shared * 2 >= Math.min(listA.length, listB.length)
        ? Agreement.NEAR
        : Agreement.DIFFERENT;
  }

  static boolean samePerson(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    boolean hanA = Folding.hasHan(a);
    boolean hanB = Folding.hasHan(b);
    if (hanA && hanB) {
      return false;
    }
    if (hanA || hanB) {
      return samePinyin(hanA ? a : b, hanA ? b : a);
    }
    String familyA = Names.family(a);
    String familyB = Names.family(b);
    if (shareWord(familyA, familyB)) {
      return initialsAgree(Names.given(a), Names.given(b));
    }
    return TitleLikeness.oneSlip(familyA, familyB, 5)
        || Folding.withoutBlanks(familyA).equals(Folding.withoutBlanks(familyB))
        || shareLongWord(familyA, Names.given(b))
        || shareLongWord(familyB, Names.given(a));
  }

  private static boolean shareWord(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    for (String word : a.split(" ")) {
      if (word.length() > 1 && hasWord(b, word)) {
        return true;
      }
    }
    return false;
  }

  /** A family name among the given names of the other: double names and swapped order. */
  private static boolean shareLongWord(String family, String given) {
    for (String word : family.split(" ")) {
      if (word.length() > 3 && hasWord(given, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean starts = at == 0 || text.charAt(at - 1) == ' ';
      boolean ends = end == text.length() || text.charAt(end) == ' ';
      if (starts && ends) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean initialsAgree(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return true;
    }
    for (String wordA : a.split(" ")) {
      for (String wordB : b.split(" ")) {
        if (!wordA.isEmpty() && !wordB.isEmpty() && wordA.charAt(0) == wordB.charAt(0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** 李小明 is Li XM, Li Xiaoming or Xiaoming Li. */
  static boolean samePinyin(String han, String latin) {
    int length = han.length();
    if (length < 2 || length > 4) {
      return false;
    }
    String family = Folding.pinyin(han.charAt(0));
    StringBuilder given = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (int i = 1; i < length; i++) {
      String reading = Folding.pinyin(han.charAt(i));
      given.append(reading);
      initials.append(reading.isEmpty() ? "" : reading.substring(0, 1));
    }
    String latinGiven = Folding.withoutBlanks(Names.given(latin));
    String latinFamily = Names.family(latin);
    if (latinFamily.equals(family)) {
      return latinGiven.isEmpty()
          || latinGiven.contentEquals(initials)
          || latinGiven.contentEquals(given)
          || latinGiven.equals(initials.substring(0, 1));
    }
    String whole = Folding.withoutBlanks(latinFamily + latinGiven);
    return whole.equals(family + given) || whole.equals(given + family);
  }
}
