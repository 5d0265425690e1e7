package org.winnow.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of our own, in one folder, for installations that bring none.
 *
 * <p>Two roles: the owner makes and changes tables, the application may not change the ledger. The
 * port and the password are kept in the folder, since a server that outlived a killed application
 * is found again only on its old port.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String OWNER = "winnow_owner";
  private static final String APPLICATION = "winnow";
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration DYING_LIMIT = Duration.ofSeconds(20);
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

  private final Path folder;
  private final String secret;
  private EmbeddedPostgres server;
  private boolean closed;

  private EmbeddedDatabase(Path folder, EmbeddedPostgres server, String secret) {
    this.folder = folder;
    this.server = server;
    this.secret = secret;
  }

  public static EmbeddedDatabase start(Path folder) {
    try {
      Files.createDirectories(folder);
      // The library leaves its programs writable to everybody; nobody else may come near them.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Path cluster = folder.resolve("cluster");
      boolean isNew = !Files.exists(cluster.resolve("PG_VERSION"));
      String secret = keep(folder.resolve("secret"), EmbeddedDatabase::newSecret);
      int port =
          Integer.parseInt(
              keep(folder.resolve("port"), () -> Integer.toString(freePort())).strip());
      waitForDyingServer(cluster);
      EmbeddedPostgres server = startOnce(folder, cluster, port, isNew ? "" : secret);
      EmbeddedDatabase database = new EmbeddedDatabase(folder, server, secret);
      if (!Files.exists(folder.resolve("ready"))) {
        database.createRoles(cluster, isNew ? "" : secret);
        Files.createFile(folder.resolve("ready"));
      }
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database does not start: " + e.getMessage(), e);
    }
  }

  private static EmbeddedPostgres startOnce(Path folder, Path cluster, int port, String password)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setCleanDataDirectory(false)
            .setPort(port)
            .setPGStartupWait(START_LIMIT)
            // Told to stop, the server still answers what it was asked, and needs its database.
            .setRegisterShutdownHook(false)
            // The library starts the server for tests, without fsync; ours holds people's work.
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "128MB")
            .setServerConfig("max_wal_size", "2GB")
            // A review fills within seconds; until tables are looked at, queries are planned badly.
            .setServerConfig("autovacuum_naptime", "5s")
            .setServerConfig("log_min_messages", "fatal");
    if (!password.isEmpty()) {
      builder.setConnectConfig("password", password);
    }
    return builder.start();
  }

  /** The settings under which the application finds this database. */
  public Map<String, String> settings() {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/winnow";
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", APPLICATION,
        "quarkus.datasource.password", secret,
        "quarkus.flyway.jdbc-url", url,
        "quarkus.flyway.username", OWNER,
        "quarkus.flyway.password", secret,
        "quarkus.flyway.placeholders.app_role", APPLICATION);
  }

  /** Starts the database again whenever its process ends, until {@link #close}. */
  public void watch() {
    Thread.ofPlatform().daemon().name("database-watch").start(this::startWheneverGone);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startWheneverGone() {
    while (startIfGone()) {
      pause();
    }
  }

  /** Whether it is to be looked at again. */
  private synchronized boolean startIfGone() {
    Path cluster = folder.resolve("cluster");
    if (closed || isRunning(cluster)) {
      return !closed;
    }
    LOG.warn("The embedded database has ended; it is started again");
    int port = server.getPort();
    try {
      // Its lock on the folder would keep out the next.
      server.close();
      awaitEndOfWorkers(cluster);
      server = startOnce(folder, cluster, port, secret);
      LOG.warn("The embedded database is there again");
    } catch (IOException | RuntimeException e) {
      LOG.errorf("The embedded database does not start, which is tried again: %s", e);
    }
    return true;
  }

  private static boolean isRunning(Path cluster) {
    OptionalLong pid = pidOf(cluster);
    return pid.isPresent()
        && ProcessHandle.of(pid.getAsLong()).map(EmbeddedDatabase::isDatabase).orElse(false)
        && !isZombie(pid.getAsLong());
  }

  /** The number of a process that has ended may be another's by now. */
  private static boolean isDatabase(ProcessHandle process) {
    return process.isAlive() && process.info().command().orElse("postgres").endsWith("postgres");
  }

  /** Processes of a database that was killed hold its memory for a moment. */
  private static void awaitEndOfWorkers(Path cluster) {
    long end = System.nanoTime() + DYING_LIMIT.toNanos();
    while (System.nanoTime() < end && worksIn(cluster)) {
      pause();
    }
  }

  private static boolean worksIn(Path cluster) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            process -> {
              try {
                return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                    .equals(cluster.toAbsolutePath());
              } catch (IOException | SecurityException e) {
                // It ended while it was looked at, or is somebody else's.
                return false;
              }
            });
  }

  private void createRoles(Path cluster, String password) throws IOException {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", password);
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APPLICATION}) {
        statement.execute("DROP ROLE IF EXISTS " + role);
        statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + secret + "'");
      }
      statement.execute(
          "CREATE DATABASE winnow OWNER "
              + OWNER
              + " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' LOCALE 'C'");
      statement.execute("ALTER ROLE postgres PASSWORD '" + secret + "'");
      // From here on every local user needs the secret, which only the owner of the folder can
      // read.
      Files.writeString(
          cluster.resolve("pg_hba.conf"),
          "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
              + "host all all ::1/128 scram-sha-256\n");
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** A killed server's process lives on for a moment; starting beside it would fail. */
  private static void waitForDyingServer(Path cluster) {
    Path pidFile = cluster.resolve("postmaster.pid");
    long end = System.nanoTime() + DYING_LIMIT.toNanos();
    while (Files.exists(pidFile) && System.nanoTime() < end) {
      OptionalLong pid = pidOf(cluster);
      if (pid.isEmpty() || !isZombie(pid.getAsLong())) {
        return;
      }
      pause();
    }
  }

  private static OptionalLong pidOf(Path cluster) {
    try {
      return OptionalLong.of(
          Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip()));
    } catch (IOException | NumberFormatException | java.util.NoSuchElementException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String keep(Path file, java.util.function.Supplier<String> first)
      throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, first.get());
    }
    return Files.readString(file);
  }

  private static String newSecret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
