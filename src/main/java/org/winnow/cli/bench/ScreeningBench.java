package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A team that screens, in a large review and beside it in a small one. */
@Command(
    name = "screening",
    mixinStandardHelpOptions = true,
    description =
        "Lets a team screen over HTTP: as fast as the server lets them, then at a fixed rate, with"
            + " open pages looking on. In the end the votes that were acknowledged are compared"
            + " with those that the server has.")
final class ScreeningBench implements Callable<Integer> {
  private static final long SEED = 50;
  private static final int PAGES_OF_ONE_MEMBER = 20;

  /** What frames are waited for after the last vote; they are told at most every 250 ms. */
  private static final long LAST_FRAMES_MILLIS = 2_000;

  @Mixin private Output output = new Output();

  @Option(names = "--reviewers", description = "Reviewers (default: ${DEFAULT-VALUE}).")
  private int reviewers = 50;

  @Option(
      names = "--records",
      description = "Records of the large review (default: ${DEFAULT-VALUE}).")
  private int records = 100_000;

  @Option(
      names = "--few-records",
      description = "Records of the small one (default: ${DEFAULT-VALUE}).")
  private int fewRecords = 8_000;

  @Option(
      names = "--next",
      description = "Times the next records are asked for, in each (default: ${DEFAULT-VALUE}).")
  private int next = 2_000;

  @Option(
      names = "--seconds",
      description = "How long each kind of voting is measured (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(
      names = "--warm-up",
      description = "Seconds of voting before that (default: ${DEFAULT-VALUE}).")
  private int warmUp = 30;

  @Option(
      names = "--ahead",
      description = "Records fetched at once, as the page does (default: ${DEFAULT-VALUE}).")
  private int ahead = 20;

  @Option(
      names = "--rate",
      description = "Votes per second at a fixed rate (default: ${DEFAULT-VALUE}).")
  private int rate = 50;

  @Option(
      names = "--streams",
      description = "Open pages of reviewers meanwhile (default: ${DEFAULT-VALUE}).")
  private int streams = 200;

  private Report report = Report.of("screening");

  private record Moment(long nanos, double cpu, double database) {
    static Moment of(ServerProcess server) {
      return new Moment(System.nanoTime(), server.cpuSeconds(), server.databaseCpuSeconds());
    }
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Path folder = ServerProcess.temporaryFolder();
    int result;
    try (ServerProcess server = ServerProcess.start(folder, "serve")) {
      Visitor lead = Visitor.administrator(server);
      String small = review(lead, folder, fewRecords);
      String large = review(lead, folder, records);
      report
          .with("reviewers", reviewers)
          .with("records of the large review", records)
          .with("records of the small review", fewRecords)
          .with("records fetched at once", ahead);
      List<Visitor> team =
          IntStream.rangeClosed(1, reviewers)
              .mapToObj(i -> lead.newMember(large, "reviewer" + i, List.of("reviewer")))
              .toList();
      // Opens pages and never votes, so that nothing may reach it.
      Visitor silent = lead.newMember(large, "silent", List.of("reviewer"));
      for (int i = 1; i <= reviewers; i++) {
        lead.join(small, "reviewer" + i, List.of("reviewer"));
      }
      server.awaitRest();
      measureNextRecords(team, small, large);
      List<Reviewer> screening =
          team.stream().map(visitor -> new Reviewer(visitor, large, ahead)).toList();
      measureAsFastAsPossible(server, screening);
      server.awaitRest();
      measureAtFixedRate(server, lead, silent, large, team, screening);
      result = compare(lead, large, screening);
    }
    report.print(System.out, output);
    ServerProcess.delete(folder);
    return result;
  }

  private String review(Visitor lead, Path folder, int count) {
    output.progress("importing " + count + " records");
    Path file = folder.resolve(count + ".ris");
    new InventedRecords(SEED, count).writeTo(file);
    return InventedReview.make(lead, file);
  }

