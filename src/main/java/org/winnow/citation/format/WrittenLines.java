package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines of a tagged format as they are written: one value, one line. */
final class WrittenLines {
  private final Writer out;
  private final TagLayout layout;
  private final String between;

  /**
   * @param between what stands between a tag and its value
   */
  WrittenLines(Writer out, TagLayout layout, String between) {
    this.out = out;
    this.layout = layout;
    this.between = between;
  }

  void line(String tag, String value) throws IOException {
    if (!value.isEmpty()) {
      out.append(tag)
          .append(between)
          .append(value.replace('\n', ' ').replace('\r', ' '))
          .append('\n');
    }
  }

  void lines(String tag, List<String> values) throws IOException {
    for (String value : values) {
      line(tag, value);
    }
  }

  /** Paragraphs, each after the first on an indented line that no reader takes for a tag. */
  void paragraphs(String tag, String value) throws IOException {
    if (value.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String paragraph : value.split("\n")) {
      String line = paragraph.strip();
      boolean tagged = layout.split("   " + line).hasTag();
      if (!line.isEmpty()) {
        text.append(text.isEmpty() ? "" : tagged ? " " : "\n   ").append(line);
      }
    }
    out.append(tag).append(between).append(text).append('\n');
  }

  void end(String line) throws IOException {
    out.append(line).append('\n');
  }
}
