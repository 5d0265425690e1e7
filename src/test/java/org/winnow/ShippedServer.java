package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged server as a process of its own. */
final class ShippedServer {
  static final ShippedServer NONE = new ShippedServer(Optional.empty(), Path.of(""), 0);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("with this token: ([0-9a-f]+)");
  private static final Duration DYING = Duration.ofSeconds(60);

  private final Optional<Process> process;
  private final Path data;
  private final int port;

  private ShippedServer(Optional<Process> process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  static ShippedServer start(Path data) throws IOException {
    return new ShippedServer(Optional.empty(), data, freePort()).startAgain();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** A new process with the same port and data, once it answers. */
  ShippedServer startAgain() throws IOException {
    Path app = Path.of(System.getProperty("winnow.app", "target/quarkus-app/quarkus-run.jar"));
    assertThat(app).as("the package, made by mvn package").exists();
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-Xmx512m",
                "-jar",
                app.toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    ShippedServer server = new ShippedServer(Optional.of(started), data, port);
    Session visitor = server.new Session("");
    while (!visitor.isAnswered("/setup")) {
      if (!started.isAlive()) {
        throw new IllegalStateException("The server has ended:\n" + Files.readString(log()));
      }
    }
    return server;
  }

  /** The word that whoever reads the console becomes the first administrator with. */
  String setupToken() throws IOException {
    Matcher token = TOKEN.matcher(Files.readString(log()));
    assertThat(token.find()).as("a token on the console").isTrue();
    return token.group(1);
  }

  Session stranger() {
    return new Session("");
  }

  private Path log() {
    return data.resolve("console.log");
  }

  Session signIn(String name, String password) {
    Session stranger = new Session("");
    HttpResponse<String> answer =
        stranger.send(
            "POST", "/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new Session(cookie.substring(0, cookie.indexOf(';')));
  }

  /** As by SIGKILL: nothing of the server gets to finish anything. */
  void kill() {
    process.ifPresent(
        running -> end(running.toHandle(), List.of(), ProcessHandle::destroyForcibly));
  }

  /** Kills every process of the database, in the middle of whatever it does. */
  void killDatabase() throws IOException {
    for (ProcessHandle postmaster : database()) {
      end(postmaster, postmaster.descendants().toList(), ProcessHandle::destroyForcibly);
    }
  }

  /** As by SIGTERM, with requests under way; returns how long it took to end. */
  Duration terminate() {
    long told = System.nanoTime();
    process.ifPresent(running -> end(running.toHandle(), List.of(), ProcessHandle::destroy));
    return Duration.ofNanos(System.nanoTime() - told);
  }

  /** Ends the server in order, and a database that it may have left behind. */
  void stop() {
    process.ifPresent(running -> end(running.toHandle(), List.of(), ProcessHandle::destroy));
    for (ProcessHandle postmaster : database()) {
      end(postmaster, postmaster.descendants().toList(), ProcessHandle::destroy);
    }
  }

  private List<ProcessHandle> database() {
    Path pidFile = data.resolve("data/database/cluster/postmaster.pid");
    if (!Files.exists(pidFile)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(pidFile)) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
      // The number may be another process's by now.
      return ProcessHandle.of(pid)
          .filter(handle -> handle.info().command().orElse("").endsWith("postgres"))
          .stream()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(
      ProcessHandle first,
      List<ProcessHandle> others,
      java.util.function.Consumer<ProcessHandle> how) {
    List<ProcessHandle> all = new ArrayList<>(others);
    all.addFirst(first);
    all.forEach(how);
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(DYING.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        throw new IllegalStateException("process " + handle.pid() + " does not end", e);
      }
    }
  }

  /** What came of a request. */
  sealed interface Outcome {
    record Answered(int status, String body) implements Outcome {
      JsonNode json() {
        try {
          return JSON.readTree(body);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    /** It was never received. */
    record NobodyThere() implements Outcome {}

    /** The connection ended before an answer; what became of it is unknown. */
    record Cut() implements Outcome {}
  }

  /** Somebody's browser, which outlives the server. */
  final class Session {
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String cookie;

    private Session(String cookie) {
      this.cookie = cookie;
    }

    /** The answer of a request that must succeed. */
    JsonNode json(String method, String path, String body, String... header) {
      HttpResponse<String> answer = send(method, path, body, header);
      assertThat(answer.statusCode())
          .as("%s %s: %s", method, path, answer.body())
          .isBetween(200, 299);
      try {
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A request whose answer may be anything, or none. */
    Outcome put(String path, String body) {
      try {
        HttpResponse<String> answer = send("PUT", path, body);
        return new Outcome.Answered(answer.statusCode(), answer.body());
      } catch (UncheckedIOException e) {
        return e.getCause() instanceof ConnectException
            ? new Outcome.NobodyThere()
            : new Outcome.Cut();
      }
    }

    static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private boolean isAnswered(String path) {
      try {
        return send("GET", path, "").statusCode() == 200;
      } catch (UncheckedIOException notYet) {
        pause();
        return false;
      }
    }

    private HttpResponse<String> send(String method, String path, String body, String... header) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .setHeader("Content-Type", "application/json")
              .setHeader("Cookie", cookie)
              .setHeader("X-Winnow-Request", "1");
      if (header.length == 2) {
        request.setHeader(header[0], header[1]);
      }
      try {
        return client.send(request.build(), BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
