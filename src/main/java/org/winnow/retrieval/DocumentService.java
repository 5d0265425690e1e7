package org.winnow.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.team.CurrentAccount;
import org.winnow.team.ReviewRole;

/**
 * Puts documents on reports and takes them off. Neither says how far the search for a report has
 * come: somebody who has the document says that.
 */
@ApplicationScoped
class DocumentService {
  private final Documents documents;
  private final Reports reports;
  private final ReportSight sight;
  private final Ledger ledger;

  DocumentService(Documents documents, Reports reports, ReportSight sight, Ledger ledger) {
    this.documents = documents;
    this.reports = reports;
    this.sight = sight;
    this.ledger = ledger;
  }

  /** The same answer for a report that there is not and for one that a member may not know of. */
  @Transactional
  void refuseUnknown(UUID reviewId, int report, CurrentAccount member) {
    if (!sight.knows(reviewId, report, member) || reports.retrieval(reviewId, report).isEmpty()) {
      throw RuleViolation.notFound();
    }
  }

  /** A document that was put on the report by this id before, even if it was removed since. */
  @Transactional
  Optional<Document> knownAs(UUID reviewId, int report, UUID id) {
    Optional<Document> known = documents.find(reviewId, id);
    if (known.isPresent() && known.get().report() != report) {
      throw RuleViolation.invalid("document-id-used");
    }
    return known;
  }

  /** Puts a stored file on a report; the same again changes nothing. */
  @Transactional
  Document add(UUID reviewId, CurrentAccount member, DocumentAdded added) {
    ledger.lock(reviewId);
    refuseUnknown(reviewId, added.report(), member);
    Optional<Document> before = knownAs(reviewId, added.report(), added.document());
    if (before.isPresent()) {
      return before.get();
    }
    documents.of(reviewId, added.report()).stream()
        .filter(one -> one.sha256().equals(added.sha256()))
        .findFirst()
        .ifPresent(
            same -> {
              throw new RuleViolation("document-there", same.fileName());
            });
    RecordedEvent event = ledger.append(reviewId, member.id(), added);
    documents.add(reviewId, member.id(), added, event);
    return documents.find(reviewId, added.document()).orElseThrow();
  }

  /** Takes a document off; repeating it changes nothing. */
  @Transactional
  void remove(UUID reviewId, CurrentAccount member, int report, UUID id) {
    ledger.lock(reviewId);
    refuseUnknown(reviewId, report, member);
    if (documents.amongThoseOf(reviewId, report, List.of(id)).isEmpty()) {
      throw RuleViolation.notFound();
    }
    Document document = documents.find(reviewId, id).orElseThrow();
    if (document.removed()) {
      return;
    }
    if (!mayRemove(document, member)) {
      throw RuleViolation.withStatus(403, "document-of-another");
    }
    ledger.append(reviewId, member.id(), new DocumentRemoved(id, document.report()));
    documents.remove(reviewId, id);
  }

  static boolean mayRemove(Document document, CurrentAccount member) {
    return member.has(ReviewRole.LEAD)
        || document.by().equals(member.id())
            && (member.has(ReviewRole.REVIEWER) || member.has(ReviewRole.ADJUDICATOR));
  }
}
