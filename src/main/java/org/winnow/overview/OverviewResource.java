package org.winnow.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.calibration.CalibrationRounds;
import org.winnow.flow.FlowBox;
import org.winnow.flow.Flows;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.Review;
import org.winnow.review.ScreeningPolicy.ConflictRule;
import org.winnow.review.Stage;
import org.winnow.screening.ScreeningProgress;
import org.winnow.screening.ScreeningProgress.Mine;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;
import org.winnow.team.SignedIn;

@Path("/api/v1/reviews")
class OverviewResource {
  private final Reviews reviews;
  private final Members members;
  private final ScreeningProgress progress;
  private final Flows flows;
  private final CalibrationRounds calibration;
  private final Sql sql;
  private final CurrentAccount current;

  OverviewResource(
      Reviews reviews,
      Members members,
      ScreeningProgress progress,
      Flows flows,
      CalibrationRounds calibration,
      Sql sql,
      CurrentAccount current) {
    this.reviews = reviews;
    this.members = members;
    this.progress = progress;
    this.flows = flows;
    this.calibration = calibration;
    this.sql = sql;
    this.current = current;
  }

  /** A review in the list, with what waits in it for this member. */
  record ReviewItem(
      UUID id,
      String title,
      String language,
      Set<ReviewRole> roles,
      Instant createdAt,
      Map<String, Long> myOpen) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReviewView(
      UUID id,
      String title,
      String language,
      Set<ReviewRole> roles,
      boolean blinded,
      List<StageView> stages,
      Rail rail) {}

  /** The pipeline with its open work; what would tell of others' votes is left out for voters. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rail(
      ProtocolRail protocol,
      @JsonProperty("import") ImportRail imports,
      DuplicatesRail duplicates,
      @JsonProperty("title-abstract") StageRail titleAbstract,
      @JsonProperty("full-text") StageRail fullText,
      @Nullable ConflictsRail conflicts,
      @Nullable FlowRail flow,
      @Nullable CalibrationRail calibration) {}

  record ProtocolRail(int version, boolean done) {}

  record ImportRail(long records, long waiting) {}

  record DuplicatesRail(long clusters, long duplicates) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StageRail(@Nullable Mine mine, @Nullable Long total, @Nullable Long decided) {}

  record ConflictsRail(long titleAbstract, long fullText) {}

  record FlowRail(int included) {}

  /** Rounds for practice; absent for whoever has nothing to do there. */
  record CalibrationRail(long rounds, long open) {}

  record StageView(Stage stage, String state, Instant since) {
    static StageView of(Reviews.StageState state) {
      return new StageView(state.stage(), state.closed() ? "closed" : "open", state.since());
    }
  }

  @GET
  @SignedIn
  @Transactional
  public Page<ReviewItem> reviews() {
    return Page.whole(reviews.of(current.id()).stream().map(review -> item(review)).toList());
  }

  @GET
  @Path("{reviewId}")
  @RequiresRole
  @Transactional
  public ReviewView review(@PathParam("reviewId") UUID reviewId) {
    Review review = reviews.find(reviewId).orElseThrow(RuleViolation::notFound);
    boolean blinded = reviews.isBlinded(reviewId, current);
    return new ReviewView(
        reviewId,
        review.title(),
        review.language(),
        current.roles(),
        blinded,
        reviews.stages(reviewId).stream().map(StageView::of).toList(),
        rail(reviewId, blinded));
  }

  private ReviewItem item(Review review) {
    Set<ReviewRole> roles = members.rolesOf(review.id(), current.id());
    Map<String, Long> open = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      if (roles.contains(ReviewRole.REVIEWER)) {
        open.put(stage.word(), progress.mine(review.id(), stage, current.id()).remaining());
      }
      if (roles.contains(ReviewRole.ADJUDICATOR) || settlesByConsensus(review.id(), roles)) {
        open.merge("conflicts", toSettle(review.id(), stage, roles), Long::sum);
      }
    }
    return new ReviewItem(
        review.id(), review.title(), review.language(), roles, review.createdAt(), open);
  }

  private Rail rail(UUID reviewId, boolean blinded) {
    Reviews.ProtocolVersion protocol = reviews.protocol(reviewId);
    return new Rail(
        new ProtocolRail(protocol.version(), !protocol.protocol().criteria().isEmpty()),
        new ImportRail(
            sql.number("SELECT count(*) FROM record WHERE review_id = ? AND live", reviewId),
            sql.number(
                "SELECT count(*) FROM import_batch WHERE review_id = ? AND state IN ('QUEUED',"
                    + " 'READING', 'READY')",
                reviewId)),
        duplicates(reviewId),
        stage(reviewId, Stage.TITLE_ABSTRACT, blinded),
        stage(reviewId, Stage.FULL_TEXT, blinded),
        conflicts(reviewId, blinded),
        blinded ? null : new FlowRail(flows.of(reviewId).sets().count(FlowBox.NEW_STUDIES)),
        calibration(reviewId));
  }

  private @Nullable CalibrationRail calibration(UUID reviewId) {
    CalibrationRounds.Waiting waiting = calibration.waitingFor(reviewId, current.id());
    boolean votes = current.has(ReviewRole.REVIEWER);
    return current.has(ReviewRole.LEAD) || votes && waiting.rounds() > 0
        ? new CalibrationRail(waiting.rounds(), votes ? waiting.open() : 0)
        : null;
  }

  private DuplicatesRail duplicates(UUID reviewId) {
    return sql.one(
            "SELECT count(DISTINCT representative_id), count(representative_id) FROM record WHERE"
                + " review_id = ? AND live",
            row -> new DuplicatesRail(row.getLong(1), row.getLong(2)),
            reviewId)
        .orElseThrow();
  }

  private StageRail stage(UUID reviewId, Stage stage, boolean blinded) {
    Mine mine =
        current.has(ReviewRole.REVIEWER) ? progress.mine(reviewId, stage, current.id()) : null;
    return blinded
        ? new StageRail(mine, null, null)
        : new StageRail(mine, progress.items(reviewId, stage), progress.decided(reviewId, stage));
  }

  private boolean settlesByConsensus(UUID reviewId, Set<ReviewRole> roles) {
    return roles.contains(ReviewRole.REVIEWER)
        && reviews.policy(reviewId).conflictRule() == ConflictRule.CONSENSUS;
  }

  private long toSettle(UUID reviewId, Stage stage, Set<ReviewRole> roles) {
    long toSettle = 0;
    if (roles.contains(ReviewRole.ADJUDICATOR)) {
      toSettle += progress.toSettle(reviewId, stage, current.id());
    }
    boolean counted =
        roles.contains(ReviewRole.ADJUDICATOR)
            && reviews.policy(reviewId).adjudicatorMayHaveVoted();
    if (settlesByConsensus(reviewId, roles) && !counted) {
      toSettle += progress.ownToSettle(reviewId, stage, current.id());
    }
    return toSettle;
  }

  private @Nullable ConflictsRail conflicts(UUID reviewId, boolean blinded) {
    if (!blinded) {
      return new ConflictsRail(
          progress.conflicts(reviewId, Stage.TITLE_ABSTRACT),
          progress.conflicts(reviewId, Stage.FULL_TEXT));
    }
    return current.has(ReviewRole.ADJUDICATOR) || settlesByConsensus(reviewId, current.roles())
        ? new ConflictsRail(
            toSettle(reviewId, Stage.TITLE_ABSTRACT, current.roles()),
            toSettle(reviewId, Stage.FULL_TEXT, current.roles()))
        : null;
  }
}
