package org.winnow.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.FileStore;

/** How events hang together: each hash covers the event's content and the hash before it. */
public final class Chain {
  /** The hash before the first event. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /** SHA-256 over the previous hash (32 bytes) followed by the canonical content (UTF-8). */
  public static String hash(
      String previousHash,
      UUID reviewId,
      long sequence,
      Instant at,
      @Nullable UUID actor,
      String type,
      Visibility visibility,
      String payload) {
    var digest = FileStore.sha256();
    digest.update(HexFormat.of().parseHex(previousHash));
    TreeMap<String, Object> content = new TreeMap<>();
    content.put("actor", actor == null ? "" : actor.toString());
    content.put("at", at.toString());
    content.put("payload", payload);
    content.put("review", reviewId.toString());
    content.put("sequence", sequence);
    content.put("type", type);
    content.put("visibility", visibility.name());
    digest.update(CanonicalJson.write(content).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What is wrong with an event that should follow the given head; empty when nothing is. */
  static Optional<String> fault(LedgerHead before, RecordedEvent event) {
    if (event.sequence() != before.sequence() + 1) {
      return Optional.of("missing-event");
    }
    if (!event.previousHash().equals(before.hash())) {
      return Optional.of("broken-link");
    }
    String hash =
        hash(
            event.previousHash(),
            event.reviewId(),
            event.sequence(),
            event.at(),
            event.actor(),
            event.type(),
            event.visibility(),
            event.payload());
    return hash.equals(event.hash()) ? Optional.empty() : Optional.of("changed-content");
  }
}
