package org.winnow.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.winnow.ledger.CanonicalJson;
import org.winnow.platform.Sql;
import org.winnow.review.Stage;

/** The face of the rules to other rooms. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class Allocations {
  private static final int PARSED_AT_MOST = 200;
  private static final Map<String, Allocation> PARSED = new ConcurrentHashMap<>();

  private final Sql sql;

  Allocations(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param version 0 before there were any rules
   */
  public record Version(int version, Allocation allocation) {}

  /** A condition on {@code r}, an entry of the record table, and the condition's arguments. */
  public record Condition(String sql, List<Object> arguments) {}

  /** The rules of today. */
  public Version current(UUID reviewId, Stage stage) {
    return sql.one(
            "SELECT version, content FROM allocation WHERE review_id = ? AND stage = ? ORDER BY"
                + " version DESC LIMIT 1",
            row -> new Version(row.getInt(1), parsed(row.getString(2))),
            reviewId,
            stage)
        .orElse(new Version(0, Allocation.NONE));
  }

  /** The rules as they were; empty when there is no such version. */
  public Optional<Allocation> of(UUID reviewId, Stage stage, int version) {
    return version == 0
        ? Optional.of(Allocation.NONE)
        : sql.one(
            "SELECT content FROM allocation WHERE review_id = ? AND stage = ? AND version = ?",
            row -> parsed(row.getString(1)),
            reviewId,
            stage,
            version);
  }

  /** The part that each of some records is in. */
  public Map<Integer, Integer> partsOf(
      UUID reviewId, Allocation allocation, Collection<Integer> records) {
    Map<Integer, Integer> found = new HashMap<>();
    if (allocation.parts().isEmpty() || records.isEmpty()) {
      records.forEach(record -> found.put(record, Allocation.NO_PART));
      return found;
    }
    Condition part = part(allocation);
    List<Object> arguments = new ArrayList<>(part.arguments());
    arguments.add(reviewId);
    arguments.add(records);
    sql.list(
        "SELECT r.id, "
            + part.sql()
            + " FROM record r WHERE r.review_id = ? AND r.id = ANY(?::int[])",
        row -> found.put(row.getInt(1), row.getInt(2)),
        arguments.toArray());
    return found;
  }

  /** An expression for the place of the part that {@code r} is in; -1 for none. */
  public static Condition part(Allocation allocation) {
    return cases(
        allocation, Integer.toString(Allocation.NO_PART), place -> Integer.toString(place));
  }

  /** Which records are for a reviewer; true of all where no part says otherwise. */
  public static Condition isFor(Allocation allocation, UUID reviewer) {
    if (allocation.hasHandedOver(reviewer)) {
      return new Condition(" AND false", List.of());
    }
    boolean everything = true;
    for (int place = 0; place < allocation.parts().size(); place++) {
      everything &= allocation.isFor(place, reviewer);
    }
    if (everything) {
      return new Condition("", List.of());
    }
    Condition mine =
        cases(allocation, "true", place -> Boolean.toString(allocation.isFor(place, reviewer)));
    return new Condition(" AND " + mine.sql(), mine.arguments());
  }

  private static Condition cases(
      Allocation allocation, String otherwise, java.util.function.IntFunction<String> value) {
    if (allocation.parts().isEmpty()) {
      return new Condition(otherwise, List.of());
    }
    StringBuilder sql = new StringBuilder("CASE");
    List<Object> arguments = new ArrayList<>();
    for (int place = 0; place < allocation.parts().size(); place++) {
      Condition in = isIn(allocation.parts().get(place));
      sql.append(" WHEN ").append(in.sql()).append(" THEN ").append(value.apply(place));
      arguments.addAll(in.arguments());
    }
    return new Condition(
        sql.append(" ELSE ").append(otherwise).append(" END").toString(), arguments);
  }

  private static Condition isIn(Allocation.Part part) {
    return switch (part.kind()) {
      case IMPORT -> new Condition("r.import_id = ?", List.of(Objects.requireNonNull(part.id())));
      case SOURCE -> new Condition("r.source_id = ?", List.of(Objects.requireNonNull(part.id())));
      case RECORDS ->
          new Condition(
              "r.id BETWEEN ? AND ?",
              List.of(Objects.requireNonNull(part.from()), Objects.requireNonNull(part.to())));
      // What a reviewer tags is as private as a vote, so only what leads have tagged counts.
      case TAG ->
          new Condition(
              "EXISTS (SELECT 1 FROM record_tag rt JOIN tag t ON t.review_id = rt.review_id AND"
                  + " t.id = rt.tag_id AND t.owner_id IS NULL JOIN membership m ON m.review_id ="
                  + " rt.review_id AND m.account_id = rt.member_id AND 'lead' = ANY(m.roles) JOIN"
                  + " record tagged ON tagged.review_id = rt.review_id AND tagged.id ="
                  + " rt.record_id WHERE rt.review_id = r.review_id AND rt.tag_id = ? AND"
                  + " COALESCE(tagged.representative_id, tagged.id) = r.id)",
              List.of(Objects.requireNonNull(part.id())));
    };
  }

  /** A text means the same rules for ever, so nothing here can be out of date. */
  private static Allocation parsed(String content) {
    if (PARSED.size() > PARSED_AT_MOST) {
      PARSED.clear();
    }
    return PARSED.computeIfAbsent(content, text -> CanonicalJson.read(text, Allocation.class));
  }
}
