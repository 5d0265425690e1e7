package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables with a header, or with columns that a person told by their places: comma, semicolon, tab
 * or bar between the columns, in any order, with the names that Scopus, Embase, PubMed, Cochrane,
 * EBSCO, Web of Science, Lens, OpenAlex, ClinicalTrials.gov, Zotero, Rayyan, Covidence and Publish
 * or Perish give them.
 */
public final class CsvFormat implements CitationFormat {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /** Blank ones among them, so that a file of nothing else comes to an end. */
  private static final int LINES_BEFORE_HEADER = 10_000;

  /** Longest name of a column in any export known, in characters. */
  private static final int LONGEST_NAME = 60;

  private final ColumnMapping mapping;

  public CsvFormat() {
    this(ColumnMapping.NONE);
  }

  /**
   * @param mapping what the columns mean in a table that it is for
   */
  CsvFormat(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  private record Header(CsvColumns columns, char separator, String line) {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public int recognises(String head) {
    int score = 0;
    for (String line : Heads.lines(head, TableHead.ROWS_BEFORE_HEADER)) {
      Optional<Header> header = known(line);
      if (header.isPresent()) {
        int known = header.get().columns().known();
        score = Math.max(score, known >= 4 ? 85 : known >= 3 ? 70 : 50);
      }
    }
    return score;
  }

  private Optional<Header> said(String line) {
    for (char separator : SEPARATORS) {
      List<String> names = CsvRows.split(line, separator);
      if (mapping.isFor(names)) {
        return Optional.of(new Header(CsvColumns.of(names, mapping), separator, line));
      }
    }
    return Optional.empty();
  }

  private static Optional<Header> known(String line) {
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
    List<String> first = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int filled = 0;
    while (filled < TableHead.ROWS_BEFORE_HEADER
        && first.size() < LINES_BEFORE_HEADER
        && lines.advance()) {
      first.add(lines.text());
      numbers.add(lines.number());
      filled += lines.text().isBlank() ? 0 : 1;
    }
    if (mapping.byPlace()) {
      lines.putBack(first, 1);
      readByPlace(lines, TableHead.of(String.join("\n", first), mapping).separator(), sink);
      return;
    }
    Optional<Header> header = Optional.empty();
    int at = -1;
    for (int i = 0; i < first.size() && header.isEmpty() && !mapping.isNone(); i++) {
      header = said(first.get(i));
      at = i;
    }
    for (int i = 0; i < first.size() && header.isEmpty(); i++) {
      header = known(first.get(i));
      at = i;
    }
    if (header.isEmpty()) {
      sink.problem(TableRows.noHeader(first));
      return;
    }
    lines.putBack(
        first.subList(at + 1, first.size()),
        at + 1 < first.size() ? numbers.get(at + 1) : lines.number());
    TableRows table = new TableRows(header.get().columns(), header.get().line(), sink);
    CsvRows rows =
        new CsvRows(lines, header.get().separator(), header.get().columns().size(), table.sink());
    while (rows.advance()) {
      Optional<CsvColumns> next = nextHeader(rows.fields());
      if (next.isPresent()) {
        // Another table was put behind this one; its columns are parted alike.
        table = new TableRows(next.get(), rows.raw(), sink);
      } else {
        table.take(rows.fields(), rows.number(), rows.raw());
      }
    }
  }

  /** The columns that a row names which is a header, as its cells and no record's say. */
  private Optional<CsvColumns> nextHeader(List<String> row) {
    if (row.size() < 3 || row.stream().anyMatch(CsvFormat::isNoName)) {
      return Optional.empty();
    }
    CsvColumns columns = CsvColumns.of(row, mapping);
    boolean header = mapping.isFor(row) || columns.isHeader() && columns.known() >= 3;
    return header ? Optional.of(columns) : Optional.empty();
  }

  /** Whether a cell is too long for a column's name, or holds a year or another number. */
  private static boolean isNoName(String cell) {
    return cell.length() > LONGEST_NAME || cell.chars().filter(Character::isDigit).count() >= 4;
  }

  private void readByPlace(Lines lines, char separator, CitationSink sink) throws IOException {
    CsvColumns columns = CsvColumns.byPlace(mapping);
    TableRows table = new TableRows(columns, "", sink);
    CsvRows rows = new CsvRows(lines, separator, columns.size(), table.sink());
    boolean begun = false;
    while (rows.advance()) {
      begun |= TableHead.mayBegin(rows.fields(), mapping);
      if (begun) {
        table.take(rows.fields(), rows.number(), rows.raw());
      }
    }
  }
}
