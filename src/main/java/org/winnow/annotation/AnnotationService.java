package org.winnow.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.team.CurrentAccount;
import org.winnow.team.ReviewRole;

/** Notes and tags are changed here; doing the same again changes nothing. */
@ApplicationScoped
class AnnotationService {
  private final Sql sql;
  private final Ledger ledger;
  private final Records records;

  AnnotationService(Sql sql, Ledger ledger, Records records) {
    this.sql = sql;
    this.ledger = ledger;
    this.records = records;
  }

  /** Whose a tag is. */
  enum Owner {
    MEMBER,
    REVIEW
  }

  private record Stored(@Nullable UUID owner, String name, int place, TagShape shape) {
    Owner kind() {
      return owner == null ? Owner.REVIEW : Owner.MEMBER;
    }
  }

  @Transactional
  void write(UUID reviewId, UUID member, int record, String text) {
    ledger.lock(reviewId);
    refuseUnknown(reviewId, record);
    String before =
        sql.one(
                "SELECT text FROM note WHERE review_id = ? AND record_id = ? AND member_id = ?",
                row -> row.getString(1),
                reviewId,
                record,
                member)
            .orElse("");
    if (before.equals(text)) {
      return;
    }
    RecordedEvent event = ledger.append(reviewId, member, new NoteWritten(record, text));
    if (text.isEmpty()) {
      sql.update(
          "DELETE FROM note WHERE review_id = ? AND record_id = ? AND member_id = ?",
          reviewId,
          record,
          member);
    } else {
      sql.update(
          "INSERT INTO note (review_id, record_id, member_id, text, written_at) VALUES (?, ?, ?, ?,"
              + " ?) ON CONFLICT (review_id, record_id, member_id) DO UPDATE SET text ="
              + " excluded.text, written_at = excluded.written_at",
          reviewId,
          record,
          member,
          text,
          event.at());
    }
  }

  /**
   * Makes a tag, or gives one another name, place or other options. Its kind stays: what it says on
   * records would mean nothing in another one.
   *
   * @param asked the tag's shape; null for a plain one, and for one that is there as it is
   */
  @Transactional
  void put(
      UUID reviewId,
      CurrentAccount member,
      UUID tag,
      Owner owner,
      String name,
      int place,
      @Nullable TagShape asked) {
    ledger.lock(reviewId);
    refuseUnlessLead(owner, member);
    Optional<Stored> before = find(reviewId, tag);
    if (before.isPresent() && (before.get().kind() != owner || !isOf(before.get(), member))) {
      throw RuleViolation.notFound();
    }
    TagShape former = before.map(Stored::shape).orElse(TagShape.PLAIN);
    TagShape shape = asked == null ? former : asked;
    if (before.isPresent() && shape.kind() != former.kind()) {
      throw RuleViolation.invalid("tag-kind-fixed");
    }
    UUID ownerId = owner == Owner.REVIEW ? null : member.id();
    if (before.isPresent() && before.get().equals(new Stored(ownerId, name, place, shape))) {
      return;
    }
    refuseTakenName(reviewId, ownerId, tag, name);
    ledger.append(
        reviewId,
        member.id(),
        owner == Owner.REVIEW
            ? new ReviewTagPut(tag, name, place, shape.kindToTell(), shape.optionsToTell())
            : new OwnTagPut(tag, name, place, shape.kindToTell(), shape.optionsToTell()));
    sql.update(
        "INSERT INTO tag (review_id, id, owner_id, name, place, kind, options) VALUES (?, ?,"
            + " ?::uuid, ?, ?, ?, ?) ON CONFLICT (review_id, id) DO UPDATE SET name ="
            + " excluded.name, place = excluded.place, options = excluded.options",
        reviewId,
        tag,
        ownerId,
        name,
        place,
        shape.kind(),
        shape.options());
  }

  /** What bears the one tag bears the other instead. */
  @Transactional
  void merge(UUID reviewId, CurrentAccount member, UUID tag, UUID into) {
    ledger.lock(reviewId);
    Stored target = mine(reviewId, member, into).orElseThrow(RuleViolation::notFound);
    Optional<Stored> source = mine(reviewId, member, tag);
    if (source.isEmpty()) {
      // Merged before, or removed: there is nothing left to move.
      return;
    }
    refuseUnlessLead(source.get().kind(), member);
    if (tag.equals(into)
        || source.get().shape().kind() != target.shape().kind()
        || (source.get().kind() == Owner.REVIEW && target.kind() == Owner.MEMBER)) {
      throw RuleViolation.invalid("tags-not-mergeable");
    }
    ledger.append(
        reviewId,
        member.id(),
        source.get().kind() == Owner.REVIEW
            ? new ReviewTagMerged(tag, into)
            : new OwnTagMerged(tag, into));
    sql.update(
        "INSERT INTO record_tag (review_id, record_id, member_id, tag_id, value) SELECT review_id,"
            + " record_id, member_id, ?::uuid, value FROM record_tag WHERE review_id = ? AND tag_id ="
            + " ? ON CONFLICT DO NOTHING",
        into,
        reviewId,
        tag);
    sql.update(
        "UPDATE tag SET options = ? WHERE review_id = ? AND id = ?",
        target.shape().with(source.get().shape()).options(),
        reviewId,
        into);
    drop(reviewId, tag);
  }

