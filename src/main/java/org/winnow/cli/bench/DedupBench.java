package org.winnow.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.match.DecidedPairs;
import org.winnow.citation.match.DuplicateGroups;
import org.winnow.citation.match.Grouping;
import org.winnow.citation.match.MatchIndex;
import org.winnow.citation.match.Normalised;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The matching library alone: how fast, and how right where the truth is known. */
@Command(
    name = "dedup",
    mixinStandardHelpOptions = true,
    description =
        "Groups invented records, and labelled sets when a folder of them is given, without any"
            + " server.")
final class DedupBench implements Callable<Integer> {
  private static final long SEED = 7_938;
  private static final String RECORDS = ".records.csv";
  private static final String FLAGGED = ".endnote.xml";

  @Mixin private Output output = new Output();

  @Option(names = "--records", description = "Invented records (default: ${DEFAULT-VALUE}).")
  private int records = 7_938;

  @Option(names = "--runs", description = "Measured runs (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--warm-up",
      description = "Runs before them that are not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp = 5;

  @Option(
      names = "--sets",
      paramLabel = "FOLDER",
      description =
          "Labelled sets: NAME.records.csv with NAME.duplicate_sets.csv (identifiers of one work,"
              + " joined with semicolons), or NAME.endnote.xml whose captions say Duplicate.")
  private Optional<Path> sets = Optional.empty();

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "RECORDS",
      description =
          "Numbers of invented records to group once each, smallest first, e.g."
              + " 7938,100000,1000000; a million want a heap of 2 GB.")
  private List<Integer> scale = List.of();

  @Override
  public Integer call() throws IOException {
    Report report = Report.of("dedup");
    invented(report);
    scaled(report);
    if (sets.isPresent()) {
      try (Stream<Path> files = Files.list(sets.get())) {
        for (Path file : files.sorted().toList()) {
          labelled(file, report);
        }
      }
    }
    report.print(System.out, output);
    return BenchCommand.MEASURED;
  }

  private void invented(Report report) throws IOException {
    Path folder = ServerProcess.temporaryFolder();
    Path file = folder.resolve("invented.ris");
    List<Integer> works = new InventedRecords(SEED, records).writeTo(file);
    List<Citation> citations = read(file);
    ServerProcess.delete(folder);
    List<Double> prepared = new ArrayList<>();
    List<Double> grouped = new ArrayList<>();
    Grouping grouping = new Grouping(List.of(), List.of());
    for (int run = 1; run <= warmUp + runs; run++) {
      long start = processorTime();
      List<Normalised> normalised = normalised(citations);
      long middle = processorTime();
      grouping = DuplicateGroups.find(normalised, DecidedPairs.NONE);
      long end = processorTime();
      if (run > warmUp) {
        prepared.add((middle - start) / 1e9);
        grouped.add((end - middle) / 1e9);
      }
    }
    Spread took = Spread.of(grouped);
    report
        .with("records", records)
        .with("preparing, s CPU of one thread", Spread.of(prepared))
        .with("grouping, s CPU of one thread", took)
        .with("records grouped per second of CPU", records / took.median())
        .with("invented records", LabelledScore.ofWorks(works, grouping).toString());
  }

  /** Time that grows as the records do: the ratio to the size before is near that of the sizes. */
  private void scaled(Report report) throws IOException {
    double before = 0;
    for (int size : scale) {
      List<Normalised> normalised = streamed(size);
      MatchIndex index = MatchIndex.empty();
      long wall = System.nanoTime();
      long start = processorTime();
      Grouping grouping = DuplicateGroups.find(index, normalised, DecidedPairs.NONE);
      double seconds = (processorTime() - start) / 1e9;
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      report
          .with(size + ": grouping, s CPU of one thread", seconds)
          .with(size + ": grouping, s wall", wallSeconds)
          .with(size + ": pairs compared", index.compared())
          .with(size + ": clusters", grouping.clusters().size())
          .with(size + ": pairs to review", grouping.review().size())
          .with(size + ": heap held by records and index, MB", heldMegabytes())
          .with(size + ": ratio to the size before", before == 0 ? "none" : seconds / before);
      before = seconds;
      Reference.reachabilityFence(index);
    }
  }

  private static double heldMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** Prepares each record as it is read, so that no citation is held. */
  private static List<Normalised> streamed(int size) throws IOException {
    Path folder = ServerProcess.temporaryFolder();
    Path file = folder.resolve("invented.ris");
    new InventedRecords(SEED, size).writeTo(file);
    List<Normalised> normalised = new ArrayList<>(size);
    each(file, citation -> normalised.add(Normalised.of(normalised.size(), citation)));
    ServerProcess.delete(folder);
    return normalised;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void labelled(Path file, Report report) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(RECORDS)) {
      String set = name.substring(0, name.length() - RECORDS.length());
      List<Citation> citations = read(file);
      List<Integer> works =
          LabelledScore.works(citations, file.resolveSibling(set + ".duplicate_sets.csv"));
      report.with(set, LabelledScore.ofWorks(works, group(citations)).toString());
      Peer.on(set).forEach(peer -> report.with(set + ", " + peer.name(), peer.score()));
    } else if (name.endsWith(FLAGGED)) {
      List<Citation> citations = read(file);
      List<Boolean> flags =
          citations.stream()
              .map(c -> c.others().getOrDefault("caption", List.of()).contains("Duplicate"))
              .toList();
      report.with(
          name.substring(0, name.length() - FLAGGED.length()),
          LabelledScore.ofFlags(flags, group(citations)).toString());
    }
  }

  private static Grouping group(List<Citation> citations) {
    return DuplicateGroups.find(normalised(citations), DecidedPairs.NONE);
  }

  private static List<Normalised> normalised(List<Citation> citations) {
    List<Normalised> normalised = new ArrayList<>(citations.size());
    for (Citation citation : citations) {
      normalised.add(Normalised.of(normalised.size(), citation));
    }
    return normalised;
  }

  private static List<Citation> read(Path file) throws IOException {
    List<Citation> citations = new ArrayList<>();
    each(file, citations::add);
    return citations;
  }

  private static void each(Path file, Consumer<Citation> use) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      CitationReader.read(
          stream,
          ReadOptions.automatic(),
          new CitationSink() {
            @Override
            public void citation(Citation citation) {
              use.accept(citation);
            }

            @Override
            public void problem(ParseProblem problem) {
              throw new IllegalStateException(file + ": " + problem.message());
            }
          });
    }
  }
}
