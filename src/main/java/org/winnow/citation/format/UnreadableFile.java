package org.winnow.citation.format;

import java.io.IOException;
import java.util.List;

/**
 * A file of which nothing can be read. The code is stable; texts for people are kept by it.
 *
 * <p>Codes: {@code empty-file}; {@code not-text} (what it seems to be); {@code unknown-format} (its
 * first line); {@code unknown-columns} (a table's column names); {@code no-column-names} (a table's
 * first row, which is no header); {@code unknown-charset} (the name asked for); {@code
 * unknown-format-name} (the name asked for); {@code too-many-entries}, {@code too-much-inside},
 * {@code nested-container} and {@code nothing-inside} of archives; {@code broken-workbook}.
 */
public final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<String> args;

  UnreadableFile(String code, String message, String... args) {
    super(message);
    this.code = code;
    this.args = List.of(args);
  }

  public String code() {
    return code;
  }

  /** What the text of the code speaks of, in the order of its placeholders. */
  public List<String> args() {
    return args;
  }
}
