package org.winnow.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A room's tables as a consequence of the ledger. Each room that writes tables of a review has one,
 * so that the verifier can replay the events and compare.
 */
public interface Projection {
  Replay replay(UUID reviewId);

  /** One replay, from the first event to the last. */
  interface Replay {
    void apply(RecordedEvent event);

    /** Rows of the tables that are not what the events say. Called once, after the last event. */
    List<Difference> differences();
  }

  /**
   * A row that disagrees.
   *
   * @param expected what the ledger says; empty when there should be no such row
   * @param found what the table says; empty when the row is missing
   */
  record Difference(String table, String key, String expected, String found) {
    /**
     * The rows of a table whose texts are not the same, in the order of their keys, or of the texts
     * of keys that have none.
     */
    public static List<Difference> between(String table, Map<?, ?> expected, Map<?, ?> found) {
      Map<Object, String> should = texts(expected);
      Map<Object, String> is = texts(found);
      TreeSet<Object> keys = new TreeSet<>(should.keySet());
      keys.addAll(is.keySet());
      List<Difference> differences = new ArrayList<>();
      for (Object key : keys) {
        String one = should.getOrDefault(key, "");
        String other = is.getOrDefault(key, "");
        if (!one.equals(other)) {
          differences.add(new Difference(table, key.toString(), one, other));
        }
      }
      return differences;
    }

    private static Map<Object, String> texts(Map<?, ?> rows) {
      Map<Object, String> texts = new HashMap<>();
      rows.forEach(
          (key, row) ->
              texts.put(key instanceof Comparable ? key : key.toString(), row.toString()));
      return texts;
    }
  }
}