  /** In turn in the small and the large review, so that whatever else happens harms both alike. */
  private void measureNextRecords(List<Visitor> team, String small, String large) {
    output.progress("asking for the next records");
    List<Reviewer> inSmall = team.stream().map(v -> new Reviewer(v, small, ahead)).toList();
    List<Reviewer> inLarge = team.stream().map(v -> new Reviewer(v, large, ahead)).toList();
    List<Double> opening = new ArrayList<>();
    List<Double> ofSmall = new ArrayList<>();
    List<Double> ofLarge = new ArrayList<>();
    int notMeasured = next / 5;
    for (int i = 0; i < notMeasured + next; i++) {
      int turn = i % team.size();
      double few = inSmall.get(turn).fetchOneFurther().milliseconds();
      double many = inLarge.get(turn).fetchOneFurther().milliseconds();
      if (i < team.size()) {
        opening.add(many);
      } else if (i >= notMeasured) {
        ofSmall.add(few);
        ofLarge.add(many);
      }
    }
    report
        .withQuantiles("first records of a sitting, with progress, large review", opening)
        .withQuantiles("next records, small review", ofSmall)
        .withQuantiles("next records, large review", ofLarge)
        .with(
            "next records, large to small, ratio of p50",
            Spread.quantile(ofLarge, 0.5) / Spread.quantile(ofSmall, 0.5));
  }

  private void measureAsFastAsPossible(ServerProcess server, List<Reviewer> team)
      throws InterruptedException, ExecutionException {
    output.progress(team.size() + " reviewers vote as fast as they can");
    long measureFrom = System.nanoTime() + warmUp * 1_000_000_000L;
    long end = measureFrom + seconds * 1_000_000_000L;
    List<Double> next = new ArrayList<>();
    List<Double> vote = new ArrayList<>();
    Moment first;
    Moment last;
    boolean ranOut = false;
    try (ExecutorService loops = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Diary>> running =
          team.stream().map(reviewer -> loops.submit(() -> screenUntil(end, reviewer))).toList();
      ServerProcess.pause(warmUp * 1_000L);
      first = Moment.of(server);
      ServerProcess.pause(seconds * 1_000L);
      last = Moment.of(server);
      for (Future<Diary> future : running) {
        Diary diary = future.get();
        next.addAll(between(measureFrom, end, diary.next()));
        vote.addAll(between(measureFrom, end, diary.vote()));
        ranOut |= diary.ranOut();
      }
    }
    double wall = (last.nanos() - first.nanos()) / 1e9;
    report
        .with("as fast as possible, votes per second", vote.size() / wall)
        .with(
            "server and database, ms CPU per vote", 1e3 * (last.cpu() - first.cpu()) / vote.size())
        .with("of it the database", 1e3 * (last.database() - first.database()) / vote.size())
        .withQuantiles("as fast as possible, vote", vote)
        .withQuantiles("as fast as possible, next records", next)
        .with("somebody ran out of records", ranOut);
  }

  private record Diary(List<Reviewer.Timed> next, List<Reviewer.Timed> vote, boolean ranOut) {}

  private static Diary screenUntil(long end, Reviewer reviewer) {
    Diary diary = new Diary(new ArrayList<>(), new ArrayList<>(), false);
    while (System.nanoTime() < end) {
      if (!reviewer.hasRecord()) {
        diary.next().add(reviewer.fetch());
        if (!reviewer.hasRecord()) {
          return new Diary(diary.next(), diary.vote(), true);
        }
      }
      Reviewer.Cast cast = reviewer.vote();
      if (cast.accepted()) {
        diary.vote().add(cast.timed());
      }
    }
    return diary;
  }

  private static List<Double> between(long from, long end, List<Reviewer.Timed> all) {
    return all.stream()
        .filter(timed -> timed.sentNanos() >= from && timed.answeredNanos() <= end)
        .map(Reviewer.Timed::milliseconds)
        .toList();
  }

