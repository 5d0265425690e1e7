package org.winnow.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;

/** The documents of reports as the ledger says they must be. */
@ApplicationScoped
class DocumentProjection implements Projection {
  private final Documents documents;

  DocumentProjection(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Replay replay(UUID reviewId) {
    Map<UUID, Document> expected = new HashMap<>();
    return new Replay() {
      @Override
      public void apply(RecordedEvent event) {
        if (event.is(DocumentAdded.class)) {
          DocumentAdded added = event.as(DocumentAdded.class);
          expected.put(
              added.document(),
              new Document(
                  added.document(),
                  added.report(),
                  added.kind(),
                  added.fileName(),
                  added.sha256(),
                  added.bytes(),
                  Objects.requireNonNull(event.actor()),
                  event.at(),
                  false));
        } else if (event.is(DocumentRemoved.class)) {
          expected.computeIfPresent(
              event.as(DocumentRemoved.class).document(), (_, document) -> document.withRemoved());
        }
      }

      @Override
      public List<Difference> differences() {
        return Difference.between("report_document", expected, documents.all(reviewId));
      }
    };
  }
}
