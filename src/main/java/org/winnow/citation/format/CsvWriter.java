package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.winnow.citation.Citation;

/** A table for spreadsheets; no cell is taken for a formula. */
final class CsvWriter implements CitationWriter {
  private static final String HEADER =
      "Type,Title,Translated Title,Authors,Year,Journal,Volume,Issue,Pages,DOI,PMID,Abstract,"
          + "Translated Abstract,Keywords,URL,Language,Database,Accession Number,ISSN\n";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    out.append(HEADER);
    while (citations.hasNext()) {
      out.append(
          cells(citations.next()).stream().map(CsvCells::written).collect(Collectors.joining(",")));
      out.append('\n');
    }
  }

  private static List<String> cells(Citation c) {
    boolean both = !c.title().zh().isEmpty();
    boolean bothAbstracts = !c.abstracts().zh().isEmpty();
    return List.of(
        c.type(),
        c.title().first(),
        both ? c.title().en() : "",
        c.authors().isEmpty() ? "" : ListCells.joined(c.authors()),
        c.year() == 0 ? "" : String.valueOf(c.year()),
        c.journal(),
        c.volume(),
        c.issue(),
        c.pages(),
        c.doi(),
        c.pmid(),
        c.abstracts().first(),
        bothAbstracts ? c.abstracts().en() : "",
        c.keywords().isEmpty() ? "" : ListCells.joined(c.keywords()),
        c.url(),
        c.language(),
        c.database(),
        c.accession(),
        c.issn().replace(" ", "; "));
  }
}
