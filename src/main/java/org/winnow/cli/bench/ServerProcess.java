package org.winnow.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of this very build, started with this process's own Java options. */
final class ServerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Pattern TOKEN = Pattern.compile("with this token: ([0-9a-f]+)");
  private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
  private static final Pattern USED = Pattern.compile(" (\\d+)M->\\d+M\\(");
  private static final Pattern PAUSED = Pattern.compile(" Pause .* ([0-9.]+)ms$");
  private static final Pattern READY = Pattern.compile("\\{.*\"url\".*}");

  private final Process process;
  private final Path data;
  private final Path log;
  private final Path collections;
  private final URI address;

  private ServerProcess(Process process, Path data, Path log, Path collections, int port) {
    this.process = process;
    this.data = data;
    this.log = log;
    this.collections = collections;
    this.address = URI.create("http://127.0.0.1:" + port + "/api/v1");
  }

  /**
   * @param command {@code serve} or {@code demo}, with options
   */
  static ServerProcess start(Path data, String... command) {
    return start(data, Optional.empty(), command);
  }

  /**
   * @param heap the most memory for objects in the manner of {@code -Xmx}; else that of this
   *     process
   */
  static ServerProcess start(Path data, Optional<String> heap, String... command) {
    try {
      int port = freePort();
      Path log = Files.createTempFile(data, "server", ".log");
      Path collections = Files.createTempFile(data, "collections", ".log");
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      heap.ifPresent(most -> line.add("-Xmx" + most));
      line.add("-Xlog:gc:file=" + collections + "::filecount=0");
      line.addAll(List.of("-jar", application()));
      line.addAll(List.of(command));
      line.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
      // The benchmark needs a database of its own.
      builder.environment().keySet().removeIf(name -> name.startsWith("WINNOW_DB"));
      return new ServerProcess(builder.start(), data, log, collections, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("winnow-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address under which the API is. */
  URI address() {
    return address;
  }

  /** Waits until it answers, and returns the token that makes the first administrator. */
  String setupToken() {
    String token = awaitInLog(TOKEN).group(1);
    while (!answers()) {
      pause(20);
    }
    return token;
  }

  private boolean answers() {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits for the line with which {@code demo --json} says that it is ready. */
  void awaitReadyLine() {
    awaitInLog(READY);
  }

  /** Seconds of processor time, of the server and its database, so far. */
  double cpuSeconds() {
    return ProcessTimes.ofProcess(process.pid()) + ProcessTimes.ofFamily(databasePid());
  }

  double databaseCpuSeconds() {
    return ProcessTimes.ofFamily(databasePid());
  }

  double residentMegabytes() {
    return ProcessTimes.residentMegabytes(process.pid());
  }

  /** Megabytes (2^20 bytes) of objects that are in use, after the others have been collected. */
  double heapMegabytes() {
    ask("GC.run");
    Matcher used = HEAP_USED.matcher(ask("GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("The JVM does not say how much of its heap is used");
    }
    return Double.parseDouble(used.group(1)) / 1024;
  }

  private String ask(String command) {
    try {
      Process asking =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(process.pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most that the server has occupied at once since it started, without the database. */
  double peakResidentMegabytes() {
    return ProcessTimes.peakResidentMegabytes(process.pid());
  }

  /** The most memory that objects took up so far, garbage included. */
  double peakHeapMegabytes() {
    return ofCollections(USED, Math::max);
  }

  /** How long all of the server's threads stood still for garbage collection so far. */
  double pauseMilliseconds() {
    return ofCollections(PAUSED, Double::sum);
  }

  private double ofCollections(Pattern figure, DoubleBinaryOperator together) {
    try (Stream<String> lines = Files.lines(collections)) {
      return lines
          .map(figure::matcher)
          .filter(Matcher::find)
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .reduce(0, together);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until nothing happens any more. */
  void awaitRest() {
    double before = cpuSeconds();
    while (true) {
      pause(500);
      double now = cpuSeconds();
      if (now - before < 0.03) {
        return;
      }
      before = now;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long databasePid() {
    Path pid = data.resolve("database").resolve("cluster").resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(pid)) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Matcher awaitInLog(Pattern pattern) {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher found = pattern.matcher(log());
      if (found.find()) {
        return found;
      }
      pause(5);
    }
    throw new IllegalStateException("The server does not start; it says: " + log());
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String application() {
    String path = System.getProperty("java.class.path");
    if (!path.endsWith("quarkus-run.jar")) {
      throw new IllegalStateException("Benchmarks measure the packaged server: ./winnow bench");
    }
    return path;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
