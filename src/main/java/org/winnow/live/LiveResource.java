package org.winnow.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.winnow.ledger.Sight;
import org.winnow.live.Listener.Changed;
import org.winnow.live.Listener.StillHere;
import org.winnow.live.Listener.Told;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;

@Path("/api/v1/reviews/{reviewId}/stream")
class LiveResource {
  private final Listeners listeners;
  private final CurrentAccount account;

  LiveResource(Listeners listeners, CurrentAccount account) {
    this.listeners = listeners;
    this.account = account;
  }

  /** Server-sent events that name the rooms whose pages show something else now. */
  @GET
  @RequiresRole
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  public Multi<OutboundSseEvent> stream(@PathParam("reviewId") UUID reviewId, @Context Sse sse) {
    UUID member = account.id();
    Sight sight =
        QuarkusTransaction.requiringNew()
            .call(() -> listeners.sight(reviewId, member, account.roles()));
    Multi<Told> told = Multi.createFrom().emitter(page -> open(reviewId, member, sight, page));
    return told.map(each -> asEvent(each, sse));
  }

  private void open(UUID reviewId, UUID member, Sight sight, MultiEmitter<? super Told> page) {
    Listener listener = new Listener(reviewId, member, sight, page, System.nanoTime());
    page.onTermination(() -> listeners.leave(listener));
    QuarkusTransaction.requiringNew().run(() -> listeners.join(listener));
    listener.greet(System.nanoTime());
  }

  private static OutboundSseEvent asEvent(Told told, Sse sse) {
    return switch (told) {
      case Changed changed ->
          sse.newEventBuilder()
              .name("changed")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(changed)
              .build();
      case StillHere _ -> sse.newEventBuilder().comment("winnow").build();
    };
  }
}
