package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.format.TableColumns;
import org.winnow.citation.format.TableField;
import org.winnow.citation.format.UnreadableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads citation files and writes what is in them as JSON. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads citation files of any database and writes their records as JSON.")
public final class ReadCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int UNREADABLE = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to read; - is standard input.")
  private List<String> files = List.of();

  @Option(names = "--format", paramLabel = "NAME", description = "Format, e.g. ris; auto finds it.")
  private String format = ReadOptions.AUTO;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Charset, e.g. GB18030; auto finds it.")
  private String charset = ReadOptions.AUTO;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "FIELD=COLUMN",
      description =
          "What a column of a table is read into, by its name or its number from 1, e.g."
              + " title=Titel,authors=3; none keeps a column as it is. Columns not named are read as"
              + " they are known.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--header",
      negatable = true,
      description =
          "Whether a table has a row of column names; found out if not said. With --no-header and"
              + " no --map, columns are read as what they look like.")
  private @Nullable Boolean header;

  private final InputStream input;
  private final OutputStream output;
  private final PrintStream messages;

  public ReadCommand() {
    this(System.in, System.out, System.err);
  }

  ReadCommand(InputStream input, OutputStream output, PrintStream messages) {
    this.input = input;
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(new KeptOpen(output), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeArrayFieldStart("records");
      Writing writing = new Writing(json);
      int exit = DONE;
      for (String file : files) {
        exit = Math.max(exit, read(file, writing));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("problems");
      for (Located problem : writing.problems) {
        write(problem, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
      return exit;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int read(String file, Writing writing) throws IOException {
    writing.file = file;
    ReadOptions options = ReadOptions.of(format, charset);
    try {
      ColumnMapping mapping = mapping(file, options);
      try (InputStream stream = file.equals("-") ? input : Files.newInputStream(Path.of(file))) {
        CitationReader.read(stream, options.withColumns(mapping), writing);
        return DONE;
      }
    } catch (NoSuchColumn e) {
      return complain(file, e.getMessage());
    } catch (UnreadableFile e) {
      return complain(file, e.getMessage() + hint(e.code()));
    } catch (NoSuchFileException e) {
      return complain(file, "There is no such file.");
    } catch (AccessDeniedException e) {
      return complain(file, "The file may not be read.");
    } catch (IOException e) {
      return complain(file, "The file cannot be read: " + e.getMessage());
    }
  }

  private static String hint(String code) {
    return switch (code) {
      case "unknown-columns" -> " Say with --map which is the title.";
      case "no-column-names" ->
          " Say with --map and numbers which is the title, or read them as they look with"
              + " --no-header.";
      default -> "";
    };
  }

  /** The columns as they are known, but for those named on the command line. */
  private ColumnMapping mapping(String file, ReadOptions options) throws IOException, NoSuchColumn {
    if (columns.isEmpty() && !Boolean.FALSE.equals(header)) {
      return ColumnMapping.NONE;
    }
    if (file.equals("-")) {
      throw new NoSuchColumn("Columns are named for files only, not for standard input.");
    }
    TableColumns table;
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      table =
          CitationReader.columns(stream, options)
              .orElseThrow(() -> new NoSuchColumn("The file is no table."));
    }
    if (columns.isEmpty()) {
      return table.likely();
    }
    ColumnMapping mapping = table.mapping(header == null ? table.named() : header);
    for (Map.Entry<String, String> named : columns.entrySet()) {
      TableField field =
          TableField.named(named.getKey())
              .orElseThrow(() -> new NoSuchColumn("There is no field called " + named.getKey()));
      mapping =
          mapping.header().contains(named.getValue())
              ? mapping.with(named.getValue(), field)
              : mapping.withPlace(place(named.getValue(), mapping), field);
    }
    return mapping;
  }

  /** The place, from 0, of the column of that number. */
  private static int place(String number, ColumnMapping mapping) throws NoSuchColumn {
    int columns = mapping.fields().size();
    for (int i = 0; i < columns; i++) {
      if (number.equals(Integer.toString(i + 1))) {
        return i;
      }
    }
    throw new NoSuchColumn(
        "There is no column called "
            + number
            + "; there are: "
            + (mapping.byPlace() ? "1 to " + columns : String.join(", ", mapping.header())));
  }

  private static final class NoSuchColumn extends Exception {
    private static final long serialVersionUID = 1L;
    private final String text;

    NoSuchColumn(String text) {
      super(text);
      this.text = text;
    }

    @Override
    public String getMessage() {
      return text;
    }
  }

  private int complain(String file, String message) {
    messages.println("winnow read: " + file + ": " + message);
    return UNREADABLE;
  }

  private record Located(String file, ParseProblem problem) {}

  /** Writes records as they come; problems are few and wait for their turn. */
  private static final class Writing implements CitationSink {
    private static final int MOST_PROBLEMS = 10_000;

    private final JsonGenerator json;
    private final List<Located> problems = new ArrayList<>();
    private String file = "";
    private int id;

    Writing(JsonGenerator json) {
      this.json = json;
    }

    @Override
    public void citation(Citation citation) {
      try {
        write(++id, file, citation, json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void problem(ParseProblem problem) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(new Located(file, problem));
      }
    }
  }

  private static void write(int id, String file, Citation c, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeStringField("file", file);
    field("type", c.type(), json);
    field("title", c.title().first(), json);
    sides("titles", c.title(), json);
    list("authors", c.authors(), json);
    if (c.year() != 0) {
      json.writeNumberField("year", c.year());
    }
    field("journal", c.journal(), json);
    field("volume", c.volume(), json);
    field("issue", c.issue(), json);
    field("pages", c.pages(), json);
    field("doi", c.doi(), json);
    field("pmid", c.pmid(), json);
    field("abstract", c.abstracts().first(), json);
    sides("abstracts", c.abstracts(), json);
    list("keywords", c.keywords(), json);
    field("url", c.url(), json);
    field("language", c.language(), json);
    field("source", c.database(), json);
    field("accession", c.accession(), json);
    field("issn", c.issn(), json);
    if (!c.others().isEmpty()) {
      json.writeObjectFieldStart("others");
      for (Map.Entry<String, List<String>> other : new TreeMap<>(c.others()).entrySet()) {
        list(other.getKey(), other.getValue(), json);
      }
      json.writeEndObject();
    }
    json.writeNumberField("line", c.line());
    field("raw", c.raw(), json);
    json.writeEndObject();
  }

  private static void write(Located located, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", located.file());
    json.writeNumberField("line", located.problem().line());
    json.writeStringField("code", located.problem().code());
    json.writeStringField("message", located.problem().message());
    json.writeStringField("raw", located.problem().raw());
    json.writeEndObject();
  }

  private static void field(String name, String value, JsonGenerator json) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void sides(String name, Bilingual text, JsonGenerator json) throws IOException {
    if (!text.isEmpty()) {
      json.writeObjectFieldStart(name);
      field("en", text.en(), json);
      field("zh", text.zh(), json);
      json.writeEndObject();
    }
  }

  private static void list(String name, List<String> values, JsonGenerator json)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  /** Standard output stays open for whoever comes after. */
  private static final class KeptOpen extends FilterOutputStream {
    KeptOpen(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
