package org.winnow.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, Source.Key> {

  List<Source> ofReview(UUID reviewId) {
    return list("key.reviewId = ?1 order by kind, name, key.id", reviewId);
  }
}
