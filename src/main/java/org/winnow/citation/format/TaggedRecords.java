package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Function;
import org.winnow.citation.Citation;

/** Cuts a tagged file into records, in one pass. */
final class TaggedRecords {
  private final TagLayout layout;
  private final Function<TaggedRecord, Citation> meaning;
  private final CitationSink sink;
  private TaggedRecord open = TaggedRecord.NONE;

  private TaggedRecords(
      TagLayout layout, Function<TaggedRecord, Citation> meaning, CitationSink sink) {
    this.layout = layout;
    this.meaning = meaning;
    this.sink = sink;
  }

  static void read(
      Reader file, TagLayout layout, Function<TaggedRecord, Citation> meaning, CitationSink sink)
      throws IOException {
    TaggedRecords records = new TaggedRecords(layout, meaning, sink);
    Lines lines = new Lines(file, sink);
    while (lines.advance()) {
      records.take(lines.text(), lines.number());
    }
    records.close();
  }

  private void take(String line, int number) {
    if (line.isBlank()) {
      blank();
      return;
    }
    TaggedLine tagged = layout.split(line);
    if (!tagged.hasTag()) {
      continued(line);
      return;
    }
    switch (layout.boundary(tagged, open)) {
      case STARTS -> {
        close();
        start(tagged, line, number);
      }
      case OPENS -> {
        if (open == TaggedRecord.NONE) {
          start(tagged, line, number);
        } else {
          add(tagged, line);
        }
      }
      case ENDS -> {
        if (open != TaggedRecord.NONE) {
          open.keep(line);
          close();
        }
      }
      case INSIDE -> {
        if (open != TaggedRecord.NONE) {
          add(tagged, line);
        }
      }
      case HEADER -> close();
    }
  }

  private void start(TaggedLine tagged, String line, int number) {
    open = new TaggedRecord(number);
    add(tagged, line);
  }

  private void add(TaggedLine tagged, String line) {
    if (open.keep(line)) {
      open.add(tagged);
    }
  }

  private void continued(String line) {
    if (open != TaggedRecord.NONE && open.afterBlank() && layout.isHeadOfRecord(line)) {
      close();
    }
    if (open == TaggedRecord.NONE || layout.isNoise(line)) {
      return;
    }
    boolean newParagraph = open.afterBlank() || layout.startsParagraph(line);
    if (open.keep(line)) {
      if (newParagraph) {
        open.addLine("");
      }
      open.addLine(line.strip());
    }
  }

  private void blank() {
    if (open == TaggedRecord.NONE) {
      return;
    }
    if (layout.blankLineEnds()) {
      close();
    } else {
      open.blank();
    }
  }

  private void close() {
    TaggedRecord record = open;
    open = TaggedRecord.NONE;
    if (record == TaggedRecord.NONE) {
      return;
    }
    if (record.tooLarge()) {
      sink.problem(
          new ParseProblem(
              record.line(),
              "too-large-record",
              "The record is longer than " + Limits.RECORD + " characters; its end was left out.",
              Limits.excerpt(record.raw())));
    }
    Records.handOn(meaning.apply(record), sink);
  }
}
