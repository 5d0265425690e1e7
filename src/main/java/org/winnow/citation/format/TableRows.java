package org.winnow.citation.format;

import java.util.List;
import java.util.Optional;
import org.winnow.citation.Citation;

/** The rows below a header, whatever kind of file they stand in. */
final class TableRows {
  /** No table yet. */
  static final TableRows NONE = new TableRows();

  private final CsvColumns columns;
  private final CitationSink sink;

  /**
   * @param header the header as text, shown with every row that is at fault; empty when there is
   *     none
   */
  TableRows(CsvColumns columns, String header, CitationSink sink) {
    this.columns = columns;
    this.sink = header.isEmpty() ? sink : withHeader(header, sink);
  }

  private TableRows() {
    this.columns = new CsvColumns(List.of());
    this.sink = Xlsx.NOBODY;
  }

  /** Where faults of rows are reported. */
  CitationSink sink() {
    return sink;
  }

  static ParseProblem noHeader(List<String> seen) {
    return new ParseProblem(
        1,
        "no-header",
        "No line names columns such as Title, Authors or Year.",
        Limits.excerpt(String.join("\n", seen)));
  }

  /** Hands on what a row says, unless it is blank. */
  void take(List<String> row, int number, String raw) {
    if (row.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (hasSurplus(row, columns.size())) {
      sink.problem(
          new ParseProblem(
              number,
              "too-many-columns",
              "The row has " + row.size() + " columns, the header " + columns.size() + ".",
              Limits.excerpt(raw)));
      return;
    }
    CitationDraft draft = new CitationDraft();
    meaning(row, columns, draft);
    Records.handOn(draft.citation(number, raw), sink);
  }

  /** A row says nothing without its header, so whoever looks at what is wrong gets both. */
  private static CitationSink withHeader(String header, CitationSink sink) {
    return new CitationSink() {
      @Override
      public void citation(Citation citation) {
        sink.citation(citation);
      }

      @Override
      public void problem(ParseProblem problem) {
        sink.problem(
            new ParseProblem(
                problem.line(),
                problem.code(),
                problem.message(),
                Limits.excerpt(header + '\n' + problem.raw())));
      }
    };
  }

  private static boolean hasSurplus(List<String> row, int columns) {
    for (int i = columns; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void meaning(List<String> row, CsvColumns columns, CitationDraft draft) {
    draft.type(columns.value(row, TableField.TYPE));
    draft.title(columns.value(row, TableField.TITLE));
    draft.title(columns.value(row, TableField.OTHER_TITLE));
    authors(row, columns).forEach(cell -> CsvAuthors.of(cell, columns).forEach(draft::author));
    draft.abstractText(columns.value(row, TableField.ABSTRACT));
    draft.abstractText(columns.value(row, TableField.OTHER_ABSTRACT));
    columns.values(row, TableField.YEAR).forEach(draft::year);
    draft.journal(columns.value(row, TableField.JOURNAL));
    draft.volume(columns.value(row, TableField.VOLUME));
    draft.issue(columns.value(row, TableField.ISSUE));
    pages(row, columns, draft);
    draft.doi(columns.value(row, TableField.DOI));
    draft.pmid(columns.value(row, TableField.PMID));
    if (!draft.hasPmid()) {
      draft.pmidOfLink(columns.value(row, TableField.PMID));
    }
    keywords(row, columns, draft);
    draft.url(columns.value(row, TableField.URL));
    draft.language(columns.value(row, TableField.LANGUAGE));
    draft.database(columns.value(row, TableField.DATABASE));
    draft.accession(accession(columns.value(row, TableField.ACCESSION)));
    columns
        .values(row, TableField.ISSN)
        .forEach(value -> Names.split(value, ";,|").forEach(draft::issn));
    source(columns.value(row, TableField.SOURCE), columns, draft);
    CsvSources.pubMed(columns.value(row, TableField.CITATION), draft);
    if (columns.has(TableField.CITATION)) {
      draft.database("PubMed").accession(columns.value(row, TableField.PMID));
    }
    for (int i = 0; i < row.size() && !draft.hasDoi(); i++) {
      if (columns.isLink(i)) {
        draft.doiOfLink(row.get(i));
      }
    }
    columns.others(row, draft);
  }

  /**
   * Of columns known by their names one is the fuller list; of those a person named, each counts.
   */
  private static List<String> authors(List<String> row, CsvColumns columns) {
    return columns.isSaid()
        ? columns.values(row, TableField.AUTHORS)
        : List.of(columns.value(row, TableField.AUTHORS));
  }

  private static void pages(List<String> row, CsvColumns columns, CitationDraft draft) {
    draft.pages(columns.value(row, TableField.PAGES));
    String first = columns.value(row, TableField.FIRST_PAGE);
    String last = columns.value(row, TableField.LAST_PAGE);
    draft.firstPage(first).lastPage(last);
    String count = columns.value(row, TableField.PAGE_COUNT);
    // EBSCO gives the number of pages instead of the last one.
    if (last.isEmpty() && isSmall(first) && isSmall(count) && Integer.parseInt(count) > 1) {
      draft.lastPage(String.valueOf(Integer.parseInt(first) + Integer.parseInt(count) - 1));
    }
    if (!draft.hasPages()) {
      draft.pages(columns.value(row, TableField.ARTICLE));
    }
  }

  private static boolean isSmall(String number) {
    return Texts.isDigits(number) && number.length() <= 6;
  }

  private static void keywords(List<String> row, CsvColumns columns, CitationDraft draft) {
    columns.values(row, TableField.KEYWORDS).forEach(list -> list(list, draft));
    columns.values(row, TableField.INDEX_TERMS).forEach(list -> list(list, draft));
  }

  private static void list(String value, CitationDraft draft) {
    Optional<List<String>> quoted = CsvAuthors.quotedList(value);
    if (quoted.isPresent()) {
      quoted.get().forEach(draft::keyword);
    } else if (value.indexOf(';') >= 0 || value.indexOf('；') >= 0) {
      draft.keywords(value, ";；");
    } else if (value.indexOf('|') >= 0) {
      draft.keywords(value, "|");
    } else if (value.indexOf('\n') >= 0) {
      draft.keywords(value, "\n");
    } else {
      commas(value, draft);
    }
  }

  /** Parts at commas outside brackets: {@code colonoscopy, cyst (diagnosis, surgery)}. */
  private static void commas(String value, CitationDraft draft) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      if (c == ',' && depth == 0) {
        draft.keyword(value.substring(start, i));
        start = i + 1;
      }
    }
    draft.keyword(value.substring(start));
  }

  private static String accession(String value) {
    int slash = value.startsWith("https://openalex.org/") ? value.lastIndexOf('/') : -1;
    return value.substring(slash + 1);
  }

  /** Cochrane's journal, Scopus' own name, or Embase's whole citation. */
  private static void source(String source, CsvColumns columns, CitationDraft draft) {
    if (source.isEmpty()) {
      return;
    }
    if (columns.names("eid") || source.equals("Scopus")) {
      draft.database(source);
    } else if (!CsvSources.embase(source, draft)) {
      draft.journal(source);
    }
    if (columns.names("embaseaccessionid") || columns.names("authornames")) {
      draft.database("Embase");
    }
  }
}
