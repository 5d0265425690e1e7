package org.winnow.platform;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** When the request that is being answered came in. */
@ApplicationScoped
public class Arrival {
  private static final String KEY = Arrival.class.getName();

  private final CurrentVertxRequest request;

  Arrival(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Notes the time; to be called before anything else is done for the request. */
  static void note(RoutingContext context) {
    context.put(KEY, System.nanoTime());
  }

  /** On the clock of {@link System#nanoTime()}, before the sender was looked up. */
  public long nanoTime() {
    return Objects.requireNonNull(request.getCurrent().<Long>get(KEY));
  }
}