  private void measureAtFixedRate(
      ServerProcess server,
      Visitor lead,
      Visitor silent,
      String review,
      List<Visitor> team,
      List<Reviewer> screening)
      throws InterruptedException, ExecutionException {
    double heapBefore = server.heapMegabytes();
    double residentBefore = server.residentMegabytes();
    List<LiveStream> open = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      open.add(team.get(i / PAGES_OF_ONE_MEMBER % team.size()).listen(review));
    }
    server.awaitRest();
    report
        .with("open pages", open.size())
        .with("open pages, MB of heap", server.heapMegabytes() - heapBefore)
        .with("open pages, MB resident", server.residentMegabytes() - residentBefore);
    try (LiveStream atLead = lead.listen(review);
        LiveStream atSilent = silent.listen(review)) {
      output.progress("voting " + rate + " times a second");
      List<FixedRate.Intended> votes = new FixedRate(rate, seconds).vote(screening);
      ServerProcess.pause(LAST_FRAMES_MILLIS);
      report
          .with("at a fixed rate, votes per second", rate)
          .withQuantiles(
              "at a fixed rate, vote since it was due",
              votes.stream().map(FixedRate.Intended::millisecondsSinceDue).toList())
          .with(
              "at a fixed rate, vote since it was due, ms p99.9",
              Spread.quantile(
                  votes.stream().map(FixedRate.Intended::millisecondsSinceDue).toList(), 0.999))
          .withQuantiles(
              "from the answer to a vote to the lead's page",
              untilFrame(votes, sequences(lead, review), atLead.frames()))
          .with("frames per second at the lead's page", (double) atLead.frames().size() / seconds)
          .with("frames to a blinded reviewer who does not vote", atSilent.frames().size());
    }
    open.forEach(LiveStream::close);
  }

  /** The places of votes in the ledger. */
  private static Map<UUID, Long> sequences(Visitor lead, String review) {
    Map<UUID, Long> sequences = new HashMap<>();
    String cursor = "";
    while (true) {
      JsonNode page = lead.get(review + "/ledger?type=vote-cast&limit=200" + cursor);
      page.get("items")
          .forEach(
              event ->
                  sequences.put(
                      UUID.fromString(event.get("payload").get("vote").asText()),
                      event.get("sequence").asLong()));
      if (!page.hasNonNull("next")) {
        return sequences;
      }
      cursor = "&cursor=" + page.get("next").asText();
    }
  }

  /** How long after a vote's answer the page was told; 0 where it was told before. */
  private static List<Double> untilFrame(
      List<FixedRate.Intended> votes, Map<UUID, Long> sequences, List<LiveStream.Frame> frames) {
    List<Double> waits = new ArrayList<>();
    for (FixedRate.Intended intended : votes) {
      if (intended.cast().accepted()) {
        long sequence = Objects.requireNonNull(sequences.get(intended.cast().vote()));
        long answered = intended.cast().timed().answeredNanos();
        waits.add(
            frames.stream()
                .filter(frame -> frame.sequence() >= sequence)
                .mapToDouble(frame -> Math.max(0, (frame.nanos() - answered) / 1e6))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY));
      }
    }
    return waits;
  }

  private int compare(Visitor lead, String review, List<Reviewer> team) {
    output.progress("comparing what was acknowledged with what is stored");
    Reviewer.Comparison comparison =
        team.stream()
            .map(Reviewer::compare)
            .reduce(new Reviewer.Comparison(0, 0), Reviewer.Comparison::plus);
    boolean holds = lead.get(review + "/ledger/verify").get("holds").asBoolean();
    report
        .with("votes acknowledged", team.stream().mapToInt(Reviewer::acknowledged).sum())
        .with("votes refused, others were first", team.stream().mapToInt(Reviewer::refused).sum())
        .with("acknowledged votes lost", comparison.lost())
        .with("votes nobody was told of", comparison.invented())
        .with("ledger and tables agree", holds);
    return comparison.lost() == 0 && comparison.invented() == 0 && holds
        ? BenchCommand.MEASURED
        : BenchCommand.CHECK_FAILED;
  }
}
