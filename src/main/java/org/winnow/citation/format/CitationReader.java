package org.winnow.citation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.winnow.citation.Citation;

/**
 * Reads any file of citations: finds its charset and format by its content, then hands on record
 * after record. Memory does not grow with the file.
 */
public final class CitationReader {
  /** Bytes looked at before the charset and the format are settled. */
  private static final int HEAD = 1 << 18;

  private CitationReader() {}

  /**
   * @return what was found, when the stream is at its end
   * @throws UnreadableFile when nothing of the file can be read
   * @throws IOException when the stream itself fails
   */
  public static ReadSummary read(InputStream stream, ReadOptions options, CitationSink sink)
      throws IOException {
    return read(stream, options, sink, new Citations(options, sink));
  }

  /**
   * The columns of a table, as the reader understands them and with samples of what they hold; of
   * several tables in an archive the first one's. Only the beginning of a text is looked at.
   *
   * @return empty when the file is no table
   * @throws UnreadableFile when nothing of the file can be read
   */
  public static Optional<TableColumns> columns(InputStream stream, ReadOptions options)
      throws IOException {
    Headers headers = new Headers(options);
    read(stream, options, Xlsx.NOBODY, headers);
    return headers.found;
  }

  /** What is done with a file once it is out of its containers. */
  private interface Content {
    ReadSummary text(byte[] head, Watched stream) throws IOException;

    ReadSummary workbook(Xlsx workbook, Watched stream) throws IOException;
  }

