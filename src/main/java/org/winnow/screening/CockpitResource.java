package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** The lead's view of the work. A lead who votes sees how much is done, never what was said. */
@Path("/api/v1/reviews/{reviewId}/cockpit")
class CockpitResource {
  private final Cockpit cockpit;
  private final ScreeningProgress progress;
  private final Reviews reviews;
  private final CurrentAccount current;

  CockpitResource(
      Cockpit cockpit, ScreeningProgress progress, Reviews reviews, CurrentAccount current) {
    this.cockpit = cockpit;
    this.progress = progress;
    this.reviews = reviews;
    this.current = current;
  }

  record CockpitView(
      boolean blinded, int paceDays, List<StageView> stages, List<WarningView> warnings) {}

  /** Decisions and conflicts are left out for whoever is blinded. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StageView(
      Stage stage,
      boolean closed,
      Instant since,
      long items,
      List<ShareView> reviewers,
      List<FormerView> former,
      long votesMissing,
      long halfScreened,
      @Nullable Instant expectedOn,
      @Nullable Long decided,
      @Nullable List<WaitingView> conflicts) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ShareView(
      UUID id,
      String displayName,
      long voted,
      long remaining,
      long lately,
      @Nullable Instant lastVoteAt) {}

  /** Somebody who reviews no more and whose votes were kept. */
  record FormerView(UUID id, String displayName, long voted, Instant lastVoteAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WaitingView(@Nullable Integer atMostDays, long conflicts) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WarningView(String code, long count, @Nullable String displayName) {}

  @GET
  @RequiresRole({ReviewRole.LEAD, ReviewRole.OBSERVER})
  @Transactional
  public CockpitView cockpit(@PathParam("reviewId") UUID reviewId) {
    boolean blinded = reviews.isBlinded(reviewId, current);
    List<Cockpit.Warning> warnings = new ArrayList<>(cockpit.warnings(reviewId));
    if (!blinded) {
      warnings.addAll(cockpit.warningsOfVotes(reviewId));
    }
    return new CockpitView(
        blinded,
        Cockpit.PACE_DAYS,
        reviews.stages(reviewId).stream()
            // How many reports there are to read tells what was voted on their records.
            .filter(state -> !blinded || state.stage() == Stage.TITLE_ABSTRACT)
            .map(state -> stage(reviewId, state, blinded))
            .toList(),
        warnings.stream()
            .map(warning -> new WarningView(warning.code(), warning.count(), warning.displayName()))
            .toList());
  }

  private StageView stage(UUID reviewId, Reviews.StageState state, boolean blinded) {
    Stage stage = state.stage();
    List<Cockpit.Share> shares = cockpit.shares(reviewId, stage);
    Cockpit.Outlook outlook = cockpit.outlook(reviewId, stage, shares);
    return new StageView(
        stage,
        state.closed(),
        state.since(),
        progress.items(reviewId, stage),
        shares.stream()
            .map(
                share ->
                    new ShareView(
                        share.reviewer(),
                        share.displayName(),
                        share.voted(),
                        share.remaining(),
                        share.lately(),
                        share.lastVoteAt()))
            .toList(),
        cockpit.former(reviewId, stage).stream()
            .map(
                one ->
                    new FormerView(
                        one.reviewer(), one.displayName(), one.voted(), one.lastVoteAt()))
            .toList(),
        outlook.votesMissing(),
        outlook.halfScreened(),
        state.closed() ? null : outlook.expectedOn(),
        blinded ? null : progress.decided(reviewId, stage),
        blinded
            ? null
            : cockpit.conflicts(reviewId, stage).stream()
                .map(waiting -> new WaitingView(waiting.atMostDays(), waiting.conflicts()))
                .toList());
  }
}
