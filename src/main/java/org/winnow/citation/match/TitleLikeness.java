package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
  private static final TitleLikeness ALL = new TitleLikeness(Degree.EQUAL, 1, Numbers.AGREE);
  private static final Set<String> NUMBERED =
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
  private static final Set<String> ROMAN =
      Set.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
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
      boolean equal = Folding.withoutBlanks(a.latin).equals(Folding.withoutBlanks(b.latin));
      return equal ? ALL : NOTHING_SHARED;
    }
    return aligned(words(a.latin), words(b.latin));
  }

  private static List<String> words(String title) {
    return List.of(title.split(" "));
  }

  private static TitleLikeness aligned(List<String> a, List<String> b) {
    boolean[] inA = new boolean[a.size()];
    boolean[] inB = new boolean[b.size()];
    int slips = align(a, b, inA, inB);
    List<String> restA = rest(a, inA);
    List<String> restB = rest(b, inB);
    String joinedA = String.join("", restA);
    String joinedB = String.join("", restB);
    if (joinedA.equals(joinedB)) {
      return slips == 0 ? ALL : new TitleLikeness(Degree.SPELLING, 1, Numbers.AGREE);
    }
    if (oneSlip(joinedA, joinedB, 8)) {
      return new TitleLikeness(Degree.SPELLING, 1, Numbers.AGREE);
    }
    Numbers numbers = numbers(a, b, inA, inB);
    List<String> ownA = content(restA);
    List<String> ownB = content(restB);
    int longer = Math.max(content(a).size(), content(b).size());
    int matched = longer - (content(a).size() >= content(b).size() ? ownA : ownB).size();
    double share = longer == 0 ? 0 : (double) matched / longer;
    return new TitleLikeness(degree(ownA.size(), ownB.size(), matched, share), share, numbers);
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

  /** Longest common run of words in order, where a slip of spelling still counts. */
  private static int align(List<String> a, List<String> b, boolean[] inA, boolean[] inB) {
    int[][] best = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        int skip = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = alike(a.get(i), b.get(j)) ? Math.max(skip, best[i + 1][j + 1] + 1) : skip;
      }
    }
    int slips = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (alike(a.get(i), b.get(j)) && best[i][j] == best[i + 1][j + 1] + 1) {
        slips += a.get(i).equals(b.get(j)) ? 0 : 1;
        inA[i++] = true;
        inB[j++] = true;
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return slips;
  }

  private static boolean alike(String a, String b) {
    return a.equals(b) || oneSlip(a, b, 6);
  }

  /** One letter more, less, other or swapped, in words of some length and never in a number. */
  static boolean oneSlip(String a, String b, int shortest) {
    int la = a.length();
    int lb = b.length();
    if (Math.min(la, lb) < shortest || Math.abs(la - lb) > 1) {
      return false;
    }
    int head = 0;
    while (head < la && head < lb && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < la - head
        && tail < lb - head
        && a.charAt(la - 1 - tail) == b.charAt(lb - 1 - tail)) {
      tail++;
    }
    int ownA = la - head - tail;
    int ownB = lb - head - tail;
    boolean swapped =
        ownA == 2
            && ownB == 2
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head);
    return (ownA <= 1 && ownB <= 1 || swapped)
        && lettersOnly(a, head, ownA)
        && lettersOnly(b, head, ownB);
  }

  private static boolean lettersOnly(String word, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> rest(List<String> words, boolean[] matched) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!matched[i]) {
        rest.add(words.get(i));
      }
    }
    return rest;
  }

  private static List<String> content(List<String> words) {
    return words.stream().filter(word -> !TitleWords.STOP.contains(word)).toList();
  }

  private static Numbers numbers(List<String> a, List<String> b, boolean[] inA, boolean[] inB) {
    int ownA = ownNumbers(a, inA);
    int ownB = ownNumbers(b, inB);
    boolean contradict = ownA > 0 && ownB > 0 || ownA > 1 || ownB > 1;
    return contradict ? Numbers.CONTRADICT : Numbers.AGREE;
  }

  /** 0 none, 1 a number that may be part of a subtitle, 2 one that numbers the work. */
  private static int ownNumbers(List<String> words, boolean[] matched) {
    int found = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean roman =
          ROMAN.contains(word)
              && (i > 0 && NUMBERED.contains(words.get(i - 1)) || i == words.size() - 1);
      boolean number = Character.isDigit(word.charAt(0)) || roman;
      if (number && !matched[i]) {
        boolean numbersTheWork = i > 0 && words.get(i - 1).equals("part");
        found = Math.max(found, numbersTheWork ? 2 : 1);
      }
    }
    return found;
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
