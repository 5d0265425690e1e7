package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of one record in the order of the file, before anything is made of them. */
final class TaggedRecord {
  static final TaggedRecord NONE = new TaggedRecord(0);

  private final int line;
  private final List<Field> fields = new ArrayList<>();
  // A record may hold hundreds of thousands of fields: no rule may look through all for each.
  private final Map<String, Integer> counts = new HashMap<>();
  private final StringBuilder raw = new StringBuilder();
  private boolean tooLarge;
  private boolean afterBlank;

  /** A tag with its value; the value may go on over several lines. */
  static final class Field {
    private final String tag;
    private final String first;
    private List<String> more = List.of();

    private Field(String tag, String first) {
      this.tag = tag;
      this.first = first;
    }

    String tag() {
      return tag;
    }

    String first() {
      return first;
    }

    /** Lines that continue the value, without their indent; a blank line is an empty one. */
    List<String> more() {
      return more;
    }

    /** All lines, joined with single blanks. */
    String joined() {
      return more.isEmpty() ? first : Texts.joinWrapped(first, more);
    }

    /** All lines, where a new sentence on a new line stays on its own line. */
    String paragraphs() {
      return more.isEmpty() ? first : Texts.joinParagraphs(first, more);
    }

    private void add(String continuation) {
      if (more.isEmpty()) {
        more = new ArrayList<>();
      }
      more.add(continuation);
    }
  }

  TaggedRecord(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  String raw() {
    return raw.toString();
  }

  List<Field> fields() {
    return fields;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  boolean has(String tag) {
    return counts.containsKey(tag);
  }

  /** Whether there is no more than one field with the tag. */
  boolean only(String tag) {
    return counts.getOrDefault(tag, 0) <= 1;
  }

  /** Whether a blank line came after the last one kept. */
  boolean afterBlank() {
    return afterBlank;
  }

  void blank() {
    afterBlank = true;
  }

  boolean tooLarge() {
    return tooLarge;
  }

  /** Keeps a source line, unless the record has grown beyond what is kept. */
  boolean keep(String sourceLine) {
    if (afterBlank) {
      afterBlank = false;
      raw.append('\n');
    }
    if (raw.length() + sourceLine.length() >= Limits.RECORD) {
      tooLarge = true;
      return false;
    }
    raw.append(sourceLine).append('\n');
    return true;
  }

  void add(TaggedLine field) {
    fields.add(new Field(field.tag(), field.value()));
    counts.merge(field.tag(), 1, Integer::sum);
  }

  void addLine(String continuation) {
    if (!fields.isEmpty()) {
      fields.getLast().add(continuation);
    }
  }
}
