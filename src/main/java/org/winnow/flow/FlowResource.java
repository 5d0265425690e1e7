package org.winnow.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.LedgerHead;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.review.Reviews;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/flow")
class FlowResource {
  private final Flows flows;
  private final Reviews reviews;
  private final RecordViews views;
  private final CurrentAccount current;

  FlowResource(Flows flows, Reviews reviews, RecordViews views, CurrentAccount current) {
    this.flows = flows;
    this.reviews = reviews;
    this.views = views;
    this.current = current;
  }

  /** Numbers by the names of the PRISMA2020 CSV. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FlowView(
      Map<String, Integer> boxes,
      FlowDetails details,
      List<Identity> identities,
      FlowSets.Pending pending,
      @JsonProperty("final") boolean isFinal,
      LedgerHead ledgerHead) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BoxView(
      String box,
      String unit,
      int count,
      List<Integer> ids,
      List<RecordView> items,
      @Nullable String next) {}

  @GET
  @RequiresRole
  @Transactional
  public FlowView flow(@PathParam("reviewId") UUID reviewId) {
    Flow flow = visible(reviewId);
    return new FlowView(
        flow.boxes().byName(),
        flow.details(),
        flow.identities(),
        flow.sets().pending(),
        flow.isFinal(),
        flow.head());
  }

  /**
   * What a box counts. Reports and studies are shown by the record that opened them, whose number
   * they bear.
   */
  @GET
  @Path("{box}")
  @RequiresRole
  @Transactional
  public BoxView box(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("box") String name,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    FlowBox box = FlowBox.named(name).orElseThrow(RuleViolation::notFound);
    IdSet ids = visible(reviewId).sets().of(box);
    int after = (int) Page.numericCursor(cursor, 0);
    IdSet shown = ids.after(after, Page.limit(limit));
    List<Integer> numbers = shown.stream().boxed().toList();
    boolean more = !numbers.isEmpty() && !ids.after(numbers.getLast(), 1).isEmpty();
    return new BoxView(
        name,
        box.unit().name().toLowerCase(Locale.ROOT),
        ids.size(),
        ids.stream().boxed().toList(),
        List.copyOf(views.of(reviewId, numbers).values()),
        more ? Integer.toString(numbers.getLast()) : null);
  }

  /** The numbers tell a voter what the others voted. */
  private Flow visible(UUID reviewId) {
    if (reviews.isBlinded(reviewId, current)) {
      throw RuleViolation.withStatus(403, "blinded");
    }
    return flows.of(reviewId);
  }
}
