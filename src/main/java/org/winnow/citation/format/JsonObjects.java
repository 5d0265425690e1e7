package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Cuts JSON into the objects that are records, without holding more than one: those of a list at
 * the top or under {@code items}, {@code references}, {@code records}, {@code data} or {@code
 * codesets}, or objects one after the other. A fault inside one does not spoil the next as long as
 * quotes and braces are balanced.
 */
final class JsonObjects {
  interface Use {
    /**
     * @param whole false when the object was cut off by the end of the file or by its size
     */
    void take(int line, String raw, boolean whole);
  }

  private static final int DEEPEST = 100_000;

  private final Reader file;
  private final Use use;
  private final StringBuilder piece = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private final Deque<Boolean> lists = new ArrayDeque<>();
  private String key = "";
  private int line = 1;
  private int start;
  private int recordDepth = -1;
  private boolean inString;
  private boolean escaped;
  private boolean tooLarge;

  JsonObjects(Reader file, Use use) {
    this.file = file;
    this.use = use;
  }

  void read() throws IOException {
    char[] buffer = new char[1 << 16];
    int count;
    while ((count = file.read(buffer, 0, buffer.length)) > 0) {
      for (int i = 0; i < count; i++) {
        take(buffer[i]);
      }
    }
    if (recordDepth >= 0) {
      use.take(start, piece.toString(), false);
    }
  }

  private void take(char c) {
    if (c == '\n') {
      line++;
    }
    if (recordDepth >= 0) {
      if (piece.length() < Limits.RECORD) {
        piece.append(c);
      } else {
        tooLarge = true;
      }
    }
    if (inString) {
      string(c);
      return;
    }
    switch (c) {
      case '"' -> {
        inString = true;
        word.setLength(0);
      }
      case ':' -> key = word.toString();
      case '{' -> open(false);
      case '[' -> open(true);
      case '}', ']' -> close();
      default -> {}
    }
  }

  private void string(char c) {
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      inString = false;
      return;
    }
    if (word.length() < 40) {
      word.append(c);
    }
  }

  private void open(boolean list) {
    if (list && recordDepth >= 0 && lists.size() <= recordDepth + 2 && isListOfRecords()) {
      // What looked like a record was the wrapping around them.
      recordDepth = -1;
      piece.setLength(0);
    }
    boolean record =
        !list && recordDepth < 0 && (lists.isEmpty() || Boolean.TRUE.equals(lists.peek()));
    if (record) {
      recordDepth = lists.size();
      start = line;
      tooLarge = false;
      piece.setLength(0);
      piece.append('{');
    }
    if (lists.size() < DEEPEST) {
      lists.push(list);
    }
    key = "";
  }

  private boolean isListOfRecords() {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "items", "references", "records", "data", "codesets" -> !piece.isEmpty() && isWrapping();
      default -> false;
    };
  }

  /** A record has a title; the wrapping around the records has none. */
  private boolean isWrapping() {
    return piece.length() < 2_000 && piece.indexOf("\"title\"") < 0 && piece.indexOf("\"DOI\"") < 0;
  }

  private void close() {
    if (lists.isEmpty()) {
      return;
    }
    lists.pop();
    if (recordDepth >= 0 && lists.size() == recordDepth) {
      recordDepth = -1;
      use.take(start, piece.toString(), !tooLarge);
      piece.setLength(0);
    }
  }
}
