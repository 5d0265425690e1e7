package org.winnow.citation.match;

import java.util.Set;

/** Compares author lines of {@link Names}, Chinese names with their pinyin too. */
final class AuthorAgreement {
  private static final Set<String> DOUBLE_FAMILIES =
      Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "公孙", "慕容", "令狐", "司徒", "东方");

  private static final Set<String> GROUP_WORDS =
      Set.of(
          "group",
          "consortium",
          "collaboration",
          "collaborative",
          "collaborators",
          "investigators",
          "trialists",
          "committee",
          "network",
          "society",
          "association",
          "organization",
          "organisation",
          "institute",
          "initiative",
          "foundation");

  /** Characters that are read differently as a family name. */
  private static final String FAMILY_CHARACTERS = "单曾解仇查区朴盖覃乐翟";

  private static final String[] FAMILY_READINGS = {
    "shan", "zeng", "xie", "qiu", "zha", "ou", "piao", "ge", "qin", "yue", "zhai"
  };

  private AuthorAgreement() {}

  /**
   * SAME: the same first author; NEAR: another order, yet half of the shorter list is shared;
   * UNKNOWN also where one names a group and the other persons.
   */
  static Agreement of(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    if (a.equals(b) || samePerson(Names.first(a), Names.first(b))) {
      return Agreement.SAME;
    }
    if (mostAreShared(a, b)) {
      return Agreement.NEAR;
    }
    return isGroup(Names.first(a)) == isGroup(Names.first(b))
        ? Agreement.DIFFERENT
        : Agreement.UNKNOWN;
  }

  /** One database names the group, another the persons who wrote for it. */
  private static boolean isGroup(String name) {
    for (String word : Names.family(name).split(" ")) {
      if (GROUP_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Half of the shorter list, and two persons where both lists have two. */
  static boolean mostAreShared(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
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
    int shorter = Math.min(listA.length, listB.length);
    return shared * 2 >= shorter && shared >= Math.min(2, shorter);
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
    return Slips.one(familyA, familyB, 5)
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
    int familyLength = familyLength(han);
    String family = familyInPinyin(han);
    StringBuilder given = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (int i = familyLength; i < length; i++) {
      String reading = Folding.pinyin(han.charAt(i));
      given.append(reading);
      initials.append(reading.isEmpty() ? "" : reading.substring(0, 1));
    }
    String latinGiven = Folding.withoutBlanks(Names.given(latin));
    String latinFamily = umlaut(Folding.withoutBlanks(Names.family(latin)));
    if (latinFamily.equals(family)) {
      return latinGiven.isEmpty()
          || latinGiven.contentEquals(initials)
          || umlaut(latinGiven).contentEquals(given)
          || latinGiven.length() == 1 && initials.indexOf(latinGiven) == 0;
    }
    String whole = umlaut(latinFamily + latinGiven);
    return whole.equals(family + given)
        || whole.equals(given + family)
        || whole.equals(family + initials);
  }

  /** The family name of a Chinese name in plain letters; of a Latin name the family as it is. */
  static String familyInPinyin(String name) {
    if (!Folding.hasHan(name)) {
      return umlaut(Folding.withoutBlanks(Names.family(name)));
    }
    StringBuilder family = new StringBuilder();
    for (int i = 0; i < familyLength(name); i++) {
      family.append(familyReading(name.charAt(i)));
    }
    return family.toString();
  }

  private static int familyLength(String han) {
    return han.length() > 2 && DOUBLE_FAMILIES.contains(han.substring(0, 2)) ? 2 : 1;
  }

  /** Lü is written Lu, Lv or Lyu. */
  private static String umlaut(String latin) {
    return latin.replace("lyu", "lu").replace("lv", "lu").replace("nv", "nu");
  }

  private static String familyReading(char han) {
    int at = FAMILY_CHARACTERS.indexOf(han);
    return at >= 0 ? FAMILY_READINGS[at] : Folding.pinyin(han);
  }
}
