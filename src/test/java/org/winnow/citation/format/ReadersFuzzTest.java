package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets a coverage-guided fuzzer look for bytes that make a reader fail, hang, or lose a good
 * record. Runs for a minute and the same way every time, on a fast machine not further than on a
 * slow one, so that a build fails for what was changed in it; {@code -Dwinnow.fuzz.seconds=1800
 * -Dwinnow.fuzz.seed=0} looks longer and elsewhere.
 */
@Tag("fuzzing")
class ReadersFuzzTest {
  /** In a second, on a machine of two cores with nothing else to do. */
  private static final int INPUTS = 160;

  private static final Path SAMPLES = Path.of("src/test/resources/citation");
  private static final Path FOUND = Path.of("src/test/resources/citation-fuzz");

  @Test
  void noBytesMakeAReaderFailHangOrLoseAGoodRecord(@TempDir Path folder) throws Exception {
    int seconds = Integer.getInteger("winnow.fuzz.seconds", 60);
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    seedInto(corpus);
    Path log = folder.resolve("log");

    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReadersFuzzer.class.getName(),
                "--instrumentation_includes=org.winnow.citation.**",
                "--custom_hook_includes=org.winnow.citation.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + seconds,
                "-runs=" + (long) seconds * INPUTS,
                "-seed=" + Integer.getInteger("winnow.fuzz.seed", 1),
                "-timeout=20",
                // The heap is limited above; a process that was forked counts its parent's memory
                // as its own.
                "-rss_limit_mb=0",
                "-max_len=3000",
                corpus.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // a guard against a fuzzer that hangs itself; a slow reader is found by its own time limit
    boolean ended = fuzzer.waitFor(seconds + 300L, TimeUnit.SECONDS);
    fuzzer.destroyForcibly();

    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(fuzzer.exitValue()).as(said).isZero();
    assertThat(said).contains("Done ");
  }

  /** Whatever was found once is read again in every build, without the fuzzer. */
  static List<byte[]> found() throws IOException {
    try (Stream<Path> files = Files.list(FOUND)) {
      return files.sorted().map(ReadersFuzzTest::bytes).toList();
    }
  }

  private static void seedInto(Path corpus) throws IOException {
    int number = 0;
    for (byte[] input : found()) {
      Files.write(corpus.resolve("found-" + number++), input);
    }
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path sample : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!sample.toString().endsWith(".expected.json")) {
          String format = sample.getParent().getFileName().toString();
          byte[] bytes = bytes(sample);
          Files.write(corpus.resolve("own-" + number), ReadersFuzzer.seed(format, bytes));
          Files.write(corpus.resolve("any-" + number++), ReadersFuzzer.seed("any", bytes));
        }
      }
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
