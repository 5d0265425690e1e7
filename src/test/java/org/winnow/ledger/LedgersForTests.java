package org.winnow.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Ledgers with events in them, and the means to tamper with them. */
@ApplicationScoped
class LedgersForTests {
  private final Ledger ledger;

  LedgersForTests(Ledger ledger) {
    this.ledger = ledger;
  }

  UUID with(int events) {
    UUID reviewId = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> ledger.open(reviewId));
    for (int i = 1; i <= events; i++) {
      note(reviewId, "event " + i);
    }
    return reviewId;
  }

  RecordedEvent note(UUID reviewId, String text) {
    return QuarkusTransaction.requiringNew()
        .call(() -> ledger.append(reviewId, null, new Noted(text)));
  }

  List<RecordedEvent> all(UUID reviewId) {
    return QuarkusTransaction.requiringNew().call(() -> ledger.after(reviewId, 0, 10_000));
  }

  /** Changes the ledger as nobody but the owner of its tables can. */
  static void tamper(String... statements) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE ledger_event DISABLE TRIGGER ALL");
      try {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } finally {
        statement.execute("ALTER TABLE ledger_event ENABLE TRIGGER ALL");
      }
    }
  }

  static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        setting("quarkus.datasource.jdbc.url"),
        setting("quarkus.flyway.username"),
        setting("quarkus.flyway.password"));
  }

  static Connection application() throws SQLException {
    Replicas.Database database = database();
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  static Replicas.Database database() {
    return new Replicas.Database(
        setting("quarkus.datasource.jdbc.url"),
        setting("quarkus.datasource.username"),
        setting("quarkus.datasource.password"));
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