  private static ReadSummary read(
      InputStream stream, ReadOptions options, CitationSink sink, Content content)
      throws IOException {
    Watched watched = new Watched(stream, options.progress());
    byte[] head = watched.readNBytes(HEAD);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), watched);
    try {
      if (Container.isGzip(head)) {
        return Container.gzip(whole, watched, sink, file -> readInside(file, options, content));
      }
      if (Container.isZip(head) && Container.isOffice(head)) {
        return office(
            head,
            whole,
            watched,
            options,
            content,
            file -> archive(file, watched, options, sink, content));
      }
      if (Container.isZip(head)) {
        return archive(whole, watched, options, sink, content);
      }
      return content.text(head, watched);
    } finally {
      watched.report();
    }
  }

  /**
   * Reads a text that a person wrote or corrected.
   *
   * @param format the name of its format; when there is no such one, the text tells its own
   * @param columns what the columns mean if it is a table
   * @throws UnreadableFile when nothing of the text can be read
   */
  public static void readText(String text, String format, ColumnMapping columns, CitationSink sink)
      throws IOException {
    String named = Formats.named(format).isPresent() ? format : ReadOptions.AUTO;
    ReadOptions options = ReadOptions.of(named, ReadOptions.AUTO).withColumns(columns);
    format(text, options).read(new StringReader(text), sink);
  }

  private static ReadSummary archive(
      InputStream packed, Watched watched, ReadOptions options, CitationSink sink, Content content)
      throws IOException {
    return Container.zip(packed, watched, sink, file -> readInside(file, options, content));
  }

  /** Reads a workbook; what only looked like an office document is left to {@code otherwise}. */
  private static ReadSummary office(
      byte[] head,
      InputStream whole,
      Watched watched,
      ReadOptions options,
      Content content,
      Container.Inside otherwise)
      throws IOException {
    if (Container.isOpenDocument(head)) {
      refuseBinary(head);
    }
    Path file = Files.createTempFile("winnow-", ".office");
    try {
      Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
      try (Xlsx workbook = new Xlsx(file)) {
        if (workbook.isWorkbook() && isTable(options)) {
          return content.workbook(workbook, watched);
        }
        if (workbook.isOffice()) {
          refuseBinary(head);
        }
      }
      try (InputStream again = Files.newInputStream(file)) {
        return otherwise.read(again);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isTable(ReadOptions options) {
    return options.format().equalsIgnoreCase(ReadOptions.AUTO)
        || options.format().equalsIgnoreCase("csv")
        || options.format().equalsIgnoreCase(Xlsx.NAME);
  }

  private static ReadSummary readInside(InputStream file, ReadOptions options, Content content)
      throws IOException {
    Watched watched = new Watched(file, bytes -> {});
    byte[] head = watched.readNBytes(HEAD);
    if (Container.isZip(head) && Container.isOffice(head)) {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), watched);
      return office(head, whole, watched, options, content, archive -> refuseNested());
    }
    if (Container.isGzip(head) || Container.isZip(head)) {
      return refuseNested();
    }
    return content.text(head, watched);
  }

  private static ReadSummary refuseNested() throws UnreadableFile {
    throw new UnreadableFile("nested-container", "An archive inside an archive is not read.");
  }

  /** Hands on every record. */
  private record Citations(ReadOptions options, CitationSink next) implements Content {
    @Override
    public ReadSummary text(byte[] head, Watched stream) throws IOException {
      Counting sink = new Counting(next);
      DecodedText text = decoded(head, stream, options, sink);
      Ahead ahead = new Ahead(text);
      boolean asked = !options.format().equalsIgnoreCase(ReadOptions.AUTO);
      CitationFormat format = format(asked ? ahead.head() : Segments.first(ahead.head()), options);
      String formats = format.name();
      if (asked || !Segments.mayGoOn(format.name())) {
        format.read(ahead, sink);
      } else {
        formats = readOn(format, new Segments(ahead, format.name()), sink);
      }
      return new ReadSummary(formats, text.charset(), sink.records, sink.problems, stream.count);
    }

    /** Reads what was put together of exports in several formats; returns their names. */
    private static String readOn(CitationFormat first, Segments text, CitationSink sink)
        throws IOException {
      Set<String> formats = new LinkedHashSet<>(List.of(first.name()));
      first.read(text, sink);
      while (text.goOn()) {
        formats.add(text.format());
        Formats.named(text.format())
            .orElseThrow()
            .read(text, new Shifted(sink, text.linesBefore()));
      }
      return String.join(", ", formats);
    }

    @Override
    public ReadSummary workbook(Xlsx workbook, Watched stream) throws IOException {
      Counting sink = new Counting(next);
      workbook.read(options.columns(), sink);
      return new ReadSummary(
          Xlsx.NAME, StandardCharsets.UTF_8.name(), sink.records, sink.problems, stream.count);
    }
  }

  /** Looks for the columns of the first table. */
  private static final class Headers implements Content {
    private final ReadOptions options;
    private Optional<TableColumns> found = Optional.empty();

    Headers(ReadOptions options) {
      this.options = options;
    }

    @Override
    public ReadSummary text(byte[] head, Watched stream) throws IOException {
      DecodedText text = decoded(head, stream, options, Xlsx.NOBODY);
      String start = new Ahead(text).head();
      if (found.isEmpty() && isTableText(start)) {
        found = TableHead.of(start, options.columns()).columns(options.columns());
      }
      return new ReadSummary("", text.charset(), 0, 0, stream.count);
    }

    private boolean isTableText(String start) {
      return options.format().equalsIgnoreCase(ReadOptions.AUTO)
          ? Formats.sniff(start).stream().allMatch(CsvFormat.class::isInstance)
          : options.format().equalsIgnoreCase("csv");
    }

    @Override
    public ReadSummary workbook(Xlsx workbook, Watched stream) throws IOException {
      if (found.isEmpty()) {
        found = workbook.head().columns(options.columns());
      }
      return new ReadSummary(Xlsx.NAME, StandardCharsets.UTF_8.name(), 0, 0, stream.count);
    }
  }

  private static DecodedText decoded(
      byte[] head, Watched stream, ReadOptions options, CitationSink sink) throws IOException {
    if (head.length == 0) {
      throw new UnreadableFile("empty-file", "The file is empty.");
    }
    refuseBinary(head);
    Charsets.Found found = Charsets.find(head);
    Charset charset = found.charset();
    boolean certain = found.certain();
    int mark = found.mark();
    if (!options.charset().equalsIgnoreCase(ReadOptions.AUTO)) {
      Charset asked = named(options.charset());
      mark = asked.equals(charset) || asked.name().startsWith("UTF") ? mark : 0;
      charset = asked;
      certain = true;
    }
    byte[] rest = Arrays.copyOfRange(head, mark, head.length);
    return new DecodedText(rest, stream, charset, certain, sink);
  }

  private static CitationFormat format(String head, ReadOptions options) throws IOException {
    CsvFormat table = new CsvFormat(options.columns());
    if (options.format().equalsIgnoreCase(table.name())) {
      refuseUnknownTable(head, options);
      return table;
    }
    if (!options.format().equalsIgnoreCase(ReadOptions.AUTO)) {
      return Formats.named(options.format())
          .orElseThrow(
              () ->
                  new UnreadableFile(
                      "unknown-format-name",
                      "There is no format called " + options.format() + ".",
                      options.format()));
    }
    if (head.isBlank()) {
      throw new UnreadableFile("empty-file", "The file holds nothing but blanks.");
    }
    if (!options.columns().isNone()
        && TableHead.of(head, options.columns()).holds(options.columns())) {
      return table;
    }
    Optional<CitationFormat> format = Formats.sniff(head);
    if (format.isPresent()) {
      return format.get();
    }
    refuseUnknownTable(head, options);
    String line = Heads.lines(head, 1).getFirst();
    String first = line.substring(0, Math.min(line.length(), 120)).strip();
    throw new UnreadableFile(
        "unknown-format", "The file is in no known format; it begins: " + first, first);
  }

  /** A table whose columns say nothing to anybody is not read into records that say nothing. */
  private static void refuseUnknownTable(String head, ReadOptions options) throws IOException {
    Optional<TableColumns> columns =
        TableHead.of(head, options.columns()).columns(options.columns());
    if (columns.isPresent() && !columns.get().known()) {
      throw TableHead.unknownColumns(columns.get());
    }
  }

  private static Charset named(String name) throws UnreadableFile {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableFile("unknown-charset", "There is no charset called " + name + ".", name);
    }
  }

  private static void refuseBinary(byte[] head) throws UnreadableFile {
    String kind = FileKinds.of(head);
    if (!kind.isEmpty()) {
      throw new UnreadableFile("not-text", "The file is not a text file but " + kind + ".", kind);
    }
  }

  /** Counts lines from the beginning of the whole text. */
  private record Shifted(CitationSink next, int lines) implements CitationSink {
    @Override
    public void citation(Citation citation) {
      next.citation(citation.from(citation.line() + lines, citation.raw()));
    }

    @Override
    public void problem(ParseProblem problem) {
      next.problem(
          new ParseProblem(
              problem.line() + lines, problem.code(), problem.message(), problem.raw()));
    }
  }

  /** Counts what passes. */
  private static final class Counting implements CitationSink {
    private final CitationSink next;
    private int records;
    private int problems;

    Counting(CitationSink next) {
      this.next = next;
    }

    @Override
    public void citation(Citation citation) {
      records++;
      next.citation(citation);
    }

    @Override
    public void problem(ParseProblem problem) {
      problems++;
      next.problem(problem);
    }
  }

  /** Text whose beginning was looked at. */
  private static final class Ahead extends Reader {
    private static final int CHARACTERS = 1 << 17;

    private final Reader rest;
    private final char[] head = new char[CHARACTERS];
    private int length;
    private int position;

    Ahead(Reader rest) throws IOException {
      this.rest = rest;
      int count;
      while (length < CHARACTERS && (count = rest.read(head, length, CHARACTERS - length)) > 0) {
        length += count;
      }
    }

    String head() {
      return new String(head, 0, length);
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
      if (position < length) {
        int count = Math.min(wanted, length - position);
        System.arraycopy(head, position, target, offset, count);
        position += count;
        return count;
      }
      return rest.read(target, offset, wanted);
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
