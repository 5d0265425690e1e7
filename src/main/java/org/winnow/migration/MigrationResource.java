package org.winnow.migration;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.CsvCells;
import org.winnow.citation.format.ForeignDecisions.Tool;
import org.winnow.migration.NotCarried.Why;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Texts;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.screening.Takeovers.Takeover;
import org.winnow.screening.Verdict;
import org.winnow.screening.VotesTakenOver.Mapping;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/imports/{importId}/decisions")
class MigrationResource {
  private final MigrationService service;
  private final Reviews reviews;
  private final Members members;
  private final CurrentAccount current;
  private final Texts texts;

  MigrationResource(
      MigrationService service,
      Reviews reviews,
      Members members,
      CurrentAccount current,
      Texts texts) {
    this.service = service;
    this.reviews = reviews;
    this.members = members;
    this.current = current;
    this.texts = texts;
  }

  /**
   * What a file says of screening in other tools.
   *
   * @param records records that say anything of it
   * @param limits what exports of these tools never hold
   */
  record DecisionsView(
      List<String> tools,
      int records,
      int decisions,
      List<Tally.Who> people,
      List<Tally.Word> verdicts,
      List<Tally.Count> reasons,
      List<Tally.Count> labels,
      int notes,
      List<String> limits,
      List<TakeoverView> takeovers) {}

  /**
   * Votes taken over.
   *
   * @param notCarried decisions that did not become votes
   * @param left all that was left, by the reason why
   */
  record TakeoverView(
      UUID id,
      Stage stage,
      int votes,
      int notCarried,
      List<LeftView> left,
      String by,
      Instant at,
      boolean withdrawn) {}

  record LeftView(String code, String text, int count) {}

  record NewTakeover(
      @NotNull Stage stage,
      @NotEmpty @Size(max = 1000) List<@NotNull @Valid PersonMeans> people,
      @NotEmpty @Size(max = 100) List<@NotNull @Valid VerdictMeans> verdicts,
      @Nullable @Size(max = 5000) List<@NotNull @Valid ReasonMeans> reasons) {
    Mapping mapping() {
      Map<String, UUID> byName = new HashMap<>();
      people.forEach(one -> byName.put(one.person(), one.account()));
      Map<String, Verdict> byWord = new HashMap<>();
      verdicts.forEach(one -> byWord.put(one.verdict(), one.means()));
      Map<String, UUID> byText = new HashMap<>();
      (reasons == null ? List.<ReasonMeans>of() : reasons)
          .forEach(one -> byText.put(one.text(), one.reason()));
      return new Mapping(byName, byWord, byText);
    }
  }

  record PersonMeans(@NotNull String person, @NotNull UUID account) {}

  record VerdictMeans(@NotNull String verdict, @NotNull Verdict means) {}

  record ReasonMeans(@NotNull String text, @NotNull UUID reason) {}

  @GET
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public DecisionsView decisions(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    Tally tally = service.tally(reviewId, importId);
    if (tally.records() > 0) {
      refuseBlinded(reviewId);
    }
    Locale locale = locale(language);
    return new DecisionsView(
        tally.tools().stream().map(MigrationResource::code).toList(),
        tally.records(),
        tally.decisions(),
        tally.people(),
        tally.verdicts(),
        tally.reasons(),
        tally.labels(),
        tally.notes(),
        tally.tools().stream()
            .map(tool -> texts.text(locale, "foreign." + code(tool) + ".limits"))
            .toList(),
        service.takeovers(reviewId, importId).stream()
            .map(takeover -> view(reviewId, takeover, locale))
            .toList());
  }

  @PUT
  @Path("takeovers/{takeoverId}")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public TakeoverView takeOver(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @PathParam("takeoverId") UUID takeoverId,
      @NotNull @Valid NewTakeover takeover,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    refuseBlinded(reviewId);
    return view(
        reviewId,
        service.takeOver(
            reviewId, current.id(), importId, takeoverId, takeover.stage(), takeover.mapping()),
        locale(language));
  }

  @DELETE
  @Path("takeovers/{takeoverId}")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public void withdraw(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @PathParam("takeoverId") UUID takeoverId) {
    refuseBlinded(reviewId);
    service.withdraw(reviewId, current.id(), importId, takeoverId);
  }

  /** What a takeover left, as a table. */
  @GET
  @Path("takeovers/{takeoverId}/not-carried.csv")
  @Produces("text/csv;charset=utf-8")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public String notCarried(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("importId") UUID importId,
      @PathParam("takeoverId") UUID takeoverId,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    refuseBlinded(reviewId);
    Locale locale = locale(language);
    List<String> rows = new ArrayList<>();
    rows.add(CsvCells.row(List.of(texts.text(locale, "not-carried.columns").split(","))));
    for (NotCarried left : service.notCarried(reviewId, importId, takeoverId)) {
      rows.add(
          CsvCells.row(
              List.of(
                  Integer.toString(left.record()),
                  left.title(),
                  left.by(),
                  left.said(),
                  text(left.why(), locale))));
    }
    // Spreadsheets take a file for UTF-8 only by its mark.
    return "\uFEFF" + String.join("\r\n", rows) + "\r\n";
  }

  /** Who decides what in another tool is what a blinded member must not know here either. */
  private void refuseBlinded(UUID reviewId) {
    if (reviews.isBlinded(reviewId, current)) {
      throw RuleViolation.withStatus(403, "blinded");
    }
  }

  private TakeoverView view(UUID reviewId, Takeover takeover, Locale locale) {
    Map<Why, Integer> counts = new EnumMap<>(Why.class);
    service
        .notCarried(reviewId, takeover.importId(), takeover.id())
        .forEach(left -> counts.merge(left.why(), 1, Integer::sum));
    return new TakeoverView(
        takeover.id(),
        takeover.stage(),
        takeover.votes(),
        takeover.notCarried(),
        counts.entrySet().stream()
            .map(
                entry ->
                    new LeftView(
                        entry.getKey().code(), text(entry.getKey(), locale), entry.getValue()))
            .toList(),
        members.namesOf(List.of(takeover.by())).getOrDefault(takeover.by(), ""),
        takeover.at(),
        takeover.withdrawn());
  }

  private String text(Why why, Locale locale) {
    return texts.text(locale, "not-carried." + why.code());
  }

  private static String code(Tool tool) {
    return tool.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Locale locale(@Nullable String language) {
    return Texts.languageOf(language == null ? "" : language);
  }
}
