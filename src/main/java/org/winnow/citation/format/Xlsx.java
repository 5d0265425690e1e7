package org.winnow.citation.format;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.winnow.citation.format.XmlRecords.Piece;

/**
 * A workbook (.xlsx): the table on its first sheet, after Office Open XML (ECMA-376). The texts of
 * the cells stand apart from the sheet and often behind it, so the file is gone through twice: once
 * for what the cells refer to, which waits on disk, and once for the rows, one at a time.
 */
final class Xlsx implements Closeable {
  static final String NAME = "xlsx";

  private static final int MOST_ENTRIES = 2_000;
  private static final String TYPES = "[Content_Types].xml";
  private static final String WORKBOOK = "xl/workbook.xml";

  private final Path file;
  private final SharedStrings strings = new SharedStrings();
  private final Map<String, String> targets = new HashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final List<Piece> formats = new ArrayList<>();
  private boolean typed;
  private boolean workbook;
  private boolean from1904;

  /** Looks through a file for what the cells refer to. */
  Xlsx(Path file) throws IOException {
    this.file = file;
    try {
      each(this::look);
    } catch (IOException | RuntimeException e) {
      strings.close();
      throw e;
    }
  }

  /** Whether the file is an office document at all, and no mere archive. */
  boolean isOffice() {
    return typed;
  }

  boolean isWorkbook() {
    return typed && workbook;
  }

  private interface Part {
    void take(String name, InputStream content) throws IOException;
  }

