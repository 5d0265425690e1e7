package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done about empty cells: the number added, to which studies, and whether studies in which
 * nobody or everybody had the event are dropped.
 */
public record ZeroCells(double add, To to, boolean dropDoubleZero) {
  /** Studies that get the correction. */
  public enum To {
    /** Those with an empty cell. */
    ONLY_ZERO,
    /** All. */
    ALL,
    /** All as soon as one has an empty cell. */
    ALL_IF_ANY_ZERO,
    /** None. */
    NONE
  }

  /** ½ to the studies with an empty cell, double-zero studies kept: metafor's default. */
  public static final ZeroCells METAFOR = new ZeroCells(0.5, To.ONLY_ZERO, false);

  /** ½ to the studies with an empty cell, double-zero studies dropped. */
  public static final ZeroCells DROPPING = new ZeroCells(0.5, To.ONLY_ZERO, true);

  /** No correction. */
  public static final ZeroCells NONE = new ZeroCells(0, To.NONE, false);

  public ZeroCells {
    if (!(add >= 0) || Double.isInfinite(add)) {
      throw new IllegalArgumentException("A continuity correction is not negative: " + add);
    }
  }

  /** The corrected tables. */
  public List<TwoByTwo> corrected(List<TwoByTwo> tables) {
    boolean any = tables.stream().filter(t -> !dropped(t)).anyMatch(TwoByTwo::hasZero);
    List<TwoByTwo> out = new ArrayList<>(tables.size());
    for (TwoByTwo table : tables) {
      out.add(applies(table.hasZero(), any) ? table.plus(add) : table);
    }
    return out;
  }

  boolean applies(boolean zero, boolean any) {
    return switch (to) {
      case ALL -> true;
      case ONLY_ZERO -> zero;
      case ALL_IF_ANY_ZERO -> any;
      case NONE -> false;
    };
  }

  boolean dropped(TwoByTwo table) {
    return dropDoubleZero && (table.doubleZero() || table.allEvents());
  }
}
