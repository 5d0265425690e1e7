package org.winnow.annotation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tag can say of a record.
 *
 * @param options of a choice, in their order; empty for the other kinds
 */
record TagShape(TagKind kind, List<String> options) {
  static final TagShape PLAIN = new TagShape(TagKind.PLAIN, List.of());

  /** As an event has it, which says nothing of a plain tag. */
  static TagShape told(@Nullable TagKind kind, @Nullable List<String> options) {
    return kind == null ? PLAIN : new TagShape(kind, options == null ? List.of() : options);
  }

  @Nullable TagKind kindToTell() {
    return kind == TagKind.PLAIN ? null : kind;
  }

  @Nullable List<String> optionsToTell() {
    return kind == TagKind.CHOICE ? options : null;
  }

  /** With the options of another that merges into this one, behind its own. */
  TagShape with(TagShape other) {
    return new TagShape(
        kind, Stream.concat(options.stream(), other.options.stream()).distinct().toList());
  }

  /** Why a record cannot bear the tag with this value; empty when it can. */
  Optional<String> refusal(String value) {
    return switch (kind) {
      case PLAIN -> value.isEmpty() ? Optional.empty() : Optional.of("tag-without-value");
      case TEXT -> value.isEmpty() ? Optional.of("tag-value-needed") : Optional.empty();
      case CHOICE -> options.contains(value) ? Optional.empty() : Optional.of("tag-value-unknown");
    };
  }
}
