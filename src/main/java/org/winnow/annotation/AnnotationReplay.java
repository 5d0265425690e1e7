package org.winnow.annotation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.RecordedEvent;

/** Notes, tags and what is tagged: a fold over the ledger. */
final class AnnotationReplay {
  private final Map<NoteKey, String> notes = new HashMap<>();
  private final Map<UUID, Tag> tags = new HashMap<>();
  private final Map<Tagging, String> taggings = new HashMap<>();

  /** A member has one note on a record. */
  record NoteKey(int record, UUID member) {}

  /** A tag as its table has it; without an owner it is the review's. */
  record Tag(@Nullable UUID owner, String name, int place, TagShape shape) {}

  /** A member's tag on a record. */
  record Tagging(int record, UUID member, UUID tag) {}

  void apply(RecordedEvent event) {
    if (event.is(NoteWritten.class)) {
      NoteWritten written = event.as(NoteWritten.class);
      NoteKey key = new NoteKey(written.record(), actor(event));
      if (written.text().isEmpty()) {
        notes.remove(key);
      } else {
        notes.put(key, written.text());
      }
    } else if (event.is(OwnTagPut.class)) {
      OwnTagPut put = event.as(OwnTagPut.class);
      tags.put(put.tag(), new Tag(actor(event), put.name(), put.place(), put.shape()));
    } else if (event.is(ReviewTagPut.class)) {
      ReviewTagPut put = event.as(ReviewTagPut.class);
      tags.put(put.tag(), new Tag(null, put.name(), put.place(), put.shape()));
    } else if (event.is(OwnTagMerged.class)) {
      OwnTagMerged merged = event.as(OwnTagMerged.class);
      merge(merged.tag(), merged.into());
    } else if (event.is(ReviewTagMerged.class)) {
      ReviewTagMerged merged = event.as(ReviewTagMerged.class);
      merge(merged.tag(), merged.into());
    } else if (event.is(OwnTagRemoved.class)) {
      remove(event.as(OwnTagRemoved.class).tag());
    } else if (event.is(ReviewTagRemoved.class)) {
      remove(event.as(ReviewTagRemoved.class).tag());
    } else if (event.is(RecordTagged.class)) {
      RecordTagged tagged = event.as(RecordTagged.class);
      taggings.put(
          new Tagging(tagged.record(), actor(event), tagged.tag()),
          Objects.requireNonNullElse(tagged.value(), ""));
    } else if (event.is(RecordUntagged.class)) {
      RecordUntagged untagged = event.as(RecordUntagged.class);
      taggings.remove(new Tagging(untagged.record(), actor(event), untagged.tag()));
    }
  }

  Map<NoteKey, String> notes() {
    return Map.copyOf(notes);
  }

  Map<UUID, Tag> tags() {
    return Map.copyOf(tags);
  }

  /** What is tagged, with the value that the tag has there; empty for plain tags. */
  Map<Tagging, String> taggings() {
    return Map.copyOf(taggings);
  }

  private void merge(UUID tag, UUID into) {
    Map<Tagging, String> moved = new HashMap<>();
    taggings.forEach(
        (tagging, value) -> {
          if (tagging.tag().equals(tag)) {
            moved.put(new Tagging(tagging.record(), tagging.member(), into), value);
          }
        });
    Tag source = Objects.requireNonNull(tags.get(tag));
    tags.computeIfPresent(
        into,
        (_, target) ->
            new Tag(
                target.owner(),
                target.name(),
                target.place(),
                target.shape().with(source.shape())));
    remove(tag);
    moved.forEach(taggings::putIfAbsent);
  }

  private void remove(UUID tag) {
    tags.remove(tag);
    taggings.keySet().removeIf(tagging -> tagging.tag().equals(tag));
  }

  private static UUID actor(RecordedEvent event) {
    return Objects.requireNonNull(event.actor());
  }
}
