package org.winnow.annotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;

/**
 * Notes and tags as a member may see them: those of others only once the review's rules do not
 * blind that member.
 */
@ApplicationScoped
class Annotations {
  private static final int MOST_VALUES = 200;

  private final Sql sql;
  private final Reviews reviews;
  private final Members members;

  Annotations(Sql sql, Reviews reviews, Members members) {
    this.sql = sql;
    this.reviews = reviews;
    this.members = members;
  }

  /** A member. */
  record Author(UUID id, String displayName) {}

  /**
   * A note.
   *
   * @param recordId where it was written: the record itself or a duplicate that it stands for
   */
  record NoteView(int recordId, Author by, String text, Instant at) {}

  /** A tag that a member put on the record, with what it says there; empty for a plain one. */
  record TagOnRecord(UUID id, String name, String value, Author by) {}

  /** All that is noted on a record and its duplicates. */
  record OnRecord(int recordId, List<NoteView> notes, List<TagOnRecord> tags) {}

  /**
   * A tag that one can use.
   *
   * @param mine on how many of the review's records the asking member has it
   * @param values what it says on these, the most frequent first, as many as a list can show
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TagView(
      UUID id,
      String name,
      String owner,
      int place,
      TagKind kind,
      List<String> options,
      long mine,
      List<ValueView> values) {}

  /** On how many of the review's records the asking member has the tag with a value. */
  record ValueView(String value, long mine) {}

  /** From a row with the columns {@code kind} and {@code options}. */
  static TagShape shape(ResultSet row) throws SQLException {
    return new TagShape(
        TagKind.valueOf(row.getString("kind")),
        List.of((String[]) row.getArray("options").getArray()));
  }

  List<TagView> tags(UUID reviewId, UUID member) {
    Map<UUID, List<ValueView>> values = values(reviewId, member);
    return sql.list(
        "SELECT t.*, (SELECT count(*) FROM record_tag rt WHERE rt.review_id = t.review_id AND"
            + " rt.tag_id = t.id AND rt.member_id = ?) AS mine FROM tag t WHERE t.review_id = ? AND"
            + " (t.owner_id IS NULL OR t.owner_id = ?) ORDER BY t.owner_id NULLS FIRST, t.place,"
            + " lower(t.name), t.id",
        row -> {
          UUID id = row.getObject("id", UUID.class);
          TagShape shape = shape(row);
          return new TagView(
              id,
              row.getString("name"),
              row.getObject("owner_id") == null ? "review" : "member",
              row.getInt("place"),
              shape.kind(),
              shape.options(),
              row.getLong("mine"),
              values.getOrDefault(id, List.of()));
        },
        member,
        reviewId,
        member);
  }

  private Map<UUID, List<ValueView>> values(UUID reviewId, UUID member) {
    Map<UUID, List<ValueView>> found = new HashMap<>();
    sql.list(
        "SELECT tag_id, value, count(*) FROM record_tag WHERE review_id = ? AND member_id = ? AND"
            + " value <> '' GROUP BY tag_id, value ORDER BY count(*) DESC, value",
        row ->
            found
                .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                .add(new ValueView(row.getString(2), row.getLong(3))),
        reviewId,
        member);
    found.replaceAll((_, all) -> all.subList(0, Math.min(all.size(), MOST_VALUES)));
    return found;
  }

  List<OnRecord> of(UUID reviewId, CurrentAccount member, Collection<Integer> ids) {
    @Nullable UUID only = reviews.isBlinded(reviewId, member) ? member.id() : null;
    record FoundNote(int shown, int record, UUID by, String text, Instant at) {}
    record FoundTag(int shown, UUID by, UUID tag, String name, String value) {}
    String onShown =
        " FROM unnest(?::int[]) AS shown (id) JOIN record r ON r.review_id = ? AND (r.id = shown.id"
            + " OR r.representative_id = shown.id)";
    List<FoundNote> notes =
        sql.list(
            "SELECT shown.id, n.record_id, n.member_id, n.text, n.written_at"
                + onShown
                + " JOIN note n ON n.review_id = r.review_id AND n.record_id = r.id WHERE"
                + " (?::uuid IS NULL OR n.member_id = ?::uuid) ORDER BY n.written_at, n.member_id",
            row ->
                new FoundNote(
                    row.getInt(1),
                    row.getInt(2),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()),
            ids,
            reviewId,
            only,
            only);
    List<FoundTag> tags =
        sql.list(
            "SELECT DISTINCT shown.id, rt.member_id, t.id, t.name, rt.value, t.place"
                + onShown
                + " JOIN record_tag rt ON rt.review_id = r.review_id AND rt.record_id = r.id JOIN"
                + " tag t ON t.review_id = rt.review_id AND t.id = rt.tag_id WHERE (?::uuid IS NULL"
                + " OR rt.member_id = ?::uuid) ORDER BY t.place, t.name, t.id, rt.member_id, rt.value",
            row ->
                new FoundTag(
                    row.getInt(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getString(5)),
            ids,
            reviewId,
            only,
            only);
    Set<UUID> authors = new HashSet<>();
    notes.forEach(note -> authors.add(note.by()));
    tags.forEach(tag -> authors.add(tag.by()));
    Map<UUID, String> names = members.namesOf(authors);
    Map<Integer, OnRecord> found = new HashMap<>();
    ids.forEach(id -> found.put(id, new OnRecord(id, new ArrayList<>(), new ArrayList<>())));
    for (FoundNote note : notes) {
      Objects.requireNonNull(found.get(note.shown()))
          .notes()
          .add(new NoteView(note.record(), author(names, note.by()), note.text(), note.at()));
    }
    for (FoundTag tag : tags) {
      Objects.requireNonNull(found.get(tag.shown()))
          .tags()
          .add(new TagOnRecord(tag.tag(), tag.name(), tag.value(), author(names, tag.by())));
    }
    return ids.stream()
        .map(found::get)
        .filter(on -> !on.notes().isEmpty() || !on.tags().isEmpty())
        .toList();
  }

  private static Author author(Map<UUID, String> names, UUID id) {
    return new Author(id, names.getOrDefault(id, ""));
  }
}
