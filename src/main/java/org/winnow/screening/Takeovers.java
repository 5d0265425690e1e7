package org.winnow.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.FileStore;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.Records;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;

/**
 * Votes that come from another tool's export. They are votes like others, but of the moment of the
 * takeover, and their origin stays with them. Every method belongs to the caller's transaction.
 */
@ApplicationScoped
public class Takeovers {
  private static final long LIST_LIMIT = Long.MAX_VALUE;

  private final Sql sql;
  private final Ledger ledger;
  private final FileStore files;
  private final Records records;
  private final Reviews reviews;
  private final Queue queue;
  private final Screenings screenings;

  Takeovers(
      Sql sql,
      Ledger ledger,
      FileStore files,
      Records records,
      Reviews reviews,
      Queue queue,
      Screenings screenings) {
    this.sql = sql;
    this.ledger = ledger;
    this.files = files;
    this.records = records;
    this.reviews = reviews;
    this.queue = queue;
    this.screenings = screenings;
  }

  /** Somebody's decision in another tool, in the words of this review. */
  public record Judgement(int record, UUID reviewer, Verdict verdict, List<UUID> reasons) {}

  /** Why a judgement cannot become a vote. */
  public enum Hindrance {
    /** The record has not reached the stage. */
    NOT_AT_STAGE,
    /** The person has voted on it here; what they say here is the later word. */
    VOTED_HERE,
    /** Its conflict has been settled. */
    SETTLED,
    /** The file has the person say two things of one entry. */
    SAYS_TWO_THINGS,
    /** The stage asks for a reason, and none was mapped. */
    REASON_NEEDED
  }

  /** Judgements that can be votes, and those that cannot. */
  public record Sorted(List<Judgement> votes, Map<Judgement, Hindrance> hindered) {}

  /** A takeover as it stands. */
  public record Takeover(
      UUID id,
      UUID importId,
      Stage stage,
      int votes,
      int notCarried,
      String notCarriedContent,
      UUID by,
      Instant at,
      boolean withdrawn) {}

