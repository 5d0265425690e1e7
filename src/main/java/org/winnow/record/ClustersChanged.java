package org.winnow.record;

import java.util.UUID;

/** Fired inside the transaction after records became duplicates, ceased to be, came or went. */
public record ClustersChanged(UUID reviewId) {}
