package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the first byte of an upload to records that can be screened and searched. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Uploads files of invented RIS records into fresh reviews of a real server until they are"
            + " read, deduplicated, committed and can be searched.")
final class ImportBench implements Callable<Integer> {
  private static final long SEED = 7_938;
  private static final int VOTED_ON = 8_000;
  private static final int QUIET_MILLISECONDS = 10_000;

  @Mixin private Output output = new Output();

  @Option(names = "--records", description = "Records in the file (default: ${DEFAULT-VALUE}).")
  private int records = 7_938;

  @Option(names = "--runs", description = "Measured imports (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--warm-up",
      description = "Imports before them that are not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp = 3;

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "RECORDS",
      description =
          "Instead of runs: numbers of records to import once each after the warm-up, smallest"
              + " first, e.g. 100000,1000000, and how time grows from one to the next.")
  private List<Integer> scale = List.of();

  @Option(
      names = "--update",
      paramLabel = "RECORDS",
      description =
          "With --scale: then import so many into each of those reviews, all of them known there.")
  private int update;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "The server's heap, e.g. 1500m (default: that of this process).")
  private Optional<String> heap = Optional.empty();

  @Option(
      names = "--votes",
      paramLabel = "RATE",
      description =
          "With --scale: votes per second that two reviewers cast meanwhile on other records.")
  private int votes;

  @Option(
      names = "--same-review",
      description = "Those votes are cast in the review that the records come into.")
  private boolean sameReview;

  /**
   * Seconds from the upload on; the processor time is that of server and database together.
   *
   * @param searchable until a search says that it is complete
   * @param cpuToRest until nothing happens any more; with votes, until searchable
   */
  private record Measured(
      double wall,
      double commit,
      double searchable,
      double cpu,
      double database,
      double cpuToRest,
      int duplicates) {}

  @Override
  public Integer call() throws IOException {
    Report report = Report.of("import");
    Path folder = ServerProcess.temporaryFolder();
    try (ServerProcess server = ServerProcess.start(folder, heap, "serve")) {
      Visitor lead = Visitor.administrator(server);
      Path file = invented(folder, records);
      List<Measured> measured = new ArrayList<>();
      for (int run = 1; run <= warmUp + (scale.isEmpty() ? runs : 0); run++) {
        Measured one = measure(server, lead, newReview(lead), file, records);
        output.progress("import %d took %.2f s".formatted(run, one.wall()));
        if (run > warmUp) {
          measured.add(one);
        }
      }
      if (scale.isEmpty()) {
        say(report, measured, file);
      } else {
        grow(server, lead, folder, report);
      }
    }
    report.print(System.out, output);
    ServerProcess.delete(folder);
    return BenchCommand.MEASURED;
  }

  private void say(Report report, List<Measured> measured, Path file) throws IOException {
    Spread wall = spread(measured, Measured::wall);
    report
        .with("records", records)
        .with("file, MB", Files.size(file) / 1e6)
        .with("duplicates joined", measured.getFirst().duplicates())
        .with("upload to committed, s wall", wall)
        .with("of it the commit, s wall", spread(measured, Measured::commit))
        .with("upload to searchable, s wall", spread(measured, Measured::searchable))
        .with("upload to committed, s CPU", spread(measured, Measured::cpu))
        .with("of it the database, s CPU", spread(measured, Measured::database))
        .with("upload to rest with search index, s CPU", spread(measured, Measured::cpuToRest))
        .with("records per second", records / wall.median());
  }

  private static Spread spread(List<Measured> measured, ToDoubleFunction<Measured> figure) {
    return Spread.of(measured.stream().mapToDouble(figure).boxed().toList());
  }

  /** Imports of growing size, each once, with what the server occupied until then. */
  private void grow(ServerProcess server, Visitor lead, Path folder, Report report)
      throws IOException {
    String voted = newReview(lead);
    try (VoteStream stream = votes == 0 ? null : voters(server, lead, folder, voted, report)) {
      Measured before = null;
      for (int size : scale) {
        Path file = invented(folder, size);
        String review = sameReview ? voted : newReview(lead);
        output.progress(size + " records");
        double paused = server.pauseMilliseconds();
        Measured one = measure(server, lead, review, file, size);
        Files.delete(file);
        output.progress("took %.0f s, %.0f s CPU".formatted(one.searchable(), one.cpuToRest()));
        say(size, one, before, report);
        report
            .with(size + ": peak of the server's heap, MB", server.peakHeapMegabytes())
            .with(
                size + ": peak of the server's memory, MB resident", server.peakResidentMegabytes())
            .with(
                size + ": stood still for garbage collection, s",
                (server.pauseMilliseconds() - paused) / 1e3);
        if (stream != null) {
          say(size + ": votes meanwhile", stream.take(), report);
        }
        if (update > 0) {
          Measured few = measure(server, lead, review, invented(folder, update), update);
          report
              .with(size + ": then " + update + " more, upload to committed, s wall", few.wall())
              .with(size + ": then " + update + " more, s CPU to rest", few.cpuToRest());
        }
        before = one;
      }
      if (stream != null) {
        report.with("votes refused", stream.refused());
      }
    }
  }

  private static void say(int size, Measured one, @Nullable Measured before, Report report) {
    report
        .with(size + ": duplicates joined", one.duplicates())
        .with(size + ": upload to committed, s wall", one.wall())
        .with(size + ": of it the commit, s wall", one.commit())
        .with(size + ": upload to searchable, s wall", one.searchable())
        .with(size + ": upload to committed, s CPU", one.cpu())
        .with(size + ": of it the database, s CPU", one.database())
        .with(size + ": upload to searchable, s CPU", one.cpuToRest());
    if (before != null) {
      report
          .with(size + ": wall time, times the size before", one.searchable() / before.searchable())
          .with(size + ": CPU, times the size before", one.cpuToRest() / before.cpuToRest());
    }
  }

  private VoteStream voters(
      ServerProcess server, Visitor lead, Path folder, String review, Report report)
      throws IOException {
    measure(server, lead, review, invented(folder, VOTED_ON), VOTED_ON);
    VoteStream stream = VoteStream.prepare(lead, review, votes);
    output.progress(votes + " votes per second begin");
    stream.start();
    ServerProcess.pause(QUIET_MILLISECONDS);
    stream.take();
    ServerProcess.pause(QUIET_MILLISECONDS);
    say("votes before any import", stream.take(), report);
    return stream;
  }

  private static void say(String when, List<Double> milliseconds, Report report) {
    report
        .with(when, milliseconds.size())
        .with(when + ", ms p50", Spread.quantile(milliseconds, 0.5))
        .with(when + ", ms p99", Spread.quantile(milliseconds, 0.99))
        .with(when + ", ms max", Spread.quantile(milliseconds, 1));
  }

  private static Path invented(Path folder, int count) throws IOException {
    Path file = folder.resolve("invented-" + count + ".ris");
    if (!Files.exists(file)) {
      new InventedRecords(SEED, count).writeTo(file);
    }
    return file;
  }

  private static String newReview(Visitor lead) {
    String review = "/reviews/" + UUID.randomUUID();
    lead.put(review, Map.of("title", "Invented records", "language", "en"));
    return review;
  }

  private Measured measure(
      ServerProcess server, Visitor lead, String review, Path file, int count) {
    UUID source = UUID.randomUUID();
    lead.put(review + "/sources/" + source, Map.of("kind", "database", "name", "Invented"));
    int there = lead.get(review + "/duplicates/summary").get("records").asInt();
    String path = review + "/imports/" + UUID.randomUUID();
    rest(server);
    double cpu = server.cpuSeconds();
    double database = server.databaseCpuSeconds();
    long start = System.nanoTime();
    upload(lead, path, file);
    await(lead, path, "ready");
    long ready = System.nanoTime();
    lead.put(path + "/commitment", Map.of("sourceId", source));
    JsonNode done = await(lead, path, "committed");
    long committed = System.nanoTime();
    double used = server.cpuSeconds() - cpu;
    double usedByDatabase = server.databaseCpuSeconds() - database;
    awaitSearch(lead, review);
    long searchable = System.nanoTime();
    rest(server);
    double usedInAll = server.cpuSeconds() - cpu;
    check(lead, review, done, count, there);
    return new Measured(
        (committed - start) / 1e9,
        (committed - ready) / 1e9,
        (searchable - start) / 1e9,
        used,
        usedByDatabase,
        usedInAll,
        done.get("newDuplicates").asInt());
  }

  /** With votes there is no rest. */
  private void rest(ServerProcess server) {
    if (votes == 0) {
      server.awaitRest();
    }
  }

  private static void upload(Visitor lead, String path, Path file) {
    try {
      lead.upload(path + "?fileName=invented.ris", BodyPublishers.ofFile(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was measured must have happened. */
  private static void check(Visitor lead, String review, JsonNode done, int count, int there) {
    JsonNode summary = lead.get(review + "/duplicates/summary");
    if (done.get("records").asInt() != count
        || summary.get("records").asInt() != count + there
        || summary.get("duplicates").asInt() < done.get("newDuplicates").asInt()) {
      throw new IllegalStateException("The import is not whole: " + done + " " + summary);
    }
  }

  private static void awaitSearch(Visitor lead, String review) {
    // A word of one record in fifty; one that all have could take longer than a search may.
    String search = review + "/lookup?q=cryotherapy&limit=1";
    JsonNode found = lead.get(search);
    while (found.has("problem")) {
      ServerProcess.pause(20);
      found = lead.get(search);
    }
    if (found.get("total").asInt() == 0) {
      throw new IllegalStateException("The search finds nothing");
    }
  }

  private static JsonNode await(Visitor lead, String path, String state) {
    long start = System.nanoTime();
    while (true) {
      JsonNode now = lead.get(path);
      if (now.get("state").asText().equals(state)) {
        return now;
      }
      if (now.has("problem")) {
        throw new IllegalStateException("The import failed: " + now.get("problem"));
      }
      // Every half per cent of the time, so that asking costs nothing that would be seen.
      ServerProcess.pause(Math.max(5, (System.nanoTime() - start) / 200_000_000));
    }
  }
}
