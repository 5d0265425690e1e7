package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;

/** A file format for citations. Implementations hold no state between calls. */
public interface CitationFormat {
  /** Stable short name, as the command line and the API use it, e.g. {@code ris}. */
  String name();

  /**
   * How sure the format is, from the first characters of a file, that the file is written in it: 0
   * not at all, 100 certain.
   */
  int recognises(String head);

  /**
   * Reads a file from its first character to its last, handing each record on as soon as it is
   * complete. Memory does not grow with the file. Never throws for what a file contains.
   *
   * @throws IOException when the stream itself fails
   */
  void read(Reader file, CitationSink sink) throws IOException;
}
