package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables with a header: comma, semicolon, tab or bar between the columns, in any order, with the
 * names that Scopus, Embase, PubMed, Cochrane, EBSCO, Web of Science, Lens, OpenAlex,
 * ClinicalTrials.gov, Zotero, Rayyan, Covidence and Publish or Perish give them.
 */
public final class CsvFormat implements CitationFormat {
  /** Embase writes its search and a dashed line before the header. */
  private static final int LINES_BEFORE_HEADER = 60;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private record Header(CsvColumns columns, char separator, String line) {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public int recognises(String head) {
    int score = 0;
    for (String line : Heads.lines(head, LINES_BEFORE_HEADER)) {
      Optional<Header> header = header(line);
      if (header.isPresent()) {
        int known = header.get().columns().known();
        score = Math.max(score, known >= 4 ? 85 : known >= 3 ? 70 : 50);
      }
    }
    return score;
  }

  private static Optional<Header> header(String line) {
    Header best = new Header(new CsvColumns(List.of()), ',', "");
    for (char separator : SEPARATORS) {
      if (line.indexOf(separator) < 0) {
        continue;
      }
      CsvColumns columns = new CsvColumns(CsvRows.split(line, separator));
      if (columns.known() > best.columns().known()) {
        best = new Header(columns, separator, line);
      }
    }
    return best.columns().isHeader() ? Optional.of(best) : Optional.empty();
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    Lines lines = new Lines(file, sink);
    Optional<Header> header = Optional.empty();
    List<String> seen = new ArrayList<>();
    while (header.isEmpty() && seen.size() < LINES_BEFORE_HEADER && lines.advance()) {
      if (!lines.text().isBlank()) {
        seen.add(lines.text());
        header = header(lines.text());
      }
    }
    if (header.isEmpty()) {
      sink.problem(TableRows.noHeader(seen));
      return;
    }
    TableRows table = new TableRows(header.get().columns(), header.get().line(), sink);
    CsvRows rows =
        new CsvRows(lines, header.get().separator(), header.get().columns().size(), table.sink());
    while (rows.advance()) {
      table.take(rows.fields(), rows.number(), rows.raw());
    }
  }
}
