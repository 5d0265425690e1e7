package org.winnow.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** What the rules on sharing out come to, for those who lead. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}/allocation/outlook")
class AllocationOutlookResource {
  private final AllocationOutlook outlooks;
  private final Reviews reviews;
  private final Members members;
  private final CurrentAccount current;

  AllocationOutlookResource(
      AllocationOutlook outlooks, Reviews reviews, Members members, CurrentAccount current) {
    this.outlooks = outlooks;
    this.reviews = reviews;
    this.members = members;
    this.current = current;
  }

  record Someone(UUID id, String displayName) {}

  /**
   * @param part place among the parts of the rules, from 0; absent for what is in none
   * @param records the first of them; absent for a lead who votes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StuckView(
      @Nullable Integer part, List<Someone> voters, long count, @Nullable List<Integer> records) {}

  record LeftView(Someone reviewer, long left) {}

  /**
   * @param againstRules absent for a lead who votes: which votes are complete tells of conflicts
   *     that were sent back
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OutlookView(
      List<StuckView> stuck,
      long votesWithoutAnybody,
      @Nullable Long againstRules,
      List<LeftView> quotas) {}

  @GET
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public OutlookView outlook(
      @PathParam("reviewId") UUID reviewId, @PathParam("stage") Stage stage) {
    boolean blinded = reviews.isBlinded(reviewId, current);
    if (blinded && stage == Stage.FULL_TEXT) {
      // How many reports there are to read tells what was voted on their records.
      throw RuleViolation.withStatus(403, "blinded");
    }
    AllocationOutlook.Outlook outlook = outlooks.of(reviewId, stage);
    Map<UUID, String> names =
        members.namesOf(
            Stream.concat(
                    outlook.left().keySet().stream(),
                    outlook.stuck().stream().flatMap(group -> group.voters().stream()))
                .distinct()
                .toList());
    return new OutlookView(
        outlook.stuck().stream()
            .map(
                group ->
                    new StuckView(
                        group.part() < 0 ? null : group.part(),
                        group.voters().stream()
                            .map(id -> someone(id, names))
                            .sorted(java.util.Comparator.comparing(Someone::displayName))
                            .toList(),
                        group.items(),
                        blinded ? null : group.first()))
            .toList(),
        outlook.votesWithoutAnybody(),
        blinded ? null : outlook.againstRules(),
        outlook.left().entrySet().stream()
            .map(left -> new LeftView(someone(left.getKey(), names), left.getValue()))
            .sorted(java.util.Comparator.comparing((LeftView one) -> one.reviewer().displayName()))
            .toList());
  }

  private static Someone someone(UUID id, Map<UUID, String> names) {
    return new Someone(id, names.getOrDefault(id, ""));
  }
}
