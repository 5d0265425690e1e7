package org.winnow.citation.match;

/**
 * How alike two titles are.
 *
 * @param degree the kind of likeness, from equal to different
 * @param share matched words as a share of the longer title, 0 to 1
 * @param numbers whether numbers of the titles contradict each other (part I, part II)
 */
record TitleLikeness(Degree degree, double share, Numbers numbers) {
  enum Degree {
    /** The same letters and digits. */
    EQUAL,
    /** The same words but for slips of spelling, hyphens and small words. */
    SPELLING,
    /** One holds all words of the other: a subtitle more or less. */
    CONTAINED,
    /** Most words agree, each has a few of its own. */
    CLOSE,
    /** Some words agree. */
    PARTLY,
    DIFFERENT,
    /** One is in Chinese, the other is not. */
    OTHER_LANGUAGE,
    MISSING;

    boolean same() {
      return this == EQUAL || this == SPELLING;
    }
  }

  enum Numbers {
    AGREE,
    CONTRADICT
  }

  private static final TitleLikeness NO_TITLE = new TitleLikeness(Degree.MISSING, 0, Numbers.AGREE);
  private static final TitleLikeness TWO_LANGUAGES =
      new TitleLikeness(Degree.OTHER_LANGUAGE, 0, Numbers.AGREE);
  private static final TitleLikeness NOTHING_SHARED =
      new TitleLikeness(Degree.DIFFERENT, 0, Numbers.AGREE);
  private static final TitleLikeness SPELT_DIFFERENTLY =
      new TitleLikeness(Degree.SPELLING, 1, Numbers.AGREE);
  private static final TitleLikeness ALL = new TitleLikeness(Degree.EQUAL, 1, Numbers.AGREE);
  private static final String HAN_NUMBERS = "一二三四五六七八九十";
  private static final String HAN_SMALL = "的之及与和对在其中于了";

  static TitleLikeness of(Normalised a, Normalised b) {
    boolean bothHan = !a.han.isEmpty() && !b.han.isEmpty();
    boolean bothLatin = !a.latin.isEmpty() && !b.latin.isEmpty();
    if (bothHan) {
      return ofHan(a, b);
    }
    if (bothLatin) {
      TitleLikeness latin = ofLatin(a, b);
      boolean oneTranslated = a.han.isEmpty() != b.han.isEmpty();
      boolean ownWords = latin.degree() == Degree.PARTLY || latin.degree() == Degree.DIFFERENT;
      // each database translates a Chinese title in its own words
      return oneTranslated && ownWords ? TWO_LANGUAGES : latin;
    }
    return a.hasTitle() && b.hasTitle() ? TWO_LANGUAGES : NO_TITLE;
  }

  private static TitleLikeness ofLatin(Normalised a, Normalised b) {
    if (a.latin.equals(b.latin)) {
      return ALL;
    }
    double overlap = TitleWords.overlap(a.latinWords, b.latinWords);
    if (overlap < 0.3) {
      return Folding.equalWithoutBlanks(a.latin, b.latin) ? ALL : NOTHING_SHARED;
    }
    return judged(TitleAlignment.of(a, b));
  }

  private static TitleLikeness judged(TitleAlignment words) {
    if (words.restsAreEqual()) {
      return words.withoutSlips() ? ALL : SPELT_DIFFERENTLY;
    }
    if (words.restsDifferByOneSlip()) {
      return SPELT_DIFFERENTLY;
    }
    Numbers numbers = words.numbersContradict() ? Numbers.CONTRADICT : Numbers.AGREE;
    int ownA = words.ownContentA();
    int ownB = words.ownContentB();
    int contentA = words.contentA();
    int contentB = words.contentB();
    int longer = Math.max(contentA, contentB);
    int matched = longer - (contentA >= contentB ? ownA : ownB);
    double share = longer == 0 ? 0 : (double) matched / longer;
    return new TitleLikeness(degree(ownA, ownB, matched, share), share, numbers);
  }

  private static Degree degree(int ownA, int ownB, int matched, double share) {
    if (ownA == 0 && ownB == 0) {
      return Degree.SPELLING;
    }
    if ((ownA == 0 || ownB == 0) && matched >= 3) {
      return Degree.CONTAINED;
    }
    if (share >= 0.75) {
      return Degree.CLOSE;
    }
    return share >= 0.4 || (ownA == 0 || ownB == 0) ? Degree.PARTLY : Degree.DIFFERENT;
  }

  private static TitleLikeness ofHan(Normalised a, Normalised b) {
    if (a.han.equals(b.han)) {
      return ALL;
    }
    double overlap = TitleWords.overlap(a.hanPairs, b.hanPairs);
    if (overlap < 0.25) {
      return NOTHING_SHARED;
    }
    return alignedHan(a.han, b.han);
  }

  private static TitleLikeness alignedHan(String a, String b) {
    int[][] best = new int[a.length() + 1][b.length() + 1];
    for (int i = a.length() - 1; i >= 0; i--) {
      for (int j = b.length() - 1; j >= 0; j--) {
        int skip = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = a.charAt(i) == b.charAt(j) ? Math.max(skip, best[i + 1][j + 1] + 1) : skip;
      }
    }
    StringBuilder ownA = new StringBuilder();
    StringBuilder ownB = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      boolean both = i < a.length() && j < b.length();
      if (both && a.charAt(i) == b.charAt(j)) {
        i++;
        j++;
      } else if (j == b.length() || i < a.length() && best[i + 1][j] >= best[i][j + 1]) {
        ownA.append(a.charAt(i++));
      } else {
        ownB.append(b.charAt(j++));
      }
    }
    return judgedHan(
        ownA.toString(), ownB.toString(), best[0][0], Math.max(a.length(), b.length()));
  }

  private static TitleLikeness judgedHan(String ownA, String ownB, int shared, int longer) {
    double share = (double) shared / longer;
    boolean numbersOnBoth = hasNumber(ownA) && hasNumber(ownB);
    Numbers numbers = numbersOnBoth ? Numbers.CONTRADICT : Numbers.AGREE;
    String contentA = withoutSmall(ownA);
    String contentB = withoutSmall(ownB);
    boolean nothingLeft = contentA.isEmpty() && contentB.isEmpty();
    if (nothingLeft || soundsAlike(contentA, contentB)) {
      return new TitleLikeness(Degree.SPELLING, 1, numbers);
    }
    if (contentA.isEmpty() || contentB.isEmpty()) {
      boolean enough = shared >= 6;
      return new TitleLikeness(enough ? Degree.CONTAINED : Degree.PARTLY, share, numbers);
    }
    Degree degree = share >= 0.8 ? Degree.CLOSE : share >= 0.45 ? Degree.PARTLY : Degree.DIFFERENT;
    return new TitleLikeness(degree, share, numbers);
  }

  /** Typists pick a wrong character of the same sound: 症 for 征, 像 for 象. */
  private static boolean soundsAlike(String a, String b) {
    if (a.length() != b.length() || a.length() > 2) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      String reading = Folding.pinyin(a.charAt(i));
      if (reading.isEmpty() || !reading.equals(Folding.pinyin(b.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String withoutSmall(String own) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < own.length(); i++) {
      if (HAN_SMALL.indexOf(own.charAt(i)) < 0) {
        out.append(own.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean hasNumber(String own) {
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      if (Character.isDigit(c) || HAN_NUMBERS.indexOf(c) >= 0 || c == 'i' || c == 'v') {
        return true;
      }
    }
    return false;
  }
}
