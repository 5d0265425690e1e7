package org.winnow.screening;

import java.util.List;
import java.util.Locale;

/** What a "maybe" is when agreement is measured. */
public enum MaybeRule {
  /** A class of its own, between inclusion and exclusion. */
  OWN,
  /** An inclusion: doubt keeps a record in. */
  INCLUDE,
  /** An exclusion. */
  EXCLUDE;

  static MaybeRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The classes in their order. */
  List<Verdict> classes() {
    return this == OWN
        ? List.of(Verdict.INCLUDE, Verdict.MAYBE, Verdict.EXCLUDE)
        : List.of(Verdict.INCLUDE, Verdict.EXCLUDE);
  }

  int classOf(Verdict verdict) {
    Verdict counted =
        switch (this) {
          case OWN -> verdict;
          case INCLUDE -> verdict == Verdict.MAYBE ? Verdict.INCLUDE : verdict;
          case EXCLUDE -> verdict == Verdict.MAYBE ? Verdict.EXCLUDE : verdict;
        };
    return classes().indexOf(counted);
  }
}
