package org.winnow.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        differences.addAll(
            Difference.between(
                "record_tag", present(replay.taggings()), present(taggings(reviewId))));
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
        "SELECT id, owner_id, name, place FROM tag WHERE review_id = ?",
        row ->
            found.put(
                row.getObject(1, UUID.class),
                new AnnotationReplay.Tag(
                    row.getObject(2, UUID.class), row.getString(3), row.getInt(4))),
        reviewId);
    return found;
  }

  private Set<AnnotationReplay.Tagging> taggings(UUID reviewId) {
    return Set.copyOf(
        sql.list(
            "SELECT record_id, member_id, tag_id FROM record_tag WHERE review_id = ?",
            row ->
                new AnnotationReplay.Tagging(
                    row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
            reviewId));
  }

  private static Map<AnnotationReplay.Tagging, String> present(
      Set<AnnotationReplay.Tagging> taggings) {
    Map<AnnotationReplay.Tagging, String> present = new HashMap<>();
    taggings.forEach(tagging -> present.put(tagging, "tagged"));
    return present;
  }
}
