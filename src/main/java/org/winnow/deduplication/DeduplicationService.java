package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.record.Records;

/** What people decide about duplicates. A decision once taken is not repeated by a late retry. */
@ApplicationScoped
class DeduplicationService {
  private final Records records;
  private final JoinHistory history;
  private final Ledger ledger;

  DeduplicationService(Records records, JoinHistory history, Ledger ledger) {
    this.records = records;
    this.history = history;
    this.ledger = ledger;
  }

  @Transactional
  void merge(UUID reviewId, UUID by, UUID merge, int representative, List<Integer> members) {
    ledger.lock(reviewId);
    if (!history.holdsMerge(reviewId, merge)) {
      records.merge(reviewId, by, merge, representative, members);
    }
  }

  @Transactional
  void split(UUID reviewId, UUID by, UUID split, int record) {
    ledger.lock(reviewId);
    if (!history.holdsSplit(reviewId, split)) {
      records.split(reviewId, by, split, record);
    }
  }
}
