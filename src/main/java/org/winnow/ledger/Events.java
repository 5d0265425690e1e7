package org.winnow.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.winnow.platform.Sql;

/** Lists what is in a ledger, for people. */
@ApplicationScoped
public class Events {
  private final Sql sql;

  Events(Sql sql) {
    this.sql = sql;
  }

  /**
   * An event in a list.
   *
   * @param place where the list goes on: the sequence for those who see everything; for others the
   *     place among the events that they see, since gaps in the sequence would tell them of votes
   */
  public record Listed(long place, RecordedEvent event) {}

  /** Events before a place, newest first. */
  public List<Listed> newest(UUID reviewId, EventFilter filter, long before, int limit) {
    List<Object> arguments = new ArrayList<>();
    String condition = condition(reviewId, filter, arguments);
    arguments.add(before);
    arguments.add(limit);
    return sql.list(
        "SELECT * FROM (SELECT *, "
            + place(filter.sight())
            + " AS place FROM ledger_event WHERE "
            + condition
            + ") AS seen WHERE place < ? ORDER BY place DESC LIMIT ?",
        row -> new Listed(row.getLong("place"), Ledger.event(row)),
        arguments.toArray());
  }

  private static String place(Sight sight) {
    return switch (sight) {
      case Sight.Everything _ -> "sequence";
      case Sight.Blinded _ -> "row_number() OVER (ORDER BY sequence)";
    };
  }

  private static String condition(UUID reviewId, EventFilter filter, List<Object> arguments) {
    StringBuilder condition = new StringBuilder("review_id = ?");
    arguments.add(reviewId);
    if (filter.sight() instanceof Sight.Blinded(UUID account)) {
      condition.append(" AND (visibility = 'TEAM' OR (visibility = 'ACTOR' AND actor_id = ?))");
      arguments.add(account);
    }
    if (!filter.types().isEmpty()) {
      condition.append(" AND type = ANY(?)");
      arguments.add(filter.types());
    }
    filter.actor().ifPresent(actor -> add(condition, " AND actor_id = ?", arguments, actor));
    filter.from().ifPresent(from -> add(condition, " AND at >= ?", arguments, from));
    filter.to().ifPresent(to -> add(condition, " AND at < ?", arguments, to));
    return condition.toString();
  }

  private static void add(
      StringBuilder condition, String further, List<Object> arguments, Object argument) {
    condition.append(further);
    arguments.add(argument);
  }
}
