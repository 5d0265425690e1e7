package org.winnow.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Page;
import org.winnow.platform.Texts;
import org.winnow.record.RecordView;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/lookup")
class LookupResource {
  private final LookupService service;
  private final Reviews reviews;
  private final CurrentAccount account;
  private final Texts texts;

  LookupResource(LookupService service, Reviews reviews, CurrentAccount account, Texts texts) {
    this.service = service;
    this.reviews = reviews;
    this.account = account;
    this.texts = texts;
  }

  /**
   * @param problem said when the answer may lack records that have just come in
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(int total, List<Item> items, @Nullable String next, @Nullable Notice problem) {}

  /**
   * @param through the duplicate by whose text the record was found
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(RecordView record, Highlights.InRecord highlights, @Nullable Through through) {
    static Item of(LookupService.Hit hit) {
      boolean byItself = hit.found().id() == hit.record().id();
      return new Item(
          hit.record(),
          hit.highlights(),
          byItself ? null : new Through(hit.found().id(), hit.found().title(), hit.record().id()));
    }
  }

  record Through(int id, String title, int duplicateOf) {}

  record Notice(String code, String detail) {}

  @GET
  @RequiresRole
  public Result find(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("q") @Nullable String query,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asManyAs,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    int limit = Page.limit(asManyAs);
    long skip = Math.max(0, Page.numericCursor(cursor, 0));
    LookupService.Answer answer =
        service.find(reviewId, Objects.requireNonNullElse(query, ""), mask(reviewId), skip, limit);
    return new Result(
        answer.total(),
        answer.hits().stream().map(Item::of).toList(),
        skip + limit < answer.total() ? Long.toString(skip + limit) : null,
        switch (answer.completeness()) {
          case COMPLETE -> null;
          case INDEX_BEHIND -> notice("index-behind", Objects.requireNonNullElse(language, ""));
        });
  }

  private Mask mask(UUID reviewId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                reviews.isBlinded(reviewId, account)
                    ? reviews.policy(reviewId).mask()
                    : Mask.NOTHING);
  }

  private Notice notice(String code, String acceptLanguage) {
    Locale language = languageOf(acceptLanguage);
    return new Notice(code, texts.text(language, code + ".detail"));
  }

  private static Locale languageOf(String acceptLanguage) {
    try {
      return Texts.languageOf(acceptLanguage);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
