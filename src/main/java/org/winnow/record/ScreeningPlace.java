package org.winnow.record;

import java.util.UUID;

/**
 * Where a record stands in the shuffled order of screening: the same for ever, like drawn by lot.
 */
public final class ScreeningPlace {
  private ScreeningPlace() {}

  public static int of(UUID reviewId, int record) {
    return (int) (mix(reviewId.getLeastSignificantBits() + record * 0x9E3779B97F4A7C15L) >>> 33);
  }

  /** Where a reviewer starts in that order, so that two do not walk in step. */
  public static int startOf(UUID reviewId, UUID reviewer) {
    return (int)
        (mix(reviewId.getMostSignificantBits() ^ reviewer.getLeastSignificantBits()) >>> 33);
  }

  /** Finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
