package org.winnow.screening;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.screening.PairAgreement.Measure;
import org.winnow.screening.PairAgreement.Measures;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;

/** Agreement between reviewers. It tells of votes, so those who are blinded are refused. */
@Path("/api/v1/reviews/{reviewId}/stages/{stage}")
class AgreementResource {
  private final Judgements judgements;
  private final Reviews reviews;
  private final Members members;
  private final CurrentAccount current;

  AgreementResource(
      Judgements judgements, Reviews reviews, Members members, CurrentAccount current) {
    this.judgements = judgements;
    this.reviews = reviews;
    this.members = members;
    this.current = current;
  }

  /**
   * @param votes "first" (the default) or "final"
   * @param maybe "own" (the default), "include" or "exclude": what a maybe is counted as
   */
  @GET
  @Path("agreement")
  @RequiresRole
  @Transactional
  public AgreementReport agreement(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("votes") @Nullable String votes,
      @QueryParam("maybe") @Nullable String maybe) {
    return report(reviewId, stage, votesOf(votes), maybeOf(maybe));
  }

  /** How first votes agree as the stage goes on; a maybe is an inclusion. */
  @GET
  @Path("agreement/trend")
  @RequiresRole
  @Transactional
  public AgreementTrend trend(
      @PathParam("reviewId") UUID reviewId, @PathParam("stage") Stage stage) {
    refuseBlinded(reviewId);
    return AgreementTrend.of(
        judgements.of(reviewId, stage, Judgements.Votes.FIRST), MaybeRule.INCLUDE);
  }

  /** The same as agreement, one line a measure. */
  @GET
  @Path("agreement.csv")
  @Produces("text/csv;charset=utf-8")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  @RequiresRole
  @Transactional
  public Response table(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("stage") Stage stage,
      @QueryParam("votes") @Nullable String votes,
      @QueryParam("maybe") @Nullable String maybe) {
    Judgements.Votes which = votesOf(votes);
    MaybeRule rule = maybeOf(maybe);
    AgreementReport report = report(reviewId, stage, which, rule);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "stage",
          "votes",
          "maybe",
          "first_reviewer",
          "second_reviewer",
          "measure",
          "value",
          "standard_error",
          "low",
          "high",
          "items");
      for (AgreementReport.Pair pair : report.pairs()) {
        List<String> head =
            List.of(
                stage.word(),
                word(which),
                word(rule),
                pair.first().displayName(),
                pair.second().displayName());
        write(csv, head, report.classes(), pair.measures());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(text.toString())
        .header(
            "Content-Disposition", "attachment; filename=\"agreement-" + stage.word() + ".csv\"")
        .build();
  }

  private AgreementReport report(
      UUID reviewId, Stage stage, Judgements.Votes votes, MaybeRule maybe) {
    refuseBlinded(reviewId);
    List<Judgement> found = judgements.of(reviewId, stage, votes);
    return AgreementReport.of(
        found,
        members.namesOf(found.stream().map(Judgement::reviewer).distinct().toList()),
        maybe,
        reviews.protocol(reviewId).protocol().reasons().stream().map(Protocol.Reason::id).toList());
  }

  private void refuseBlinded(UUID reviewId) {
    if (reviews.isBlinded(reviewId, current)) {
      throw RuleViolation.withStatus(403, "blinded");
    }
  }

  private static void write(
      CsvWriter csv, List<String> head, List<Verdict> classes, Measures measures) {
    String items = Long.toString(measures.items());
    for (int i = 0; i < classes.size(); i++) {
      for (int j = 0; j < classes.size(); j++) {
        line(
            csv,
            head,
            "count_" + classes.get(i).word() + "_" + classes.get(j).word(),
            Long.toString(measures.table()[i][j]),
            null,
            items);
      }
    }
    measure(csv, head, "percent_agreement", measures.percent(), items);
    measure(csv, head, "kappa", measures.kappa(), items);
    if (classes.size() > 2) {
      measure(csv, head, "kappa_linear_weights", measures.weightedKappa(), items);
    }
    number(csv, head, "kappa_max", measures.largestKappa(), items);
    measure(csv, head, "pabak", measures.pabak(), items);
    measure(csv, head, "gwet_ac1", measures.ac1(), items);
    if (classes.size() == 2) {
      measure(csv, head, "positive_agreement", measures.positiveAgreement(), items);
      measure(csv, head, "negative_agreement", measures.negativeAgreement(), items);
      number(csv, head, "prevalence_index", measures.prevalenceIndex(), items);
      number(csv, head, "bias_index", measures.biasIndex(), items);
      number(csv, head, "mcnemar_exact_p", measures.mcNemar(), items);
    }
  }

  private static void measure(
      CsvWriter csv, List<String> head, String name, @Nullable Measure measure, String items) {
    line(
        csv,
        head,
        name,
        measure == null ? "undefined" : Double.toString(measure.value()),
        measure,
        items);
  }

  private static void number(
      CsvWriter csv, List<String> head, String name, @Nullable Double value, String items) {
    line(csv, head, name, value == null ? "undefined" : value.toString(), null, items);
  }

  private static void line(
      CsvWriter csv,
      List<String> head,
      String name,
      String value,
      @Nullable Measure measure,
      String items) {
    List<String> fields = new java.util.ArrayList<>(head);
    fields.add(name);
    fields.add(value);
    fields.add(measure == null ? "" : text(measure.standardError()));
    fields.add(measure == null ? "" : text(measure.low()));
    fields.add(measure == null ? "" : text(measure.high()));
    fields.add(items);
    csv.writeRecord(fields);
  }

  private static String text(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Judgements.Votes votesOf(@Nullable String word) {
    try {
      return word == null ? Judgements.Votes.FIRST : Judgements.Votes.of(word);
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-choice", word);
    }
  }

  private static MaybeRule maybeOf(@Nullable String word) {
    try {
      return word == null ? MaybeRule.OWN : MaybeRule.of(word);
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-choice", word);
    }
  }
}
