package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.Ledger;

/**
 * The searches that a review's records come from. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
public class Sources {
  private final SourceRepository sources;
  private final Ledger ledger;

  Sources(SourceRepository sources, Ledger ledger) {
    this.sources = sources;
    this.ledger = ledger;
  }

  /** Describes a source for the first time or anew; the same description again changes nothing. */
  public void describe(UUID reviewId, UUID by, SourceDescribed description) {
    ledger.lock(reviewId);
    Optional<Source> known =
        sources.findByIdOptional(new Source.Key(reviewId, description.source()));
    if (known.map(Source::description).filter(description::equals).isPresent()) {
      return;
    }
    ledger.append(reviewId, by, description);
    if (known.isPresent()) {
      known.get().describe(description);
    } else {
      sources.persist(new Source(reviewId, description));
    }
  }

  public List<SourceDescribed> list(UUID reviewId) {
    return sources.ofReview(reviewId).stream().map(Source::description).toList();
  }

  public Optional<SourceDescribed> find(UUID reviewId, UUID source) {
    return sources.findByIdOptional(new Source.Key(reviewId, source)).map(Source::description);
  }
}
