package org.winnow.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Whether the time that answers take tells a reviewer what another has voted. The worlds are alike
 * but for that: each is many reviews with the same records, made in random order, so that where
 * rows lie in the database is not mistaken for what they say.
 */
@Command(
    name = "blinding",
    mixinStandardHelpOptions = true,
    description =
        "Compares how long a blinded reviewer waits for a search, the next records and the answer"
            + " to a vote, where another has included, excluded or not voted on the record.")
final class BlindingBench implements Callable<Integer> {
  private static final long SEED = 20;

  /** Beyond it, a difference is no chance. */
  private static final double LIMIT = 4.5;

  /** A fifth of invented records are duplicates, which nobody votes on. */
  private static final double FOR_DUPLICATES = 1.35;

  private static final int VOTES_AT_ONCE = 16;

  @Mixin private Output output = new Output();

  @Option(
      names = "--requests",
      description = "Requests of each kind in each world (default: ${DEFAULT-VALUE}).")
  private int requests = 20_000;

  @Option(names = "--reviews", description = "Reviews of each world (default: ${DEFAULT-VALUE}).")
  private int reviews = 8;

  /** What the other reviewer has done. */
  private enum World {
    INCLUDED,
    /** The same again: a difference to the first shows what is chance and what the machine. */
    INCLUDED_AGAIN,
    EXCLUDED,
    NOT_VOTED;

    boolean hasVotes() {
      return this != NOT_VOTED;
    }

    String verdict() {
      return this == EXCLUDED ? "exclude" : "include";
    }
  }

  private enum Kind {
    SEARCH("search"),
    NEXT("next records"),
    INCLUDE("vote to include"),
    EXCLUDE("vote to exclude");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** One review as the blinded reviewer has it before them. */
  private static final class Desk {
    final World world;
    final String review;
    String after = "";
    int votes;

    Desk(World world, String review) {
      this.world = world;
      this.review = review;
    }

    String stage() {
      return review + "/stages/title-abstract";
    }
  }

  private record Cell(World world, Kind kind) {}

  private final Map<Cell, List<Double>> times = new HashMap<>();

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Report report = Report.of("blinding");
    Random random = new Random(SEED);
    Path folder = ServerProcess.temporaryFolder();
    try (ServerProcess server = ServerProcess.start(folder, "serve")) {
      Visitor lead = Visitor.administrator(server);
      List<Desk> desks = makeWorlds(lead, folder, random);
      Visitor ann = lead.newMember(desks.getFirst().review, "ann", List.of("reviewer"));
      Visitor bob = lead.newMember(desks.getFirst().review, "bob", List.of("reviewer"));
      for (Desk desk : desks) {
        lead.join(desk.review, "ann", List.of("reviewer"));
        lead.join(desk.review, "bob", List.of("reviewer"));
        output.progress("the other reviewer votes: " + desk.world);
        if (desk.world.hasVotes()) {
          voteOnAll(ann, desk);
        }
      }
      server.awaitRest();
      measure(bob, desks, random);
    }
    boolean tells = tell(report);
    report.print(System.out, output);
    ServerProcess.delete(folder);
    return tells ? BenchCommand.CHECK_FAILED : BenchCommand.MEASURED;
  }

  private List<Desk> makeWorlds(Visitor lead, Path folder, Random random) {
    Path file = folder.resolve("invented.ris");
    new InventedRecords(SEED, (int) (FOR_DUPLICATES * requests / reviews)).writeTo(file);
    List<World> worlds = new ArrayList<>();
    for (int i = 0; i < reviews; i++) {
      worlds.addAll(List.of(World.values()));
    }
    Collections.shuffle(worlds, random);
    List<Desk> desks = new ArrayList<>();
    for (World world : worlds) {
      output.progress("making review %d of %d".formatted(desks.size() + 1, worlds.size()));
      desks.add(new Desk(world, InventedReview.make(lead, file)));
    }
    return desks;
  }

