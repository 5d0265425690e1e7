package org.winnow.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventFilter;
import org.winnow.ledger.Events;
import org.winnow.ledger.LedgerHead;
import org.winnow.ledger.Projection.Difference;
import org.winnow.ledger.RecordedEvent;
import org.winnow.ledger.Sight;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verification.BadEvent;
import org.winnow.ledger.Verifier;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/ledger")
class AuditResource {
  private static final int DIFFERENCES_SHOWN = 200;

  private final Events events;
  private final Verifier verifier;
  private final Members members;
  private final Reviews reviews;
  private final CurrentAccount account;

  AuditResource(
      Events events, Verifier verifier, Members members, Reviews reviews, CurrentAccount account) {
    this.events = events;
    this.verifier = verifier;
    this.members = members;
    this.reviews = reviews;
    this.account = account;
  }

  /** The filters of the list, as the address has them. */
  static final class Asked {
    @QueryParam("type")
    List<String> types = List.of();

    @QueryParam("actor")
    @Nullable String actor;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    EventFilter filter(Sight sight) {
      return new EventFilter(
          sight,
          types,
          parsed("actor", actor, UUID::fromString),
          parsed("from", from, Instant::parse),
          parsed("to", to, Instant::parse));
    }

    private static <T> Optional<T> parsed(
        String field, @Nullable String text, Function<String, T> parser) {
      if (text == null || text.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(parser.apply(text));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw RuleViolation.invalid("bad-fields", field);
      }
    }
  }

  /**
   * An event as the page shows it.
   *
   * @param sequence absent, like the hash, for those who must not learn how much happened between
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      @Nullable Long sequence,
      Instant at,
      @Nullable Actor actor,
      String type,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String payload,
      @Nullable String hash) {

    static Entry of(RecordedEvent event, Sight sight, Map<UUID, String> names) {
      UUID actor = event.actor();
      Actor by = actor == null ? null : new Actor(actor, names.getOrDefault(actor, ""));
      return switch (sight) {
        case Sight.Everything _ ->
            new Entry(
                event.sequence(), event.at(), by, event.type(), event.payload(), event.hash());
        case Sight.Blinded _ ->
            new Entry(null, event.at(), by, event.type(), event.payload(), null);
      };
    }
  }

  record Actor(UUID id, String displayName) {}

  /**
   * @param differencesFound how many there are; the list may stop before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Proof(
      boolean holds,
      @Nullable Long events,
      @Nullable LedgerHead head,
      @Nullable BadEvent firstBad,
      @Nullable Integer differencesFound,
      @Nullable List<Difference> differences) {

    static Proof of(Verification found, Sight sight) {
      return switch (sight) {
        case Sight.Everything _ ->
            new Proof(
                found.holds(),
                found.events(),
                found.head(),
                found.firstBad().orElse(null),
                found.differences().size(),
                found.differences().stream().limit(DIFFERENCES_SHOWN).toList());
        // How many events there are is how many votes there are.
        case Sight.Blinded _ -> new Proof(found.holds(), null, null, null, null, null);
      };
    }
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<Entry> list(
      @PathParam("reviewId") UUID reviewId,
      @BeanParam Asked asked,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asManyAs) {
    Sight sight = sight(reviewId);
    int limit = Page.limit(asManyAs);
    long before = Page.numericCursor(cursor, Long.MAX_VALUE);
    Page<Events.Listed> page =
        Page.of(
            events.newest(reviewId, asked.filter(sight), before, limit + 1),
            limit,
            last -> Long.toString(last.place()));
    Map<UUID, String> names =
        members.namesOf(
            page.items().stream()
                .map(listed -> listed.event().actor())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return new Page<>(
        page.items().stream().map(listed -> Entry.of(listed.event(), sight, names)).toList(),
        page.next());
  }

  @GET
  @Path("verify")
  @RequiresRole
  public Proof verify(@PathParam("reviewId") UUID reviewId) {
    Sight sight = QuarkusTransaction.requiringNew().call(() -> sight(reviewId));
    return Proof.of(verifier.verify(reviewId), sight);
  }

  private Sight sight(UUID reviewId) {
    return reviews.isBlinded(reviewId, account)
        ? new Sight.Blinded(account.id())
        : new Sight.Everything();
  }
}
