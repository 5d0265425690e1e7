package org.winnow.retrieval;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.Ledger;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/reports/{reportId}/retrieval")
class RetrievalResource {
  private final Reports reports;
  private final ReportSight sight;
  private final Reviews reviews;
  private final Ledger ledger;
  private final CurrentAccount current;

  RetrievalResource(
      Reports reports, ReportSight sight, Reviews reviews, Ledger ledger, CurrentAccount current) {
    this.reports = reports;
    this.sight = sight;
    this.reviews = reviews;
    this.ledger = ledger;
    this.current = current;
  }

  record Statement(@NotNull Retrieval state, @Nullable @Size(max = 2000) String note) {}

  @PUT
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  @Transactional
  public Statement state(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("reportId") int report,
      @NotNull @Valid Statement statement) {
    ledger.lock(reviewId);
    if (!sight.knows(reviewId, report, current)) {
      throw RuleViolation.notFound();
    }
    Retrieval before = reports.retrieval(reviewId, report).orElseThrow(RuleViolation::notFound);
    if (reviews.isClosed(reviewId, Stage.FULL_TEXT)) {
      throw new RuleViolation("stage-closed");
    }
    if (before != statement.state()) {
      String note = statement.note() == null ? "" : statement.note().strip();
      RetrievalStated stated = new RetrievalStated(report, statement.state(), note);
      ledger.append(reviewId, current.id(), stated);
      reports.state(reviewId, stated);
    }
    return statement;
  }
}
