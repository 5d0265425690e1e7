package org.winnow.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.ReviewRole;

/** The face of reviews, protocols and stages to other rooms. */
@ApplicationScoped
public class Reviews {
  private static final int PARSED_AT_MOST = 100;
  private static final Map<String, Protocol> PARSED = new ConcurrentHashMap<>();

  private final Sql sql;
  private final Ledger ledger;
  private final Members members;
  private final Event<ReviewOpened> opened;
  private final Event<PolicyChanged> policyChanged;

  Reviews(
      Sql sql,
      Ledger ledger,
      Members members,
      Event<ReviewOpened> opened,
      Event<PolicyChanged> policyChanged) {
    this.sql = sql;
    this.ledger = ledger;
    this.members = members;
    this.opened = opened;
    this.policyChanged = policyChanged;
  }

  /** Fired inside the transaction that makes a review, so that rooms can prepare their tables. */
  public record ReviewOpened(UUID reviewId) {}

  public record Review(UUID id, String title, String language, Instant createdAt) {}

  public record StageState(Stage stage, boolean closed, Instant since) {}

  /** A version of the protocol with who wrote it, when and why. */
  public record ProtocolVersion(
      int version, Protocol protocol, String explanation, @Nullable UUID by, Instant at) {}

  /** Makes a review whose lead is the account; the same again changes nothing. */
  @Transactional
  public Review create(UUID reviewId, UUID by, String title, String language) {
    Optional<Review> known = find(reviewId);
    if (known.isPresent()) {
      if (!members.rolesOf(reviewId, by).contains(ReviewRole.LEAD)) {
        throw RuleViolation.notFound();
      }
      return known.get();
    }
    ledger.open(reviewId);
    RecordedEvent created = ledger.append(reviewId, by, new ReviewCreated(title, language));
    sql.update(
        "INSERT INTO review (id, title, language, created_at) VALUES (?, ?, ?, ?)",
        reviewId,
        title,
        language,
        created.at());
    for (Stage stage : Stage.values()) {
      sql.update(
          "INSERT INTO stage (review_id, stage, closed, since) VALUES (?, ?, false, ?)",
          reviewId,
          stage,
          created.at());
    }
    opened.fire(new ReviewOpened(reviewId));
    members.appoint(reviewId, by, by, Set.of(ReviewRole.LEAD));
    write(reviewId, by, 1, Protocol.FIRST, "");
    return new Review(reviewId, title, language, created.at());
  }

  /**
   * Writes the next version of the protocol.
   *
   * @param base version that the author had before them
   * @throws RuleViolation {@code protocol-changed} when another version has come in between; the
   *     current one goes with it
   */
  @Transactional
  public ProtocolVersion amend(
      UUID reviewId, UUID by, int base, Protocol protocol, String explanation) {
    ledger.lock(reviewId);
    ProtocolVersion current = protocol(reviewId);
    if (current.protocol().equals(protocol)) {
      return current;
    }
    if (current.version() != base) {
      throw RuleViolation.withStatus(412, "protocol-changed", current.version())
          .with(Map.of("current", current));
    }
    write(reviewId, by, base + 1, protocol, explanation);
    if (!current.protocol().policy().equals(protocol.policy())
        || !current.protocol().reasons().equals(protocol.reasons())) {
      policyChanged.fire(new PolicyChanged(reviewId));
    }
    return protocol(reviewId);
  }

  /** Ends a stage; the caller has made sure that it may end. */
  public void close(UUID reviewId, UUID by, Stage stage, int unfinished, String reason) {
    RecordedEvent closed = ledger.append(reviewId, by, new StageClosed(stage, unfinished, reason));
    setStage(reviewId, stage, true, closed.at());
  }

  public void reopen(UUID reviewId, UUID by, Stage stage, String reason) {
    RecordedEvent reopened = ledger.append(reviewId, by, new StageReopened(stage, reason));
    setStage(reviewId, stage, false, reopened.at());
  }

  public Optional<Review> find(UUID reviewId) {
    return sql.one("SELECT * FROM review WHERE id = ?", Reviews::review, reviewId);
  }

  /** Reviews of which the account is a member, the newest first. */
  public List<Review> of(UUID account) {
    return sql.list(
        "SELECT r.* FROM review r JOIN membership m ON m.review_id = r.id WHERE m.account_id = ?"
            + " ORDER BY r.created_at DESC, r.id",
        Reviews::review,
        account);
  }

  public ProtocolVersion protocol(UUID reviewId) {
    return versions(reviewId, " ORDER BY version DESC LIMIT 1").getFirst();
  }

  public List<ProtocolVersion> protocols(UUID reviewId) {
    return versions(reviewId, " ORDER BY version");
  }

  public ScreeningPolicy policy(UUID reviewId) {
    return protocol(reviewId).protocol().policy();
  }

  public List<StageState> stages(UUID reviewId) {
    return sql.list(
        "SELECT stage, closed, since FROM stage WHERE review_id = ? ORDER BY stage DESC",
        row ->
            new StageState(
                Stage.valueOf(row.getString(1)),
                row.getBoolean(2),
                row.getTimestamp(3).toInstant()),
        reviewId);
  }

  public boolean isClosed(UUID reviewId, Stage stage) {
    return stages(reviewId).stream().anyMatch(state -> state.stage() == stage && state.closed());
  }

  /**
   * Whether a member must learn nothing that depends on others' votes: whoever votes, while there
   * is something to vote on. A lead who votes is freed of it only by the protocol, which the audit
   * shows.
   */
  public boolean isBlinded(UUID reviewId, CurrentAccount member) {
    return isBlinded(reviewId, member.roles());
  }

  /** The same for a member who makes no request just now, by their roles in the review. */
  public boolean isBlinded(UUID reviewId, Set<ReviewRole> roles) {
    if (!roles.contains(ReviewRole.REVIEWER)) {
      return false;
    }
    boolean freed = roles.contains(ReviewRole.LEAD) && policy(reviewId).countsForVotingLead();
    return !freed && stages(reviewId).stream().anyMatch(state -> !state.closed());
  }

  private void write(UUID reviewId, UUID by, int version, Protocol protocol, String explanation) {
    RecordedEvent amended =
        ledger.append(reviewId, by, new ProtocolAmended(version, protocol, explanation));
    sql.update(
        "INSERT INTO protocol (review_id, version, content, explanation, amended_by, amended_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        reviewId,
        version,
        CanonicalJson.write(protocol),
        explanation,
        by,
        amended.at());
  }

  private void setStage(UUID reviewId, Stage stage, boolean closed, Instant since) {
    sql.update(
        "UPDATE stage SET closed = ?, since = ? WHERE review_id = ? AND stage = ?",
        closed,
        since,
        reviewId,
        stage);
  }

  private List<ProtocolVersion> versions(UUID reviewId, String order) {
    return sql.list(
        "SELECT * FROM protocol WHERE review_id = ?" + order,
        row ->
            new ProtocolVersion(
                row.getInt("version"),
                parsed(row.getString("content")),
                row.getString("explanation"),
                row.getObject("amended_by", UUID.class),
                row.getTimestamp("amended_at").toInstant()),
        reviewId);
  }

  /** A text means the same protocol for ever, so nothing here can be out of date. */
  private static Protocol parsed(String content) {
    if (PARSED.size() > PARSED_AT_MOST) {
      PARSED.clear();
    }
    return PARSED.computeIfAbsent(content, text -> CanonicalJson.read(text, Protocol.class));
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getObject("id", UUID.class),
        row.getString("title"),
        row.getString("language"),
        row.getTimestamp("created_at").toInstant());
  }
}
