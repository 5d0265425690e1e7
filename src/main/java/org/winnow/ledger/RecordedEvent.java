package org.winnow.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger keeps it.
 *
 * @param sequence place in the review's chain, from 1 without gaps
 * @param actor account that caused it; null for the server itself
 * @param payload canonical JSON
 * @param previousHash hash of the event before, hexadecimal; 64 zeros before the first
 */
public record RecordedEvent(
    UUID reviewId,
    long sequence,
    Instant at,
    @Nullable UUID actor,
    String type,
    Visibility visibility,
    String payload,
    String previousHash,
    String hash) {

  /** The event as the class that wrote it. */
  public <T extends LedgerEvent> T as(Class<T> kind) {
    return CanonicalJson.read(payload, kind);
  }

  public boolean is(Class<? extends LedgerEvent> kind) {
    return type.equals(kind.getAnnotation(EventType.class).value());
  }
}
