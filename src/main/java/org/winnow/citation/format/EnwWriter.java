package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.winnow.citation.Citation;

/** EndNote's tagged text. */
final class EnwWriter implements CitationWriter {
  @Override
  public String name() {
    return "enw";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    WrittenLines lines = new WrittenLines(out, EnwFormat.LAYOUT, " ");
    while (citations.hasNext()) {
      Citation c = citations.next();
      lines.line("%0", Kinds.of(c.type()).enw());
      lines.lines("%A", c.authors());
      lines.line("%T", c.title().first());
      lines.line("%T", c.title().zh().isEmpty() ? "" : c.title().en());
      lines.line("%J", c.journal());
      lines.line("%D", c.year() == 0 ? "" : String.valueOf(c.year()));
      lines.line("%V", c.volume());
      lines.line("%N", c.issue());
      lines.line("%P", c.pages());
      lines.lines("%@", List.of(c.issn().split(" ")));
      lines.line("%R", c.doi());
      lines.line("%M", c.accession());
      lines.line("%Z", c.pmid().isEmpty() ? "" : "PMID: " + c.pmid());
      lines.line("%~", c.database());
      lines.line("%G", c.language());
      lines.line("%U", c.url());
      lines.lines("%K", ListCells.alone(c.keywords()));
      lines.paragraphs("%X", c.abstracts().zh());
      lines.paragraphs("%X", c.abstracts().en());
      lines.end("");
    }
  }
}
