package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reviewers who take the next record and vote on it, as fast as the server lets them. */
@Command(
    name = "screening",
    mixinStandardHelpOptions = true,
    description =
        "Lets reviewers screen in a closed loop over HTTP and compares the votes that were"
            + " acknowledged with those that the server has in the end.")
final class ScreeningBench implements Callable<Integer> {
  private static final long SEED = 50;

  @Mixin private Output output = new Output();

  @Option(names = "--reviewers", description = "Reviewers (default: ${DEFAULT-VALUE}).")
  private int reviewers = 10;

  @Option(names = "--records", description = "Records to screen (default: ${DEFAULT-VALUE}).")
  private int records = 20_000;

  @Option(
      names = "--seconds",
      description = "How long votes are measured (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(
      names = "--warm-up",
      description = "Seconds of voting before that (default: ${DEFAULT-VALUE}).")
  private int warmUp = 10;

  @Option(
      names = "--ahead",
      description = "Records fetched at once, as the page does (default: ${DEFAULT-VALUE}).")
  private int ahead = 20;

  /** Milliseconds that requests took, and the votes that the server said it has. */
  private static final class Diary {
    final List<Double> next = new ArrayList<>();
    final List<Double> vote = new ArrayList<>();
    final Set<UUID> acknowledged = new HashSet<>();
    int measuredVotes;
    int refused;
    boolean ranOut;
  }

  private record Moment(long nanos, double cpu, double database) {
    static Moment of(ServerProcess server) {
      return new Moment(System.nanoTime(), server.cpuSeconds(), server.databaseCpuSeconds());
    }
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Report report = Report.of("screening");
    Path folder = ServerProcess.temporaryFolder();
    Path file = folder.resolve("invented.ris");
    new InventedRecords(SEED, records).writeTo(file);
    int result;
    try (ServerProcess server = ServerProcess.start(folder, "serve")) {
      Visitor lead = Visitor.administrator(server);
      String review = "/reviews/" + UUID.randomUUID();
      fill(lead, review, file);
      List<Visitor> team = new ArrayList<>();
      for (int i = 1; i <= reviewers; i++) {
        team.add(lead.newMember(review, "reviewer" + i, List.of("reviewer")));
      }
      server.awaitRest();
      result = screen(server, lead, review, team, report);
    }
    report.print(System.out, output);
    ServerProcess.delete(folder);
    return result;
  }

