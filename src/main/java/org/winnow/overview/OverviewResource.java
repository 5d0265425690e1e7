package org.winnow.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.winnow.flow.FlowBox;
import org.winnow.flow.Flows;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.Review;
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
  private final Sql sql;
  private final CurrentAccount current;

  OverviewResource(
      Reviews reviews,
      Members members,
      ScreeningProgress progress,
      Flows flows,
      Sql sql,
      CurrentAccount current) {
    this.reviews = reviews;
    this.members = members;
    this.progress = progress;
    this.flows = flows;
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
      List<Reviews.StageState> stages,
      Rail rail) {}

  /** The pipeline with its open work; what would tell of others' votes is left out for voters. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rail(
      int protocolVersion,
      long records,
      long importsWaiting,
      long duplicates,
      Map<String, StageRail> stages,
      @Nullable Map<String, Long> conflicts,
      @Nullable Integer included) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StageRail(@Nullable Mine mine, @Nullable Long items, @Nullable Long decided) {}

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
        reviews.stages(reviewId),
        rail(reviewId, blinded));
  }

  private ReviewItem item(Review review) {
    Set<ReviewRole> roles = members.rolesOf(review.id(), current.id());
    Map<String, Long> open = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      if (roles.contains(ReviewRole.REVIEWER)) {
        open.put(stage.word(), progress.mine(review.id(), stage, current.id()).remaining());
      }
      if (roles.contains(ReviewRole.ADJUDICATOR)) {
        open.merge("conflicts", progress.toSettle(review.id(), stage, current.id()), Long::sum);
      }
    }
    return new ReviewItem(
        review.id(), review.title(), review.language(), roles, review.createdAt(), open);
  }

  private Rail rail(UUID reviewId, boolean blinded) {
    Map<String, StageRail> stages = new TreeMap<>();
    Map<String, Long> conflicts = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      Mine mine =
          current.has(ReviewRole.REVIEWER) ? progress.mine(reviewId, stage, current.id()) : null;
      stages.put(
          stage.word(),
          blinded
              ? new StageRail(mine, null, null)
              : new StageRail(
                  mine, progress.items(reviewId, stage), progress.decided(reviewId, stage)));
      if (!blinded) {
        conflicts.put(stage.word(), progress.conflicts(reviewId, stage));
      } else if (current.has(ReviewRole.ADJUDICATOR)) {
        conflicts.put(stage.word(), progress.toSettle(reviewId, stage, current.id()));
      }
    }
    return new Rail(
        reviews.protocol(reviewId).version(),
        sql.number("SELECT count(*) FROM record WHERE review_id = ? AND live", reviewId),
        sql.number(
            "SELECT count(*) FROM import_batch WHERE review_id = ? AND state IN ('QUEUED',"
                + " 'READING', 'READY')",
            reviewId),
        sql.number(
            "SELECT count(*) FROM record WHERE review_id = ? AND live AND representative_id IS NOT"
                + " NULL",
            reviewId),
        stages,
        conflicts.isEmpty() ? null : conflicts,
        blinded ? null : flows.of(reviewId).sets().count(FlowBox.NEW_STUDIES));
  }
}
