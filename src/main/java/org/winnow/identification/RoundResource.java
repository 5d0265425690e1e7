package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.identification.Rounds.Yield;
import org.winnow.platform.Page;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/rounds")
class RoundResource {
  private final Rounds rounds;
  private final CurrentAccount current;

  RoundResource(Rounds rounds, CurrentAccount current) {
    this.rounds = rounds;
    this.current = current;
  }

  record RoundDetails(
      @NotBlank @Size(max = 300) String name, @Nullable @Size(max = 100) String begunOn) {}

  /**
   * A round and what came of it.
   *
   * @param id absent for the first round, which nobody opened
   * @param records records of its sources
   * @param known how many of them are entries that an earlier round had found
   * @param duplicates how many of the others are duplicates of each other
   * @param fresh entries that no earlier round had found: records = known + duplicates + new
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record RoundView(
      int number,
      @Nullable UUID id,
      String name,
      String begunOn,
      int records,
      int known,
      int duplicates,
      @JsonProperty("new") int fresh) {
    static RoundView of(int number, @Nullable UUID id, String name, String begunOn, Yield yield) {
      return new RoundView(
          number,
          id,
          name,
          begunOn,
          yield.found(),
          yield.known(),
          yield.duplicates(),
          yield.fresh());
    }
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<RoundView> list(@PathParam("reviewId") UUID reviewId) {
    return Page.whole(views(reviewId));
  }

  @PUT
  @Path("{roundId}")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public RoundView describe(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("roundId") UUID roundId,
      @NotNull @Valid RoundDetails details) {
    String begunOn = details.begunOn() == null ? "" : details.begunOn();
    rounds.describe(
        reviewId,
        current.id(),
        roundId,
        Quarantine.storable(details.name().strip()),
        Quarantine.storable(begunOn.strip()));
    return views(reviewId).stream()
        .filter(view -> roundId.equals(view.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<RoundView> views(UUID reviewId) {
    Map<Integer, Yield> yields = rounds.yields(reviewId);
    List<RoundView> views = new ArrayList<>();
    views.add(
        RoundView.of(Rounds.FIRST, null, "", "", yields.getOrDefault(Rounds.FIRST, Yield.NOTHING)));
    for (RoundDescribed round : rounds.later(reviewId)) {
      views.add(
          RoundView.of(
              round.number(),
              round.round(),
              round.name(),
              round.begunOn(),
              yields.getOrDefault(round.number(), Yield.NOTHING)));
    }
    return views;
  }
}
