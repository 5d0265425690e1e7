package org.winnow.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;

/** The tables of notes and tags as the ledger says they must be. */
@ApplicationScoped
class AnnotationProjection implements Projection {
  private final Sql sql;

  AnnotationProjection(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Replay replay(UUID reviewId) {
    AnnotationReplay replay = new AnnotationReplay();
    return new Replay() {
      @Override
      public void apply(RecordedEvent event) {
        replay.apply(event);
      }

      @Override
      public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        differences.addAll(Difference.between("note", replay.notes(), notes(reviewId)));
        differences.addAll(Difference.between("tag", replay.tags(), tags(reviewId)));
        differences.addAll(Difference.between("record_tag", replay.taggings(), taggings(reviewId)));
        return differences;
      }
    };
  }

  private Map<AnnotationReplay.NoteKey, String> notes(UUID reviewId) {
    Map<AnnotationReplay.NoteKey, String> found = new HashMap<>();
    sql.list(
        "SELECT record_id, member_id, text FROM note WHERE review_id = ?",
        row ->
            found.put(
                new AnnotationReplay.NoteKey(row.getInt(1), row.getObject(2, UUID.class)),
                row.getString(3)),
        reviewId);
    return found;
  }

  private Map<UUID, AnnotationReplay.Tag> tags(UUID reviewId) {
    Map<UUID, AnnotationReplay.Tag> found = new HashMap<>();
    sql.list(
        "SELECT id, owner_id, name, place, kind, options FROM tag WHERE review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new AnnotationReplay.Tag(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getInt(4),
                    Annotations.shape(row))),
        reviewId);
    return found;
  }

  private Map<AnnotationReplay.Tagging, String> taggings(UUID reviewId) {
    Map<AnnotationReplay.Tagging, String> found = new HashMap<>();
    sql.list(
        "SELECT record_id, member_id, tag_id, value FROM record_tag WHERE review_id = ?",
        row ->
            found.put(
                new AnnotationReplay.Tagging(
                    row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                row.getString(4)),
        reviewId);
    return found;
  }
}
