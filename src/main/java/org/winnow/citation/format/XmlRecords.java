package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts an XML file into its record elements without parsing it as a whole, so that a fault in one
 * record spoils only that one and no more than one record is ever held. Document type declarations
 * are skipped: nothing they declare is used, nothing they name is fetched.
 */
final class XmlRecords {
  /**
   * @param raw the element with its tags, as in the file, shortened when {@code tooLarge}
   */
  record Piece(String element, int line, String raw, boolean complete, boolean tooLarge) {}

  private final Reader file;
  private final Set<String> elements;
  private final CitationSink sink;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int limit;
  private int line = 1;
  private final StringBuilder piece = new StringBuilder();
  private boolean tooLarge;
  private boolean keeping;

  private XmlRecords(Reader file, Set<String> elements, CitationSink sink) {
    this.file = file;
    this.elements = elements;
    this.sink = sink;
  }

  static void read(Reader file, Set<String> elements, CitationSink sink, Consumer<Piece> use)
      throws IOException {
    new XmlRecords(file, elements, sink).read(use);
  }

  private void read(Consumer<Piece> use) throws IOException {
    String open = "";
    int depth = 0;
    int start = 0;
    int c;
    while ((c = next()) >= 0) {
      if (c != '<') {
        continue;
      }
      int after = peek();
      if (after == '!') {
        declaration();
      } else if (after == '?') {
        skipTo("?>");
      } else if (after == '/') {
        next();
        String name = name();
        if (depth > 0 && name.equals(open)) {
          depth--;
          if (depth == 0) {
            skipTo(">");
            use.accept(take(open, start, true));
            open = "";
          }
        }
      } else if (depth == 0) {
        int here = line;
        piece.setLength(0);
        tooLarge = false;
        keeping = true;
        piece.append('<');
        String name = name();
        if (elements.contains(name)) {
          open = name;
          start = here;
          depth = 1;
          if (tagClosesItself()) {
            depth = 0;
            use.accept(take(open, start, true));
          }
        } else {
          keeping = false;
          piece.setLength(0);
        }
      } else {
        String name = name();
        if (name.equals(open) && !tagClosesItself()) {
          depth++;
        }
      }
    }
    if (depth > 0) {
      use.accept(take(open, start, false));
    }
  }

  private Piece take(String element, int start, boolean complete) {
    Piece taken = new Piece(element, start, piece.toString(), complete, tooLarge);
    keeping = false;
    piece.setLength(0);
    if (piece.capacity() > 1 << 20) {
      piece.trimToSize();
    }
    return taken;
  }

  /** The name of the element whose tag was just begun; stops before what follows it. */
  private String name() throws IOException {
    StringBuilder name = new StringBuilder();
    while (name.length() < 100) {
      int c = peek();
      if (c < 0 || c <= ' ' || c == '>' || c == '/' || c == '<') {
        break;
      }
      name.append((char) c);
      next();
    }
    return name.toString();
  }

  private boolean tagClosesItself() throws IOException {
    int c;
    int before = 0;
    int quote = 0;
    while ((c = next()) >= 0) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return before == '/';
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
      before = c;
    }
    return false;
  }

  private void declaration() throws IOException {
    next();
    if (peek() == '-') {
      skipTo("-->");
    } else if (peek() == '[') {
      skipTo("]]>");
    } else {
      documentType();
    }
  }

  private void documentType() throws IOException {
    int here = line;
    boolean entities = false;
    boolean inside = false;
    int quote = 0;
    StringBuilder word = new StringBuilder();
    int c;
    while ((c = next()) >= 0) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (c == '>' && !inside) {
        break;
      }
      if (word.length() < 8) {
        word.append((char) c);
      }
      if (c == '<') {
        word.setLength(0);
      }
      entities |= word.toString().equals("!ENTITY");
    }
    if (entities) {
      sink.problem(
          new ParseProblem(
              here,
              "entities-refused",
              "The file declares entities of its own; they are not used.",
              ""));
    }
  }

  private void skipTo(String end) throws IOException {
    int matched = 0;
    int c;
    while ((c = next()) >= 0) {
      if (c == end.charAt(matched)) {
        matched++;
        if (matched == end.length()) {
          return;
        }
      } else if (matched == 2 && c == end.charAt(1) && end.charAt(0) == end.charAt(1)) {
        // "--->": the last two still match.
        continue;
      } else {
        matched = c == end.charAt(0) ? 1 : 0;
      }
    }
  }

  private int peek() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    return buffer[position];
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    char c = buffer[position++];
    if (c == '\n') {
      line++;
    }
    if (keeping) {
      if (piece.length() < Limits.RECORD) {
        piece.append(c);
      } else {
        tooLarge = true;
      }
    }
    return c;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = 0;
    while (limit == 0) {
      int count = file.read(buffer, 0, buffer.length);
      if (count < 0) {
        return false;
      }
      limit = count;
    }
    return true;
  }
}
