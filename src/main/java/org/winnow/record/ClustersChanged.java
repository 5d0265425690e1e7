package org.winnow.record;

import java.util.Set;
import java.util.UUID;

/**
 * Fired inside the transaction after records became duplicates, ceased to be, came or went.
 *
 * @param records all records of the clusters concerned
 */
public record ClustersChanged(UUID reviewId, Set<Integer> records) {
  public ClustersChanged {
    records = Set.copyOf(records);
  }
}