  /** Tells which judgements can be votes now. */
  public Sorted sort(UUID reviewId, Stage stage, Collection<Judgement> judgements) {
    Protocol protocol = reviews.protocol(reviewId).protocol();
    Set<Integer> items = queue.allItems(reviewId, stage);
    Map<Integer, Integer> representatives = records.representatives(reviewId);
    Set<Said> said = said(reviewId, stage);
    Set<Integer> settled = settled(reviewId, stage);
    Map<Said, Set<Verdict>> verdicts = new HashMap<>();
    for (Judgement judgement : judgements) {
      verdicts
          .computeIfAbsent(about(judgement, representatives), _ -> new HashSet<>())
          .add(judgement.verdict());
    }
    Map<List<Object>, Judgement> votes = new LinkedHashMap<>();
    Map<Judgement, Hindrance> hindered = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      Said about = about(judgement, representatives);
      if (!items.contains(about.item())) {
        hindered.put(judgement, Hindrance.NOT_AT_STAGE);
      } else if (settled.contains(about.item())) {
        hindered.put(judgement, Hindrance.SETTLED);
      } else if (said.contains(about)) {
        hindered.put(judgement, Hindrance.VOTED_HERE);
      } else if (verdicts.getOrDefault(about, Set.of()).size() > 1) {
        hindered.put(judgement, Hindrance.SAYS_TWO_THINGS);
      } else if (judgement.verdict() == Verdict.EXCLUDE
          && judgement.reasons().isEmpty()
          && protocol.policy().asksReason(stage)) {
        hindered.put(judgement, Hindrance.REASON_NEEDED);
      } else {
        votes.putIfAbsent(List.of(judgement.record(), judgement.reviewer()), judgement);
      }
    }
    return new Sorted(List.copyOf(votes.values()), hindered);
  }

  /** Who has said something of which item. */
  private record Said(int item, UUID reviewer) {}

  private static Said about(Judgement judgement, Map<Integer, Integer> representatives) {
    return new Said(
        representatives.getOrDefault(judgement.record(), judgement.record()), judgement.reviewer());
  }

  private Set<Said> said(UUID reviewId, Stage stage) {
    return Set.copyOf(
        sql.list(
            "SELECT DISTINCT counts_for, reviewer_id FROM vote WHERE review_id = ? AND stage = ? AND"
                + " withdrawn_sequence IS NULL",
            row -> new Said(row.getInt(1), row.getObject(2, UUID.class)),
            reviewId,
            stage));
  }

  private Set<Integer> settled(UUID reviewId, Stage stage) {
    return Set.copyOf(
        sql.list(
            "SELECT DISTINCT counts_for FROM adjudication WHERE review_id = ? AND stage = ? AND"
                + " withdrawn_sequence IS NULL",
            row -> row.getInt(1),
            reviewId,
            stage));
  }

  /** What a lead takes over, and under which id. */
  public record Order(
      UUID takeover, UUID importId, String file, Stage stage, VotesTakenOver.Mapping mapping) {}

  /**
   * Casts judgements that {@link #sort} lets through.
   *
   * @param notCarried how many decisions did not become votes
   * @param notCarriedList the list of them, as it is to be kept
   */
  public void cast(
      UUID reviewId,
      UUID lead,
      Order order,
      List<Judgement> judgements,
      int notCarried,
      String notCarriedList) {
    ledger.lock(reviewId);
    refuseWhenClosed(reviewId, order.stage());
    List<TakenVote> votes =
        judgements.stream().map(one -> TakenVote.of(order.takeover(), one)).toList();
    VotesTakenOver event =
        new VotesTakenOver(
            order.takeover(),
            order.importId(),
            order.file(),
            order.stage(),
            order.mapping(),
            reviews.protocol(reviewId).version(),
            votes.size(),
            keep(String.join("\n", votes.stream().map(TakenVote::line).toList())),
            notCarried,
            keep(notCarriedList));
    RecordedEvent recorded = ledger.append(reviewId, lead, event);
    sql.update(
        "INSERT INTO takeover (review_id, id, import_id, stage, votes, content, not_carried,"
            + " not_carried_content, taken_by, taken_at, sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?)",
        reviewId,
        event.takeover(),
        event.importId(),
        event.stage(),
        event.votes(),
        event.content(),
        event.notCarried(),
        event.notCarriedContent(),
        lead,
        recorded.at(),
        recorded.sequence());
    insert(reviewId, event, recorded, votes);
  }

  private void insert(
      UUID reviewId, VotesTakenOver event, RecordedEvent recorded, List<TakenVote> votes) {
    Map<Integer, Integer> representatives = records.representatives(reviewId);
    List<Integer> countFor =
        votes.stream().map(vote -> representatives.getOrDefault(vote.item(), vote.item())).toList();
    sql.update(
        "INSERT INTO vote (review_id, id, stage, item_id, counts_for, reviewer_id, verdict, reasons,"
            + " protocol_version, sequence, cast_at, takeover_id) SELECT ?, t.id, ?, t.item,"
            + " t.counts_for, t.reviewer, t.verdict, string_to_array(t.reasons, ',')::uuid[], ?, ?,"
            + " ?, ? FROM unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[]) AS t"
            + " (id, item, counts_for, reviewer, verdict, reasons)",
        reviewId,
        event.stage(),
        event.protocolVersion(),
        recorded.sequence(),
        recorded.at(),
        event.takeover(),
        votes.stream().map(TakenVote::vote).toList(),
        votes.stream().map(TakenVote::item).toList(),
        countFor,
        votes.stream().map(TakenVote::reviewer).toList(),
        votes.stream().map(vote -> vote.verdict().name()).toList(),
        votes.stream().map(TakenVote::reasonList).toList());
    screenings.derive(reviewId, event.stage(), new TreeSet<>(countFor));
  }

  /**
   * Takes all votes of a takeover back; repeating it changes nothing.
   *
   * @throws RuleViolation when conflicts that they are part of have been settled
   */
  public void withdraw(UUID reviewId, UUID lead, UUID takeoverId) {
    ledger.lock(reviewId);
    Takeover takeover = find(reviewId, takeoverId).orElseThrow(RuleViolation::notFound);
    if (takeover.withdrawn()) {
      return;
    }
    refuseWhenClosed(reviewId, takeover.stage());
    long settled =
        sql.number(
            "SELECT count(DISTINCT a.counts_for) FROM vote v JOIN adjudication a ON a.review_id ="
                + " v.review_id AND a.stage = v.stage AND a.counts_for = v.counts_for AND"
                + " a.withdrawn_sequence IS NULL WHERE v.review_id = ? AND v.takeover_id = ? AND"
                + " v.withdrawn_sequence IS NULL",
            reviewId,
            takeoverId);
    if (settled > 0) {
      throw new RuleViolation("takeover-settled", settled);
    }
    RecordedEvent event = ledger.append(reviewId, lead, new TakeoverWithdrawn(takeoverId));
    sql.update(
        "UPDATE takeover SET withdrawn_sequence = ? WHERE review_id = ? AND id = ?",
        event.sequence(),
        reviewId,
        takeoverId);
    Set<Integer> items = new TreeSet<>();
    sql.list(
        "UPDATE vote SET withdrawn_sequence = ? WHERE review_id = ? AND takeover_id = ? AND"
            + " withdrawn_sequence IS NULL RETURNING counts_for",
        row -> items.add(row.getInt(1)),
        event.sequence(),
        reviewId,
        takeoverId);
    screenings.derive(reviewId, takeover.stage(), items);
  }

  public Optional<Takeover> find(UUID reviewId, UUID takeover) {
    return sql.one(
        "SELECT * FROM takeover WHERE review_id = ? AND id = ?",
        Takeovers::takeover,
        reviewId,
        takeover);
  }

  /** Those of one import, the oldest first. */
  public List<Takeover> ofImport(UUID reviewId, UUID importId) {
    return sql.list(
        "SELECT * FROM takeover WHERE review_id = ? AND import_id = ? ORDER BY sequence",
        Takeovers::takeover,
        reviewId,
        importId);
  }

  private static Takeover takeover(ResultSet row) throws SQLException {
    return new Takeover(
        row.getObject("id", UUID.class),
        row.getObject("import_id", UUID.class),
        Stage.valueOf(row.getString("stage")),
        row.getInt("votes"),
        row.getInt("not_carried"),
        row.getString("not_carried_content"),
        row.getObject("taken_by", UUID.class),
        row.getTimestamp("taken_at").toInstant(),
        row.getObject("withdrawn_sequence") != null);
  }

  /** Reads a kept list of votes; none when it is gone, which is a difference of its own. */
  List<TakenVote> votes(String content) {
    return keptLines(content).stream().map(TakenVote::read).toList();
  }

  /** The lines of a kept list; none when it is gone. */
  public List<String> keptLines(String content) {
    if (!files.holds(content)) {
      return List.of();
    }
    List<String> kept = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(content), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isEmpty()).forEach(kept::add);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String keep(String list) {
    return files
        .store(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), LIST_LIMIT)
        .sha256();
  }

  private void refuseWhenClosed(UUID reviewId, Stage stage) {
    if (reviews.isClosed(reviewId, stage)) {
      throw new RuleViolation("stage-closed");
    }
  }
}
