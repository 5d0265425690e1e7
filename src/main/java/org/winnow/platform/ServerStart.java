package org.winnow.platform;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Brings up the database, unless one is configured, and then the server on it. */
public final class ServerStart {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private ServerStart() {}

  public static void on(int port, Path data) {
    System.setProperty("quarkus.http.port", Integer.toString(port));
    System.setProperty("winnow.data", data.toString());
    Optional<EmbeddedDatabase> embedded =
        System.getenv().getOrDefault("WINNOW_DB_URL", "").isBlank()
            ? Optional.of(EmbeddedDatabase.start(data.resolve("database")))
            : Optional.empty();
    embedded.ifPresent(database -> database.settings().forEach(System::setProperty));
    embedded.ifPresent(EmbeddedDatabase::watch);
    // The process ends in stop(); told to end by a signal, it must not before.
    Runtime.getRuntime().addShutdownHook(new Thread(ServerStart::awaitHalt, "winnow-stop"));
    Quarkus.run(
        null,
        (exit, failure) -> {
          if (failure != null) {
            System.err.println("winnow: the server does not start: " + rootOf(failure));
          }
          stop(embedded, exit);
        });
  }

  private static void awaitHalt() {
    try {
      Thread.sleep(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The log is not open yet, or closed already, when a start fails. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private static void stop(Optional<EmbeddedDatabase> embedded, int exit) {
    embedded.ifPresent(EmbeddedDatabase::close);
    // A failed start must not leave a process that answers nothing.
    Runtime.getRuntime().halt(exit);
  }
}