  private void voteOnAll(Visitor ann, Desk desk) throws InterruptedException, ExecutionException {
    String after = "";
    try (ExecutorService senders = Executors.newFixedThreadPool(VOTES_AT_ONCE)) {
      while (true) {
        JsonNode items = ann.get(desk.stage() + "/queue?limit=200" + after).get("items");
        if (items.isEmpty()) {
          return;
        }
        List<Future<?>> sent = new ArrayList<>();
        for (JsonNode item : items) {
          sent.add(senders.submit(() -> vote(ann, desk, item, desk.world.verdict())));
        }
        for (Future<?> vote : sent) {
          vote.get();
        }
        after = "&after=" + items.get(items.size() - 1).get("position").asText();
      }
    }
  }

  private static void vote(Visitor reviewer, Desk desk, JsonNode item, String verdict) {
    String path = "/records/" + item.get("itemId").asInt() + "/votes/" + UUID.randomUUID();
    reviewer.put(
        desk.stage() + path, Map.of("verdict", verdict, "version", item.get("version").asInt()));
  }

  /** One request after another, in each round once in every world, in random order. */
  private void measure(Visitor bob, List<Desk> desks, Random random) {
    Map<World, List<Desk>> byWorld = new EnumMap<>(World.class);
    for (Desk desk : desks) {
      byWorld.computeIfAbsent(desk.world, _ -> new ArrayList<>()).add(desk);
    }
    List<World> order = new ArrayList<>(List.of(World.values()));
    int notMeasured = requests / 20;
    for (int round = 0; round < requests; round++) {
      if (round % 1_000 == 0) {
        output.progress("%d of %d requests of each kind".formatted(round, requests));
      }
      Collections.shuffle(order, random);
      for (World world : order) {
        List<Desk> ofWorld = Objects.requireNonNull(byWorld.get(world));
        measureOnce(bob, ofWorld.get(round % reviews), round >= notMeasured);
      }
    }
  }

  private void measureOnce(Visitor bob, Desk desk, boolean isMeasured) {
    long begin = System.nanoTime();
    bob.get(desk.review + "/lookup?q=trial&limit=10");
    long searched = System.nanoTime();
    JsonNode items = bob.get(desk.stage() + "/queue?limit=5" + desk.after).get("items");
    long fetched = System.nanoTime();
    if (items.isEmpty()) {
      throw new IllegalStateException("Too few records for so many votes");
    }
    JsonNode next = items.get(0);
    desk.after = "&after=" + next.get("position").asText();
    Kind kind = desk.votes++ % 2 == 0 ? Kind.INCLUDE : Kind.EXCLUDE;
    long asked = System.nanoTime();
    vote(bob, desk, next, kind == Kind.INCLUDE ? "include" : "exclude");
    long voted = System.nanoTime();
    if (isMeasured) {
      note(desk.world, Kind.SEARCH, searched - begin);
      note(desk.world, Kind.NEXT, fetched - searched);
      note(desk.world, kind, voted - asked);
    }
  }

  private void note(World world, Kind kind, long nanos) {
    times(world, kind).add(nanos / 1e6);
  }

  private List<Double> times(World world, Kind kind) {
    return times.computeIfAbsent(new Cell(world, kind), _ -> new ArrayList<>());
  }

  /** Whether a time tells of a vote. */
  private boolean tell(Report report) {
    report.with("requests of each kind in each world", requests).with("limit of |t|", LIMIT);
    boolean tells = false;
    for (Kind kind : Kind.values()) {
      List<Double> included = times(World.INCLUDED, kind);
      for (World world : World.values()) {
        List<Double> here = times(world, kind);
        String name = kind.words + ", " + world.name().toLowerCase(Locale.ROOT);
        report.with(name.replace('_', ' ') + ", trimmed mean ms", Welch.trimmedMean(here));
        if (world != World.INCLUDED) {
          double t = Welch.t(included, here);
          report.with(name.replace('_', ' ') + ", t against included", t);
          tells |= Math.abs(t) > LIMIT;
        }
      }
    }
    return tells;
  }
}
