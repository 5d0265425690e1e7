package org.winnow.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One search of one database, register or other method. */
@Entity
@Table(name = "source")
class Source {
  /** Sources are numbered within their review. */
  @Embeddable
  record Key(@Column(name = "review_id") UUID reviewId, UUID id) {}

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SourceKind kind;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String platform;

  @Column(name = "searched_on", nullable = false)
  private String searchedOn;

  @Column(nullable = false)
  private String query;

  @Column(nullable = false)
  private String limits;

  @Column(name = "hits_reported")
  private @Nullable Integer hitsReported;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected Source() {}

  @SuppressWarnings("NullAway.Init")
  Source(UUID reviewId, SourceDescribed described) {
    this.key = new Key(reviewId, described.source());
    describe(described);
  }

  /** Takes over what is said of the source now. */
  final void describe(SourceDescribed described) {
    this.kind = described.kind();
    this.name = described.name();
    this.platform = described.platform();
    this.searchedOn = described.searchedOn();
    this.query = described.query();
    this.limits = described.limits();
    this.hitsReported = described.hitsReported();
  }

  SourceDescribed description() {
    return new SourceDescribed(
        key.id(), kind, name, platform, searchedOn, query, limits, hitsReported);
  }
}
