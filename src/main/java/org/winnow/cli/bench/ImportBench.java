package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the first byte of an upload to records that can be screened, again and again. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Uploads a file of invented RIS records into fresh reviews of a real server until they are"
            + " read, deduplicated and committed.")
final class ImportBench implements Callable<Integer> {
  private static final long SEED = 7_938;

  @Mixin private Output output = new Output();

  @Option(names = "--records", description = "Records in the file (default: ${DEFAULT-VALUE}).")
  private int records = 7_938;

  @Option(names = "--runs", description = "Measured imports (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--warm-up",
      description = "Imports before them that are not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp = 3;

  /** Seconds from the upload on; the processor time is that of server and database together. */
  private record Measured(
      double wall, double commit, double cpu, double database, double cpuToRest, int duplicates) {}

  @Override
  public Integer call() throws IOException {
    Report report = Report.of("import");
    Path folder = ServerProcess.temporaryFolder();
    Path file = folder.resolve("invented.ris");
    new InventedRecords(SEED, records).writeTo(file);
    List<Measured> measured = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(folder, "serve")) {
      Visitor lead = Visitor.administrator(server);
      for (int run = 1; run <= warmUp + runs; run++) {
        Measured one = measure(server, lead, file);
        output.progress("import %d took %.2f s".formatted(run, one.wall()));
        if (run > warmUp) {
          measured.add(one);
        }
      }
    }
    Spread wall = Spread.of(measured.stream().map(Measured::wall).toList());
    report
        .with("records", records)
        .with("file, MB", Files.size(file) / 1e6)
        .with("duplicates joined", measured.getFirst().duplicates())
        .with("upload to committed, s wall", wall)
        .with("of it the commit, s wall", spread(measured, Measured::commit))
        .with("upload to committed, s CPU", spread(measured, Measured::cpu))
        .with("of it the database, s CPU", spread(measured, Measured::database))
        .with("upload to rest with search index, s CPU", spread(measured, Measured::cpuToRest))
        .with("records per second", records / wall.median())
        .print(System.out, output);
    ServerProcess.delete(folder);
    return BenchCommand.MEASURED;
  }

  private static Spread spread(
      List<Measured> measured, java.util.function.Function<Measured, Double> figure) {
    return Spread.of(measured.stream().map(figure).toList());
  }

  private Measured measure(ServerProcess server, Visitor lead, Path file)
      throws FileNotFoundException {
    String review = "/reviews/" + UUID.randomUUID();
    UUID source = UUID.randomUUID();
    lead.put(review, Map.of("title", "Invented records", "language", "en"));
    lead.put(review + "/sources/" + source, Map.of("kind", "database", "name", "Invented"));
    String path = review + "/imports/" + UUID.randomUUID();
    server.awaitRest();
    double cpu = server.cpuSeconds();
    double database = server.databaseCpuSeconds();
    long start = System.nanoTime();
    lead.upload(path + "?fileName=invented.ris", BodyPublishers.ofFile(file));
    await(lead, path, "ready");
    long ready = System.nanoTime();
    lead.put(path + "/commitment", Map.of("sourceId", source));
    JsonNode done = await(lead, path, "committed");
    long committed = System.nanoTime();
    double used = server.cpuSeconds() - cpu;
    double usedByDatabase = server.databaseCpuSeconds() - database;
    check(lead, review, done);
    server.awaitRest();
    return new Measured(
        (committed - start) / 1e9,
        (committed - ready) / 1e9,
        used,
        usedByDatabase,
        server.cpuSeconds() - cpu,
        done.get("newDuplicates").asInt());
  }

  /** What was measured must have happened. */
  private void check(Visitor lead, String review, JsonNode done) {
    JsonNode summary = lead.get(review + "/duplicates/summary");
    if (done.get("records").asInt() != records
        || summary.get("records").asInt() != records
        || summary.get("duplicates").asInt() != done.get("newDuplicates").asInt()) {
      throw new IllegalStateException("The import is not whole: " + done + " " + summary);
    }
  }

  private static JsonNode await(Visitor lead, String path, String state) {
    while (true) {
      JsonNode now = lead.get(path);
      if (now.get("state").asText().equals(state)) {
        return now;
      }
      if (now.has("problem")) {
        throw new IllegalStateException("The import failed: " + now.get("problem"));
      }
      ServerProcess.pause(5);
    }
  }
}