  private void each(Part part) throws IOException {
    try (Watched packed = new Watched(Files.newInputStream(file), bytes -> {});
        ZipInputStream zip = new ZipInputStream(packed)) {
      long unpacked = 0;
      int entries = 0;
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableFile(
              "too-many-entries", "The workbook holds more than " + MOST_ENTRIES + " parts.");
        }
        Container.Bounded content = new Container.Bounded(zip, packed, unpacked);
        part.take(entry.getName(), content);
        // What nobody reads is unpacked all the same, so it is counted too.
        content.transferTo(java.io.OutputStream.nullOutputStream());
        unpacked = content.unpacked();
        if (!content.damage().isEmpty()) {
          throw damaged();
        }
      }
    } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
      throw damaged();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static UnreadableFile damaged() {
    return new UnreadableFile("broken-workbook", "The workbook is damaged.");
  }

  private void look(String name, InputStream content) throws IOException {
    switch (name) {
      case TYPES -> typed = true;
      case WORKBOOK -> {
        workbook = true;
        pieces(content, Set.of("sheet", "x:sheet", "workbookPr", "x:workbookPr"), this::sheet);
      }
      case "xl/_rels/workbook.xml.rels" ->
          pieces(content, Set.of("Relationship"), this::relationship);
      case "xl/sharedStrings.xml" -> pieces(content, Set.of("si", "x:si"), this::shared);
      case "xl/styles.xml" ->
          pieces(content, Set.of("numFmts", "x:numFmts", "cellXfs", "x:cellXfs"), this::format);
      default -> {}
    }
  }

  private static void pieces(InputStream content, Set<String> elements, Consumer<Piece> use)
      throws IOException {
    XmlRecords.read(text(content), elements, NOBODY, use);
  }

  /** Entities that a part declares are refused where they are used. */
  static final CitationSink NOBODY =
      new CitationSink() {
        @Override
        public void citation(org.winnow.citation.Citation citation) {}

        @Override
        public void problem(ParseProblem problem) {}
      };

  private static Reader text(InputStream content) throws IOException {
    PushbackInputStream start = new PushbackInputStream(new FilterInputStream(content) {}, 2);
    byte[] mark = start.readNBytes(2);
    start.unread(mark);
    boolean wide = mark.length == 2 && ((mark[0] ^ mark[1]) & 0xFF) == 1 && (mark[0] | mark[1]) < 0;
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(start, charset);
  }

  private void sheet(Piece piece) {
    XmlTree tree = tree(piece);
    if (piece.element().endsWith("workbookPr")) {
      String epoch = tree.attribute("date1904");
      from1904 = epoch.equals("1") || epoch.equals("true");
    } else if (sheets.size() < MOST_ENTRIES) {
      sheets.add(tree.attribute("r:id").isEmpty() ? tree.attribute("id") : tree.attribute("r:id"));
    }
  }

  private void relationship(Piece piece) {
    XmlTree tree = tree(piece);
    if (targets.size() < MOST_ENTRIES) {
      String target = tree.attribute("Target");
      targets.put(
          tree.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
  }

  private void shared(Piece piece) {
    try {
      strings.add(piece.tooLarge() ? "" : XlsxCells.text(tree(piece)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format(Piece piece) {
    if (formats.size() < 10) {
      formats.add(piece);
    }
  }

  private static final XmlTree EMPTY = empty();

  private static XmlTree empty() {
    try {
      return XmlTree.parse("<empty/>");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The element; an empty one when it is not well-formed. */
  private static XmlTree tree(Piece piece) {
    try {
      return XmlTree.parse(piece.raw());
    } catch (XMLStreamException e) {
      return EMPTY;
    }
  }

  /** The part that the first sheet with rows stands in. */
  private String firstSheet() {
    return sheets.stream()
        .map(id -> targets.getOrDefault(id, ""))
        .filter(target -> target.contains("worksheets/"))
        .findFirst()
        .orElse("xl/worksheets/sheet1.xml");
  }

  /**
   * Reads the records below the header.
   *
   * @throws UnreadableFile when there is a table whose columns are not known
   */
  void read(ColumnMapping mapping, CitationSink sink) throws IOException {
    ColumnMapping wanted =
        !mapping.isNone() && head().holds(mapping) ? mapping : ColumnMapping.NONE;
    Records rows = new Records(wanted, sink);
    rows(sink, rows);
    if (rows.table == TableRows.NONE) {
      Optional<TableColumns> columns = rows.before.columns(wanted);
      if (columns.isPresent()) {
        throw TableHead.unknownColumns(columns.get());
      }
      sink.problem(TableRows.noHeader(rows.rawBefore));
    }
  }

  /** The first rows. */
  TableHead head() throws IOException {
    TableHead head = new TableHead();
    try {
      rows(
          NOBODY,
          (row, _) -> {
            head.add(row);
            if (head.isFull()) {
              throw new Enough();
            }
          });
    } catch (Enough e) {
      return head;
    }
    return head;
  }

  /** Ends a reading of which enough was seen. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private interface RowTaker {
    void take(List<String> row, int number);
  }

  private void rows(CitationSink faults, RowTaker taker) throws IOException {
    String wanted = firstSheet();
    XlsxCells cells =
        new XlsxCells(
            strings,
            XlsxCells.dateStyles(formats.stream().map(Xlsx::tree).toList()),
            from1904,
            Files.size(file));
    Rows rows = new Rows(cells, faults, taker);
    each(
        (name, content) -> {
          if (name.equals(wanted)) {
            XmlRecords.read(text(content), Set.of("row", "x:row"), faults, rows::take);
          }
        });
  }

  /** Takes the rows of a sheet apart. */
  private static final class Rows {
    private final XlsxCells cells;
    private final CitationSink faults;
    private final RowTaker taker;
    private int number;

    Rows(XlsxCells cells, CitationSink faults, RowTaker taker) {
      this.cells = cells;
      this.faults = faults;
      this.taker = taker;
    }

    void take(Piece piece) {
      number++;
      if (piece.tooLarge() || !piece.complete()) {
        faults.problem(
            piece.tooLarge()
                ? new ParseProblem(number, "too-large-record", "The row is too long.", "")
                : new ParseProblem(number, "truncated-record", "The row is cut off.", ""));
        return;
      }
      try {
        XmlTree tree = XmlTree.parse(piece.raw());
        String said = tree.attribute("r");
        number = Texts.isDigits(said) && said.length() < 8 ? Integer.parseInt(said) : number;
        taker.take(cells.row(tree), number);
      } catch (XMLStreamException e) {
        faults.problem(
            new ParseProblem(
                number, "malformed-xml", "The XML of the row is not well-formed.", ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Some rows before the header, the header, then records. */
  private static final class Records implements RowTaker {
    private final ColumnMapping mapping;
    private final CitationSink sink;
    private final TableHead before = new TableHead();
    private final List<String> rawBefore = new ArrayList<>();
    private TableRows table = TableRows.NONE;

    Records(ColumnMapping mapping, CitationSink sink) {
      this.mapping = mapping;
      this.sink = sink;
    }

    @Override
    public void take(List<String> row, int number) {
      if (table != TableRows.NONE) {
        String raw = CsvCells.row(row);
        table.take(CsvRows.asMeant(row), number, raw);
        return;
      }
      if (rawBefore.size() >= TableHead.ROWS_BEFORE_HEADER) {
        return;
      }
      String raw = CsvCells.row(row);
      if (mapping.byPlace()) {
        if (TableHead.mayBegin(row, mapping)) {
          table = new TableRows(CsvColumns.byPlace(mapping), "", sink);
          table.take(CsvRows.asMeant(row), number, raw);
        }
        return;
      }
      if (mapping.isNone() ? new CsvColumns(row).isHeader() : mapping.isFor(row)) {
        table = new TableRows(CsvColumns.of(row, mapping), raw, sink);
      } else {
        before.add(row);
        rawBefore.add(Limits.excerpt(raw));
      }
    }
  }

  @Override
  public void close() throws IOException {
    strings.close();
  }
}
