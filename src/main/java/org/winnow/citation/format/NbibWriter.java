package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.winnow.citation.Citation;

/**
 * PubMed's text. It has one paragraph an abstract, no place for a database, and a record's
 * accession is its PMID.
 */
final class NbibWriter implements CitationWriter {
  @Override
  public String name() {
    return "nbib";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    WrittenLines lines = new WrittenLines(out, NbibFormat.LAYOUT, "- ");
    while (citations.hasNext()) {
      Citation c = citations.next();
      String title = c.title().en();
      lines.end("PMID- " + c.pmid());
      lines.line("TI  ", title.isEmpty() ? c.title().zh() : title);
      lines.line("TT  ", title.isEmpty() ? "" : c.title().zh());
      lines.line("AB  ", c.abstracts().en().isEmpty() ? c.abstracts().zh() : c.abstracts().en());
      lines.line("OAB ", c.abstracts().en().isEmpty() ? "" : c.abstracts().zh());
      lines.lines("FAU ", c.authors());
      lines.line("LA  ", c.language());
      lines.line("PT  ", c.type().isEmpty() ? "" : word(c.type()));
      lines.line("JT  ", c.journal());
      lines.line("DP  ", c.year() == 0 ? "" : String.valueOf(c.year()));
      lines.line("VI  ", c.volume());
      lines.line("IP  ", c.issue());
      lines.line("PG  ", c.pages());
      lines.lines("IS  ", List.of(c.issn().split(" ")));
      lines.line("LID ", c.doi().isEmpty() ? "" : c.doi() + " [doi]");
      lines.lines("OT  ", c.keywords());
      lines.line("URL ", c.url());
      lines.end("");
    }
  }

  /** Words of NLM's own list stay; codes of other formats become one of them. */
  private static String word(String type) {
    return type.indexOf(' ') > 0 ? type : Kinds.of(type).nbib();
  }
}
