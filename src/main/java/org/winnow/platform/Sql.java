package org.winnow.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL on the connection of the running transaction, for bulk work and for queries whose shape
 * is no entity's. What entities have pending is written first, so both see the same rows.
 */
@ApplicationScoped
public class Sql {
  private final EntityManager entities;

  Sql(EntityManager entities) {
    this.entities = entities;
  }

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Work on the transaction's own connection, e.g. a COPY. */
  @FunctionalInterface
  public interface ConnectionWork<T> {
    T on(Connection connection) throws SQLException;
  }

  public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return work(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, arguments);
              ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(mapper.map(rows));
            }
            return found;
          }
        });
  }

  public <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return list(sql, mapper, arguments).stream().findFirst();
  }

  public long number(String sql, @Nullable Object... arguments) {
    return one(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  public int update(String sql, @Nullable Object... arguments) {
    return work(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
          }
        });
  }

  public <T> T work(ConnectionWork<T> work) {
    Session session = entities.unwrap(Session.class);
    session.flush();
    return session.doReturningWork(work::on);
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, asJdbc(connection, arguments[i]));
    }
    return statement;
  }

  private static @Nullable Object asJdbc(Connection connection, @Nullable Object argument)
      throws SQLException {
    return switch (argument) {
      case Instant instant -> Timestamp.from(instant);
      case Enum<?> constant -> constant.name();
      case int[] numbers -> array(connection, "int4", boxed(numbers));
      case Collection<?> values -> array(connection, values);
      case null, default -> argument;
    };
  }

  private static Array array(Connection connection, Collection<?> values) throws SQLException {
    String type =
        switch (values.stream()
            .<Object>map(v -> v)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("")) {
          case Integer _ -> "int4";
          case Long _ -> "int8";
          case UUID _ -> "uuid";
          default -> "text";
        };
    return array(connection, type, values.toArray());
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  private static Object[] boxed(int[] numbers) {
    Object[] boxed = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }
}
