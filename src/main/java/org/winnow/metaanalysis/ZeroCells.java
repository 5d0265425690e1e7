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
    NONE,
    /** Those with an empty cell, each arm by the size of the other (Sweeting 2004). */
    BY_OTHER_ARM
  }

  /** ½ to the studies with an empty cell, double-zero studies kept: metafor's default. */
  public static final ZeroCells METAFOR = new ZeroCells(0.5, To.ONLY_ZERO, false);

  /** ½ to the studies with an empty cell, double-zero studies dropped. */
  public static final ZeroCells DROPPING = new ZeroCells(0.5, To.ONLY_ZERO, true);

  /**
   * The treatment-arm correction of Sweeting 2004 (Stat Med 23:1351): n1/(n1+n2) to the cells of
   * the first arm and n2/(n1+n2) to those of the second where a cell is empty, so that it is larger
   * in the larger arm and favours neither; double-zero studies dropped.
   */
  public static final ZeroCells TREATMENT_ARM = new ZeroCells(0.5, To.BY_OTHER_ARM, true);

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
      out.add(applies(table.hasZero(), any) ? plus(table) : table);
    }
    return out;
  }

  private TwoByTwo plus(TwoByTwo t) {
    if (to != To.BY_OTHER_ARM || t.total() == 0) {
      return t.plus(add);
    }
    double first = 2 * add * t.n1() / t.total();
    double second = 2 * add * t.n2() / t.total();
    return new TwoByTwo(t.a() + first, t.b() + first, t.c() + second, t.d() + second);
  }

  boolean applies(boolean zero, boolean any) {
    return switch (to) {
      case ALL -> true;
      case ONLY_ZERO, BY_OTHER_ARM -> zero;
      case ALL_IF_ANY_ZERO -> any;
      case NONE -> false;
    };
  }

  /** Whether a study has no effect because nobody or everybody had the event. */
  public boolean dropped(TwoByTwo table) {
    return dropDoubleZero && (table.doubleZero() || table.allEvents());
  }
}
