package org.winnow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.DatabaseForTests;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class AppendOnlyTest {
  private static final List<String> CHANGES =
      List.of(
          "UPDATE ledger_event SET payload = '{}'",
          "DELETE FROM ledger_event",
          "TRUNCATE ledger_event");

  @Inject LedgersForTests ledgers;

  @Test
  void theApplicationMayReadAndAppendButNotChange() throws SQLException {
    ledgers.with(2);
    try (Connection application = LedgersForTests.application()) {
      for (String change : CHANGES) {
        assertThatThrownBy(() -> execute(application, change))
            .as(change)
            .hasMessageContaining("permission denied");
      }
      assertThat(execute(application, "SELECT count(*) FROM ledger_event")).isTrue();
    }
  }

  @Test
  void theApplicationCannotSwitchTheGuardOff() throws SQLException {
    try (Connection application = LedgersForTests.application()) {
      assertThatThrownBy(() -> execute(application, "ALTER TABLE ledger_event DISABLE TRIGGER ALL"))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void evenTheOwnerIsRefused() throws SQLException {
    ledgers.with(2);
    try (Connection owner = LedgersForTests.owner()) {
      for (String change : CHANGES) {
        assertThatThrownBy(() -> execute(owner, change))
            .as(change)
            .hasMessageContaining("the ledger is append-only");
      }
    }
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
