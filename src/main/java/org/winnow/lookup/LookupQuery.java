package org.winnow.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody looks for. */
sealed interface LookupQuery {
  /** Everything in it must match; nothing is asked when it is empty. */
  record All(List<LookupQuery> parts) implements LookupQuery {}

  record Any(List<LookupQuery> parts) implements LookupQuery {}

  record Not(LookupQuery part) implements LookupQuery {}

  /** A word in any of its forms; several tokens, as in Chinese or {@code meta-analysis}, adjoin. */
  record Word(Optional<LookupField> field, String text) implements LookupQuery {}

  /** Words one after another, in just these forms. */
  record Phrase(Optional<LookupField> field, String text) implements LookupQuery {}

  /** Words that begin so. */
  record Prefix(Optional<LookupField> field, String text) implements LookupQuery {}

  /** Years from first to last, both included. */
  record Years(int first, int last) implements LookupQuery {}

  record Doi(String doi) implements LookupQuery {}

  record Pmid(String pmid) implements LookupQuery {}

  /** Records of a source, or of a database, with this in its name. */
  record FromSource(String name) implements LookupQuery {}

  default boolean isEmpty() {
    return switch (this) {
      case All(List<LookupQuery> parts) -> parts.isEmpty();
      case Any _, Not _, Word _, Phrase _, Prefix _, Years _, Doi _, Pmid _, FromSource _ -> false;
    };
  }

  /** What a text must hold to match, without what it must not. */
  default Stream<LookupQuery> wanted() {
    return switch (this) {
      case All(List<LookupQuery> parts) -> parts.stream().flatMap(LookupQuery::wanted);
      case Any(List<LookupQuery> parts) -> parts.stream().flatMap(LookupQuery::wanted);
      case Not _ -> Stream.empty();
      case Word _, Phrase _, Prefix _, Years _, Doi _, Pmid _, FromSource _ -> Stream.of(this);
    };
  }
}
