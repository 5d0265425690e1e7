package org.winnow.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Carries news of commits between the servers that share a database, by LISTEN and NOTIFY on a
 * connection of its own.
 *
 * <p>NOTIFY inside the transaction that appends would make all commits of the database wait for
 * each other, so it is sent afterwards, many events in one. A server that dies in between has told
 * nobody; for that, and for what was said while the connection was down, everyone looks at the
 * heads of all chains every few seconds.
 */
final class Replicas {
  private static final Logger LOG = Logger.getLogger(Replicas.class);
  private static final String CHANNEL = "winnow_ledger";
  private static final int LISTEN_MILLIS = 100;
  private static final long RECONNECT_MILLIS = 1_000;

  private final Database database;
  private final Duration between;
  private final BiConsumer<UUID, Long> news;
  private final Map<UUID, Long> untold = new HashMap<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("ledger-replicas").unstarted(this::work);
  private volatile boolean stopped;

  /** Where the database is. */
  record Database(String url, String user, String password) {}

  /**
   * @param between how often the heads are looked at
   * @param news told every review and sequence that may be new; often they are not
   */
  Replicas(Database database, Duration between, BiConsumer<UUID, Long> news) {
    this.database = database;
    this.between = between;
    this.news = news;
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Will tell the other servers. Returns at once. */
  void tell(UUID reviewId, long sequence) {
    synchronized (untold) {
      untold.merge(reviewId, sequence, Math::max);
    }
  }

  private void work() {
    boolean lost = false;
    while (!stopped) {
      try (Connection connection = connect()) {
        lost = false;
        listen(connection);
      } catch (SQLException e) {
        if (!lost && !stopped) {
          LOG.warnf("No news from other servers until the database answers: %s", e.getMessage());
        }
        lost = true;
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + CHANNEL);
    }
    // Subscribed first, then looked: nothing can fall between.
    lookAtHeads(connection);
    long looked = System.nanoTime();
    while (!stopped) {
      tellOthers(connection);
      hear(connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS));
      if (System.nanoTime() - looked > between.toNanos()) {
        lookAtHeads(connection);
        looked = System.nanoTime();
      }
    }
  }

  private void lookAtHeads(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet heads = statement.executeQuery("SELECT review_id, sequence FROM ledger_head")) {
      while (heads.next()) {
        news.accept(heads.getObject(1, UUID.class), heads.getLong(2));
      }
    }
  }

  private void tellOthers(Connection connection) throws SQLException {
    Map<UUID, Long> told = takeUntold();
    if (told.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_notify('" + CHANNEL + "', m) FROM unnest(?) m")) {
      String[] messages =
          told.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toArray(String[]::new);
      statement.setArray(1, connection.createArrayOf("text", messages));
      statement.execute();
    }
  }

  private Map<UUID, Long> takeUntold() {
    synchronized (untold) {
      Map<UUID, Long> taken = Map.copyOf(untold);
      untold.clear();
      return taken;
    }
  }

  private void hear(PGNotification[] notifications) {
    if (notifications == null) {
      return;
    }
    for (PGNotification notification : notifications) {
      String[] words = notification.getParameter().split(" ", 2);
      try {
        news.accept(UUID.fromString(words[0]), Long.parseLong(words[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        LOG.warnf("A notification that is none of ours: %s", notification.getParameter());
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "winnow ledger tail");
    // What is told here is true without reaching the disk; a vote should not wait for its flush.
    properties.setProperty("options", "-c synchronous_commit=off");
    return DriverManager.getConnection(database.url(), properties);
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
