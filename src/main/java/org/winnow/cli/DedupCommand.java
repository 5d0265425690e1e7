package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Grouping;
import org.winnow.citation.match.MatchRule;
import org.winnow.citation.match.Normalised;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the duplicates in citation files, within and between them, and writes them as JSON. */
@Command(
    name = "dedup",
    mixinStandardHelpOptions = true,
    description = "Finds duplicate records in citation files and writes the clusters as JSON.")
public final class DedupCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int UNREADABLE = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to read; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--ids",
      description = "Name records by their own ID or accession number instead of their position.")
  private boolean ownIds;

  @Option(names = "--format", paramLabel = "NAME", description = "Format, e.g. ris; auto finds it.")
  private String format = ReadOptions.AUTO;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Charset, e.g. GB18030; auto finds it.")
  private String charset = ReadOptions.AUTO;

  private final InputStream input;
  private final OutputStream output;
  private final PrintStream messages;

  public DedupCommand() {
    this(System.in, System.out, System.err);
  }

  DedupCommand(InputStream input, OutputStream output, PrintStream messages) {
    this.input = input;
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Collecting records = new Collecting();
    for (String file : files) {
      records.problems = 0;
      if (read(file, records) != DONE) {
        return UNREADABLE;
      }
      if (records.problems > 0) {
        complain(file, records.problems + " records could not be read and are left out.");
      }
    }
    write(records, DuplicateGroups.find(records.normalised, DecidedPairs.NONE));
    return DONE;
  }

  private int read(String file, Collecting records) throws IOException {
    try (InputStream stream = file.equals("-") ? input : Files.newInputStream(Path.of(file))) {
      CitationReader.read(stream, ReadOptions.of(format, charset), records);
      return DONE;
    } catch (NoSuchFileException e) {
      return complain(file, "There is no such file.");
    } catch (AccessDeniedException e) {
      return complain(file, "The file may not be read.");
    } catch (IOException e) {
      return complain(file, String.valueOf(e.getMessage()));
    }
  }

  private int complain(String file, String message) {
    messages.println("winnow dedup: " + file + ": " + message);
    return UNREADABLE;
  }

  private void write(Collecting records, Grouping grouping) throws IOException {
    int copies = grouping.clusters().stream().mapToInt(cluster -> cluster.joined().size()).sum();
    try (JsonGenerator json = new JsonFactory().createGenerator(output, JsonEncoding.UTF8)) {
      // whoever opened the stream closes it
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeArrayFieldStart("clusters");
      for (Grouping.Cluster cluster : grouping.clusters()) {
        json.writeStartArray();
        records.writeId(cluster.representative(), json);
        for (Grouping.Joined joined : cluster.joined()) {
          records.writeId(joined.record(), json);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("review");
      for (Grouping.Doubtful doubtful : grouping.review()) {
        write(doubtful, records, json);
      }
      json.writeEndArray();
      json.writeNumberField("records", records.normalised.size());
      json.writeNumberField("unique", records.normalised.size() - copies);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Grouping.Doubtful doubtful, Collecting records, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("a");
    records.writeId(doubtful.a(), json);
    json.writeFieldName("b");
    records.writeId(doubtful.b(), json);
    json.writeNumberField("score", doubtful.score());
    json.writeArrayFieldStart("reasons");
    for (MatchRule reason : doubtful.reasons()) {
      json.writeString(reason.key());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Keeps of each record only what matching needs; positions count over all files from 1. */
  private final class Collecting implements CitationSink {
    private final List<Normalised> normalised = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private int problems;

    @Override
    public void citation(Citation citation) {
      normalised.add(Normalised.of(normalised.size() + 1, citation));
      if (ownIds) {
        own.add(ownId(citation));
      }
    }

    @Override
    public void problem(ParseProblem problem) {
      problems++;
    }

    private void writeId(int position, JsonGenerator json) throws IOException {
      String id = ownIds ? own.get(position - 1) : "";
      if (id.isEmpty()) {
        json.writeNumber(position);
      } else {
        json.writeString(id);
      }
    }
  }

  private static String ownId(Citation citation) {
    List<String> named = citation.others().getOrDefault("ID", List.of());
    return named.isEmpty() ? citation.accession() : named.getFirst();
  }
}