  @Transactional
  void remove(UUID reviewId, CurrentAccount member, UUID tag) {
    ledger.lock(reviewId);
    Optional<Stored> stored = mine(reviewId, member, tag);
    if (stored.isEmpty()) {
      return;
    }
    refuseUnlessLead(stored.get().kind(), member);
    LedgerEvent removed =
        stored.get().kind() == Owner.REVIEW ? new ReviewTagRemoved(tag) : new OwnTagRemoved(tag);
    ledger.append(reviewId, member.id(), removed);
    drop(reviewId, tag);
  }

  /**
   * Puts a tag on a record, or gives it another value there and on the duplicates that bear it.
   *
   * @param value empty for a plain tag
   */
  @Transactional
  void tag(UUID reviewId, CurrentAccount member, int record, UUID tag, String value) {
    ledger.lock(reviewId);
    refuseUnknown(reviewId, record);
    TagShape shape =
        mine(reviewId, member, tag).map(Stored::shape).orElseThrow(RuleViolation::notFound);
    Map<Integer, String> bearers = tagged(reviewId, member.id(), record, tag);
    if (!bearers.isEmpty() && bearers.values().stream().allMatch(value::equals)) {
      return;
    }
    shape
        .refusal(value)
        .ifPresent(
            code -> {
              throw RuleViolation.invalid(code);
            });
    for (int bearer : bearers.isEmpty() ? Set.of(record) : bearers.keySet()) {
      ledger.append(
          reviewId, member.id(), new RecordTagged(bearer, tag, value.isEmpty() ? null : value));
      sql.update(
          "INSERT INTO record_tag (review_id, record_id, member_id, tag_id, value) VALUES (?, ?, ?,"
              + " ?, ?) ON CONFLICT (review_id, record_id, member_id, tag_id) DO UPDATE SET value ="
              + " excluded.value",
          reviewId,
          bearer,
          member.id(),
          tag,
          value);
    }
  }

  /** Takes a tag off a record, and off those that it stands for. */
  @Transactional
  void untag(UUID reviewId, UUID member, int record, UUID tag) {
    ledger.lock(reviewId);
    for (int bearer : tagged(reviewId, member, record, tag).keySet()) {
      ledger.append(reviewId, member, new RecordUntagged(bearer, tag));
      sql.update(
          "DELETE FROM record_tag WHERE review_id = ? AND record_id = ? AND member_id = ? AND tag_id"
              + " = ?",
          reviewId,
          bearer,
          member,
          tag);
    }
  }

  /** Where a member has the tag: on the record and on those that it stands for, with its value. */
  private Map<Integer, String> tagged(UUID reviewId, UUID member, int record, UUID tag) {
    Map<Integer, String> found = new TreeMap<>();
    sql.list(
        "SELECT rt.record_id, rt.value FROM record r JOIN record_tag rt ON rt.review_id ="
            + " r.review_id AND rt.record_id = r.id WHERE r.review_id = ? AND (r.id = ? OR"
            + " r.representative_id = ?) AND rt.member_id = ? AND rt.tag_id = ?",
        row -> found.put(row.getInt(1), row.getString(2)),
        reviewId,
        record,
        record,
        member,
        tag);
    return found;
  }

  private void drop(UUID reviewId, UUID tag) {
    sql.update("DELETE FROM record_tag WHERE review_id = ? AND tag_id = ?", reviewId, tag);
    sql.update("DELETE FROM tag WHERE review_id = ? AND id = ?", reviewId, tag);
  }

  private Optional<Stored> find(UUID reviewId, UUID tag) {
    return sql.one(
        "SELECT owner_id, name, place, kind, options FROM tag WHERE review_id = ? AND id = ?",
        row ->
            new Stored(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                Annotations.shape(row)),
        reviewId,
        tag);
  }

  /** A tag that this member can use: the review's or their own. */
  private Optional<Stored> mine(UUID reviewId, CurrentAccount member, UUID tag) {
    return find(reviewId, tag).filter(stored -> isOf(stored, member));
  }

  private static boolean isOf(Stored stored, CurrentAccount member) {
    return stored.owner() == null || stored.owner().equals(member.id());
  }

  private static void refuseUnlessLead(Owner owner, CurrentAccount member) {
    if (owner == Owner.REVIEW && !member.has(ReviewRole.LEAD)) {
      throw RuleViolation.withStatus(403, "review-tags-by-leads");
    }
  }

  /** Only among the tags of the same owner: the names that others chose are theirs. */
  private void refuseTakenName(UUID reviewId, @Nullable UUID owner, UUID tag, String name) {
    if (sql.number(
            "SELECT count(*) FROM tag WHERE review_id = ? AND owner_id IS NOT DISTINCT FROM ?::uuid"
                + " AND lower(name) = lower(?) AND id <> ?",
            reviewId,
            owner,
            name,
            tag)
        > 0) {
      throw RuleViolation.invalid("tag-name-taken", name);
    }
  }

  private void refuseUnknown(UUID reviewId, int record) {
    if (records.representativeOf(reviewId, record).isEmpty()) {
      throw RuleViolation.notFound();
    }
  }
}
