package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a file, whatever ends them. In a file that has line feeds, a lone carriage return is
 * a blank inside a value (EndNote, Web of Science, Citavi write them so), unless a tag follows it:
 * then two files with different line ends were put together. In a file without line feeds it ends
 * the line (Cochrane).
 *
 * <p>Never holds more than one line of at most {@link #LONGEST} characters; the rest of a longer
 * one is dropped and reported.
 */
final class Lines {
  /** Longest line kept, in characters. No abstract or reference list comes near it. */
  static final int LONGEST = 2_000_000;

  private static final int BUFFER = 1 << 16;

  private final Reader file;
  private final CitationSink sink;
  private final char[] buffer = new char[BUFFER];
  private final StringBuilder spill = new StringBuilder();
  private final Deque<Kept> putBack = new ArrayDeque<>();
  private int position;
  private int limit;
  private boolean ended;
  private boolean hasLineFeeds;
  private boolean looked;
  private boolean dropped;
  private int number;
  private int lastRead;
  private String text = "";

  private record Kept(String text, int number) {}

  Lines(Reader file, CitationSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /** The current line without its end. */
  String text() {
    return text;
  }

  /** Number of the current line in the file, from 1. */
  int number() {
    return number;
  }

  /** Goes to the next line; false at the end of the file. */
  boolean advance() throws IOException {
    Kept kept = putBack.poll();
    if (kept != null) {
      text = kept.text();
      number = kept.number();
      return true;
    }
    if (!looked) {
      look();
    }
    if (position == limit && !fill()) {
      return false;
    }
    number = ++lastRead;
    text = clean(readLine());
    return true;
  }

  /** Makes these lines, the first of which has the given number, the next ones again. */
  void putBack(List<String> lines, int firstNumber) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      putBack.push(new Kept(lines.get(i), firstNumber + i));
    }
  }

  private void look() throws IOException {
    looked = true;
    fill();
    while (limit < BUFFER && !ended) {
      int count = file.read(buffer, limit, BUFFER - limit);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    }
    for (int i = 0; i < limit && !hasLineFeeds; i++) {
      hasLineFeeds = buffer[i] == '\n';
    }
  }

  private String readLine() throws IOException {
    spill.setLength(0);
    dropped = false;
    while (true) {
      int start = position;
      int end = start;
      while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      if (end < limit && buffer[end] == '\r' && hasLineFeeds && end + 8 >= limit && !ended) {
        append(start, end);
        position = end;
        shift();
        start = position;
        end = position;
      }
      if (end == limit) {
        append(start, end);
        position = end;
        if (!fill()) {
          return spilled();
        }
      } else if (endsLine(end)) {
        position = end;
        if (spill.isEmpty()) {
          String line = new String(buffer, start, end - start);
          skipLineEnd();
          return line;
        }
        append(start, end);
        skipLineEnd();
        return spilled();
      } else {
        buffer[end] = ' ';
        append(start, end + 1);
        position = end + 1;
      }
    }
  }

  private void append(int start, int end) {
    int room = LONGEST - spill.length();
    spill.append(buffer, start, Math.min(room, end - start));
    dropped |= end - start > room;
  }

  private String spilled() {
    if (dropped) {
      sink.problem(
          new ParseProblem(
              number,
              "line-too-long",
              "The line is longer than " + LONGEST + " characters; the rest was left out.",
              spill.substring(0, 200)));
    }
    String line = spill.toString();
    if (spill.length() > BUFFER) {
      spill.setLength(0);
      spill.trimToSize();
    }
    return line;
  }

  /** Whether the line end character at the place ends the line, or is only a blank inside it. */
  private boolean endsLine(int place) {
    if (buffer[place] == '\n' || !hasLineFeeds) {
      return true;
    }
    int after = place + 1;
    while (after < limit && buffer[after] == '\r') {
      after++;
    }
    return after >= limit || buffer[after] == '\n' || isTag(after);
  }

  private boolean isTag(int at) {
    return at + 4 < limit
        && buffer[at] >= 'A'
        && buffer[at] <= 'Z'
        && (buffer[at + 1] >= 'A' && buffer[at + 1] <= 'Z'
            || buffer[at + 1] >= '0' && buffer[at + 1] <= '9')
        && buffer[at + 2] == ' '
        && buffer[at + 3] == ' '
        && buffer[at + 4] == '-';
  }

  private void skipLineEnd() throws IOException {
    if (buffer[position] == '\n') {
      position++;
      return;
    }
    // CR CR LF is one line end too: some mail gateways double the CR.
    int returns = 0;
    while (peek() == '\r' && (hasLineFeeds || returns == 0)) {
      position++;
      returns++;
    }
    if (peek() == '\n') {
      position++;
    }
  }

  private int peek() throws IOException {
    return position == limit && !fill() ? -1 : buffer[position];
  }

  /** Moves what is left to the front of the buffer and reads more behind it. */
  private void shift() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < 16 && !ended) {
      int count = file.read(buffer, limit, BUFFER - limit);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    }
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    position = 0;
    limit = 0;
    while (limit == 0) {
      int count = file.read(buffer, 0, BUFFER);
      if (count < 0) {
        ended = true;
        return false;
      }
      limit = count;
    }
    return true;
  }

  private static String clean(String line) {
    String clean = line.indexOf('\0') < 0 ? line : line.replace("\0", "");
    return !clean.isEmpty() && clean.charAt(0) == '\uFEFF' ? clean.substring(1) : clean;
  }
}
