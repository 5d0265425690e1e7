package org.winnow.record;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.winnow.citation.Citation;
import org.winnow.citation.format.ForeignDecisions;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/records")
class RecordResource {
  private final RecordViews views;
  private final CurrentAccount current;
  private final Reviews reviews;
  private final Sql sql;

  RecordResource(RecordViews views, CurrentAccount current, Reviews reviews, Sql sql) {
    this.views = views;
    this.current = current;
    this.reviews = reviews;
    this.sql = sql;
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<RecordView> list(
      @PathParam("reviewId") UUID reviewId, @QueryParam("ids") String ids) {
    Mask mask = mask(reviewId);
    return Page.whole(
        views.of(reviewId, numbers(ids)).values().stream().map(view -> view.masked(mask)).toList());
  }

  @GET
  @Path("{recordId}")
  @RequiresRole
  @Transactional
  public RecordView one(@PathParam("reviewId") UUID reviewId, @PathParam("recordId") int record) {
    return views.of(reviewId, record).orElseThrow(RuleViolation::notFound).masked(mask(reviewId));
  }

  /** The record as the file had it. */
  @GET
  @Path("{recordId}/raw")
  @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
  @RequiresRole
  @Transactional
  public String raw(@PathParam("reviewId") UUID reviewId, @PathParam("recordId") int record) {
    if (!mask(reviewId).equals(Mask.NOTHING)) {
      throw RuleViolation.withStatus(403, "masked");
    }
    Citation citation =
        sql.one(
                "SELECT * FROM record WHERE review_id = ? AND id = ?",
                RecordRows::citation,
                reviewId,
                record)
            .orElseThrow(RuleViolation::notFound);
    // The text may tell what colleagues decided in another tool, and those may be votes by now.
    if (reviews.isBlinded(reviewId, current) && ForeignDecisions.of(citation).isPresent()) {
      throw RuleViolation.withStatus(403, "raw-tells-decisions");
    }
    return citation.raw();
  }

  private Mask mask(UUID reviewId) {
    return views.maskFor(reviewId, current);
  }

  private static List<Integer> numbers(String ids) {
    List<Integer> numbers = new ArrayList<>();
    for (String id : ids == null ? new String[0] : ids.split(",")) {
      try {
        numbers.add(Integer.parseInt(id.strip()));
      } catch (NumberFormatException e) {
        throw RuleViolation.invalid("bad-fields", "ids");
      }
    }
    return numbers.subList(0, Math.min(numbers.size(), Page.LARGEST));
  }
}