  private void fill(Visitor lead, String review, Path file) {
    try {
      UUID source = UUID.randomUUID();
      lead.put(review, Map.of("title", "Invented records", "language", "en"));
      lead.put(review + "/sources/" + source, Map.of("kind", "database", "name", "Invented"));
      String path = review + "/imports/" + UUID.randomUUID();
      lead.upload(path + "?fileName=invented.ris", BodyPublishers.ofFile(file));
      while (!lead.get(path).get("state").asText().equals("ready")) {
        ServerProcess.pause(50);
      }
      lead.put(path + "/commitment", Map.of("sourceId", source));
      while (!lead.get(path).get("state").asText().equals("committed")) {
        ServerProcess.pause(50);
      }
    } catch (java.io.FileNotFoundException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int screen(
      ServerProcess server, Visitor lead, String review, List<Visitor> team, Report report)
      throws InterruptedException, ExecutionException {
    output.progress(team.size() + " reviewers begin to vote");
    long measureFrom = System.nanoTime() + warmUp * 1_000_000_000L;
    long end = measureFrom + seconds * 1_000_000_000L;
    List<Diary> diaries = new ArrayList<>();
    Moment first;
    Moment last;
    try (ExecutorService loops = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Diary>> running =
          team.stream()
              .map(reviewer -> loops.submit(() -> vote(reviewer, review, measureFrom, end)))
              .toList();
      ServerProcess.pause(warmUp * 1_000L);
      first = Moment.of(server);
      ServerProcess.pause(seconds * 1_000L);
      last = Moment.of(server);
      for (Future<Diary> diary : running) {
        diaries.add(diary.get());
      }
    }
    int lost = 0;
    int invented = 0;
    for (int i = 0; i < team.size(); i++) {
      Set<UUID> stored = storedVotes(team.get(i), review);
      Set<UUID> acknowledged = diaries.get(i).acknowledged;
      lost += acknowledged.stream().filter(vote -> !stored.contains(vote)).toList().size();
      invented += stored.stream().filter(vote -> !acknowledged.contains(vote)).toList().size();
    }
    boolean holds = lead.get(review + "/ledger/verify").get("holds").asBoolean();
    int votes = diaries.stream().mapToInt(diary -> diary.measuredVotes).sum();
    double wall = (last.nanos() - first.nanos()) / 1e9;
    List<Double> vote = diaries.stream().flatMap(diary -> diary.vote.stream()).toList();
    List<Double> next = diaries.stream().flatMap(diary -> diary.next.stream()).toList();
    report
        .with("reviewers", team.size())
        .with("records", records)
        .with("records fetched at once", ahead)
        .with("seconds measured", wall)
        .with("votes per second", votes / wall)
        .with("server and database, ms CPU per vote", 1e3 * (last.cpu() - first.cpu()) / votes)
        .with("of it the database", 1e3 * (last.database() - first.database()) / votes)
        .with("vote, ms p50", Spread.quantile(vote, 0.5))
        .with("vote, ms p99", Spread.quantile(vote, 0.99))
        .with("next records, ms p50", Spread.quantile(next, 0.5))
        .with("next records, ms p99", Spread.quantile(next, 0.99))
        .with(
            "votes acknowledged, warm-up included",
            diaries.stream().mapToInt(diary -> diary.acknowledged.size()).sum())
        .with("votes refused, others were first", diaries.stream().mapToInt(d -> d.refused).sum())
        .with("reviewers who ran out of records", diaries.stream().filter(d -> d.ranOut).count())
        .with("acknowledged votes lost", lost)
        .with("votes nobody was told of", invented)
        .with("ledger and tables agree", holds);
    return lost == 0 && invented == 0 && holds ? BenchCommand.MEASURED : BenchCommand.CHECK_FAILED;
  }

  private Diary vote(Visitor reviewer, String review, long measureFrom, long end) {
    Diary diary = new Diary();
    String stage = review + "/stages/title-abstract";
    String after = "";
    while (System.nanoTime() < end) {
      long asked = System.nanoTime();
      JsonNode items = reviewer.get(stage + "/queue?limit=" + ahead + after).get("items");
      long answered = System.nanoTime();
      if (items.isEmpty()) {
        diary.ranOut = true;
        break;
      }
      if (asked >= measureFrom && answered <= end) {
        diary.next.add((answered - asked) / 1e6);
      }
      for (JsonNode item : items) {
        if (System.nanoTime() < end) {
          vote(reviewer, stage, item, diary, measureFrom, end);
        }
      }
      after = "&after=" + items.get(items.size() - 1).get("position").asText();
    }
    return diary;
  }

  private static void vote(
      Visitor reviewer, String stage, JsonNode item, Diary diary, long measureFrom, long end) {
    int record = item.get("itemId").asInt();
    UUID vote = UUID.randomUUID();
    long sent = System.nanoTime();
    Visitor.Answer answer =
        reviewer.attempt(
            stage + "/records/" + record + "/votes/" + vote,
            Map.of(
                "verdict",
                record % 4 == 0 ? "include" : "exclude",
                "version",
                item.get("version").asInt()));
    long recorded = System.nanoTime();
    if (answer.status() == 409) {
      // Two others have voted since the record was handed out.
      diary.refused++;
      return;
    }
    answer.accepted();
    diary.acknowledged.add(vote);
    if (sent >= measureFrom && recorded <= end) {
      diary.vote.add((recorded - sent) / 1e6);
      diary.measuredVotes++;
    }
  }

  private static Set<UUID> storedVotes(Visitor reviewer, String review) {
    Set<UUID> stored = new HashSet<>();
    String cursor = "";
    while (true) {
      JsonNode page = reviewer.get(review + "/stages/title-abstract/votes?limit=200" + cursor);
      page.get("items").forEach(item -> stored.add(UUID.fromString(item.get("voteId").asText())));
      if (!page.hasNonNull("next")) {
        return stored;
      }
      cursor = "&cursor=" + page.get("next").asText();
    }
  }
}
