package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * A text that may hold exports of several programs behind one another, as they come of putting
 * files together. It ends, for who reads it, where a record of another format begins, and goes on
 * from there when asked.
 */
final class Segments extends Reader {
  /** Characters looked at where a line begins. */
  private static final int LOOK = 240;

  private static final int BUFFER = 1 << 16;

  private static final Set<String> TYPES_OF_REFWORKS =
      Set.of(
          "journal",
          "book",
          "thesis",
          "dissertation",
          "conference",
          "report",
          "web",
          "generic",
          "newspaper",
          "magazine",
          "abstract",
          "patent",
          "unpublished",
          "monograph",
          "case");

  private static final Set<String> TYPES_OF_BIBTEX =
      Set.of(
          "article",
          "book",
          "inbook",
          "incollection",
          "inproceedings",
          "conference",
          "phdthesis",
          "mastersthesis",
          "techreport",
          "misc",
          "unpublished",
          "proceedings",
          "online",
          "thesis",
          "report",
          "string",
          "comment",
          "preamble");

  private final Reader text;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;
  private boolean ended;
  private boolean atLineStart;
  private int lines;
  private int linesBefore;
  private String format;
  private String next = "";

  /**
   * @param format name of the format that the text begins with
   */
  Segments(Reader text, String format) {
    this.text = text;
    this.format = format;
  }

  /** Whether records of such a format begin with lines that no other format has. */
  static boolean mayGoOn(String format) {
    return switch (format) {
      case "ris",
          "nbib",
          "wos",
          "enw",
          "refworks",
          "ovid",
          "cochrane",
          "noteexpress",
          "cnki",
          "bibtex" ->
          true;
      default -> false;
    };
  }

  /** The text up to where the first record of a second format begins. */
  static String first(String head) {
    char[] characters = head.toCharArray();
    String first = "";
    for (int i = 0; i < characters.length; i++) {
      if (i == 0 || isLineEnd(characters[i - 1])) {
        String here = formatAt(characters, i, characters.length);
        if (!here.isEmpty() && !first.isEmpty() && !here.equals(first)) {
          return head.substring(0, i);
        }
        first = first.isEmpty() ? here : first;
      }
    }
    return head;
  }

  /** Goes on with the next format's records; false at the end of the whole text. */
  boolean goOn() {
    if (next.isEmpty()) {
      return false;
    }
    format = next;
    next = "";
    atLineStart = false;
    linesBefore = lines;
    return true;
  }

  /** Name of the format of what is read now. */
  String format() {
    return format;
  }

  /** How many lines came before what is read now. */
  int linesBefore() {
    return linesBefore;
  }

  @Override
  public int read(char[] target, int offset, int wanted) throws IOException {
    if (!next.isEmpty()) {
      return -1;
    }
    if (limit - position <= LOOK && !ended) {
      fill();
    }
    int stop = ended ? limit : limit - LOOK;
    int end = scan(Math.min(stop, position + wanted));
    int count = end - position;
    System.arraycopy(buffer, position, target, offset, count);
    position = end;
    return count == 0 ? -1 : count;
  }

  /** Counts lines up to the place, or to where another format begins. */
  private int scan(int stop) {
    for (int i = position; i < stop; i++) {
      if (atLineStart) {
        atLineStart = false;
        String here = formatAt(buffer, i, limit);
        if (!here.isEmpty() && !here.equals(format)) {
          next = here;
          return i;
        }
      }
      if (isLineEnd(buffer[i])) {
        atLineStart = true;
        boolean half = buffer[i] == '\r' && i + 1 < limit && buffer[i + 1] == '\n';
        lines += half ? 0 : 1;
      }
    }
    return stop;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < BUFFER) {
      int count = text.read(buffer, limit, BUFFER - limit);
      if (count < 0) {
        ended = true;
        return;
      }
      limit += count;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Name of the format of which a record begins with this line; empty when none does. */
  private static String formatAt(char[] text, int from, int limit) {
    int start = from;
    while (start < limit && start - from < 4 && (text[start] == ' ' || text[start] == '\uFEFF')) {
      start++;
    }
    if (start + 1 >= limit || !mayBegin(text[start], text[start + 1])) {
      return "";
    }
    String here = new String(text, start, Math.min(LOOK - 4, limit - start));
    int end = 0;
    while (end < here.length() && !isLineEnd(here.charAt(end))) {
      end++;
    }
    String line = here.substring(0, end);
    return formatOf(line, here.substring(end).stripLeading());
  }

  /** A quick look, since it is taken at every line of a file. */
  private static boolean mayBegin(char first, char second) {
    return switch (first) {
      case 'T' -> second == 'Y';
      case 'P' -> second == 'M';
      case 'F' -> second == 'N';
      case 'R' -> second == 'T' || second == 'e';
      case 'D' -> second == 'a';
      case 'S' -> second == 'r';
      case '%' -> second == '0' || second == 'T';
      case '<' -> second >= '0' && second <= '9';
      case '{' -> second == 'R';
      case '@' -> Character.isLetter(second);
      default -> false;
    };
  }

  private static String formatOf(String line, String after) {
    return switch (line.charAt(0)) {
      case 'T' -> isRis(line) ? "ris" : "";
      case 'P' ->
          line.startsWith("PMID- ")
                  && Texts.isDigits(Texts.trim(line.substring(6)))
                  && NbibFormat.LAYOUT.split(firstLine(after)).hasTag()
              ? "nbib"
              : "";
      case 'F' -> line.startsWith("FN ") && after.startsWith("VR ") ? "wos" : "";
      case '%' -> isRefer(line) || line.startsWith("%T ") && isRefer(firstLine(after)) ? "enw" : "";
      case 'R' -> ofR(line, after);
      case '<' ->
          line.endsWith(">")
                  && (after.startsWith("VN  - ") || after.startsWith("Unique Identifier"))
              ? "ovid"
              : "";
      case '{' -> line.startsWith("{Reference Type}") ? "noteexpress" : "";
      case 'D' -> line.startsWith("DataType:") ? "cnki" : "";
      case 'S' -> line.startsWith("SrcDatabase-来源库") ? "cnki" : "";
      case '@' -> isBibtex(line) ? "bibtex" : "";
      default -> "";
    };
  }

  private static boolean isRis(String line) {
    return RisFormat.LAYOUT.split(line).tag().equals("TY")
        && line.length() > 6
        && line.substring(6).chars().filter(Character::isUpperCase).count() >= 2;
  }

  /** The type of a record; its title may stand before it. */
  private static boolean isRefer(String line) {
    return line.length() > 4 && line.startsWith("%0 ") && Character.isUpperCase(line.charAt(3));
  }

  private static String ofR(String line, String after) {
    if (line.startsWith("Record #")) {
      return after.startsWith("ID: ") ? "cochrane" : "";
    }
    if (!line.startsWith("RT ") || after.length() < 3 || after.charAt(2) != ' ') {
      return "";
    }
    String word = line.substring(3).strip().toLowerCase(java.util.Locale.ROOT).split("[ ,]", 2)[0];
    boolean tagged =
        Character.isUpperCase(after.charAt(0)) && Character.isLetterOrDigit(after.charAt(1));
    return tagged && TYPES_OF_REFWORKS.contains(word) ? "refworks" : "";
  }

  private static boolean isBibtex(String line) {
    int open = line.indexOf('{');
    return open > 1
        && TYPES_OF_BIBTEX.contains(
            line.substring(1, open).strip().toLowerCase(java.util.Locale.ROOT));
  }

  private static String firstLine(String text) {
    int end = 0;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
