package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamException;
import org.winnow.citation.format.XmlRecords.Piece;

/** Reads an XML file record by record; a record with a fault is reported and left out. */
final class XmlCitations {
  private XmlCitations() {}

  static void read(
      Reader file,
      Set<String> elements,
      BiConsumer<XmlTree, CitationDraft> meaning,
      CitationSink sink)
      throws IOException {
    XmlRecords.read(file, elements, sink, piece -> take(piece, meaning, sink));
  }

  private static void take(
      Piece piece, BiConsumer<XmlTree, CitationDraft> meaning, CitationSink sink) {
    if (piece.tooLarge()) {
      report(
          piece,
          "too-large-record",
          "The record is longer than " + Limits.RECORD + " characters.",
          sink);
    } else if (!piece.complete()) {
      report(piece, "truncated-record", "The file ends within this record.", sink);
    } else {
      try {
        CitationDraft draft = new CitationDraft();
        meaning.accept(XmlTree.parse(piece.raw()), draft);
        Records.handOn(draft.citation(piece.line(), piece.raw()), sink);
      } catch (XMLStreamException e) {
        int line =
            piece.line() + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber() - 1);
        boolean entity = String.valueOf(e.getMessage()).contains("entity");
        sink.problem(
            new ParseProblem(
                line,
                entity ? "entities-refused" : "malformed-xml",
                entity
                    ? "The record uses an entity that the file declares itself."
                    : "The XML of the record is not well-formed.",
                Limits.excerpt(piece.raw())));
      }
    }
  }

  private static void report(Piece piece, String code, String message, CitationSink sink) {
    sink.problem(new ParseProblem(piece.line(), code, message, Limits.excerpt(piece.raw())));
  }

  /** Score of a format whose root or record elements have a name of their own. */
  static int recognises(String head, String... elements) {
    if (!head.stripLeading().startsWith("<")) {
      return 0;
    }
    for (String element : elements) {
      if (head.contains(element)) {
        return 97;
      }
    }
    return 0;
  }
}
