package org.winnow.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.Sight;
import org.winnow.live.Listener.Changed;
import org.winnow.live.Listener.StillHere;
import org.winnow.live.Listener.Told;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/stream")
class LiveResource {
  private final Listeners listeners;
  private final Ledger ledger;
  private final CurrentAccount account;

  LiveResource(Listeners listeners, Ledger ledger, CurrentAccount account) {
    this.listeners = listeners;
    this.ledger = ledger;
    this.account = account;
  }

  /** Server-sent events that name the rooms whose pages show something else now. */
  @GET
  @RequiresRole
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  public Multi<OutboundSseEvent> stream(@PathParam("reviewId") UUID reviewId, @Context Sse sse) {
    UUID member = account.id();
    String session = account.session();
    Place place = QuarkusTransaction.requiringNew().call(() -> place(reviewId, member));
    Multi<Told> told =
        Multi.createFrom()
            .emitter(
                page -> {
                  long now = System.nanoTime();
                  Listener listener =
                      new Listener(reviewId, member, session, place.sight(), page, now);
                  page.onTermination(() -> listeners.leave(listener));
                  listeners.join(listener, place.head());
                  listener.greet(now);
                });
    return told.map(each -> asEvent(each, sse));
  }

  /** From where on a member hears, and what. */
  private record Place(long head, Sight sight) {}

  private Place place(UUID reviewId, UUID member) {
    return new Place(
        ledger.head(reviewId).sequence(), listeners.sight(reviewId, member, account.roles()));
  }

  private static OutboundSseEvent asEvent(Told told, Sse sse) {
    return switch (told) {
      case Changed changed ->
          sse.newEventBuilder().name("changed").data(CanonicalJson.write(changed)).build();
      case StillHere _ -> sse.newEventBuilder().comment("winnow").build();
    };
  }
}
