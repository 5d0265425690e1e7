package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.winnow.citation.Citation;

/**
 * Writes citations as a file of one format, one after the other. What the format has a place for
 * comes back the same when {@link CitationReader} reads it; tags that are only in {@link
 * Citation#others} are not written.
 */
public interface CitationWriter {
  /** Name of the format, as in {@link CitationFormat#name}. */
  String name();

  /** Writes a whole file; does not close the writer. */
  void write(Iterator<Citation> citations, Writer out) throws IOException;

  static List<CitationWriter> all() {
    return List.of(
        new RisWriter(),
        new NbibWriter(),
        new BibtexWriter(),
        new CsvWriter(),
        new EnwWriter(),
        new CslJsonWriter());
  }

  static Optional<CitationWriter> named(String name) {
    return all().stream().filter(writer -> writer.name().equals(name)).findFirst();
  }
}
