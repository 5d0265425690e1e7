package org.winnow.platform;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What every request and every answer must carry, whatever it is about. */
@ApplicationScoped
class RequestGuard {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final Texts texts;

  RequestGuard(Texts texts) {
    this.texts = texts;
  }

  void install(@Observes Router router) {
    router.route().order(-100).handler(this::headers);
    router.route("/api/*").order(-90).handler(this::refuseForeign);
    router.get().order(-80).handler(RequestGuard::clientRoute);
  }

  private void headers(RoutingContext context) {
    HEADERS.forEach(context.response()::putHeader);
    String path = context.normalizedPath();
    if (path.startsWith("/api/")) {
      context.response().putHeader("Cache-Control", "no-store");
    } else if (path.startsWith("/assets/")) {
      // Their names carry a hash of their content.
      context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else {
      context.response().putHeader("Cache-Control", "no-cache");
    }
    if ("https".equals(context.request().scheme())) {
      context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }

  /** Another site can make a browser send a request, but neither this header nor our origin. */
  private void refuseForeign(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (SAFE.contains(request.method())
        || request.getHeader("X-Winnow-Request") != null && isOurOrigin(request)) {
      context.next();
      return;
    }
    var language =
        Texts.languageOf(
            java.util.Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
    context
        .response()
        .setStatusCode(403)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new io.vertx.core.json.JsonObject()
                .put("type", "urn:winnow:problem:missing-request-header")
                .put("title", texts.text(language, "missing-request-header.title"))
                .put("status", 403)
                .put("detail", texts.text(language, "missing-request-header.detail"))
                .put("code", "missing-request-header")
                .encode());
  }

  private static boolean isOurOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      URI from = URI.create(origin);
      return request.authority() != null
          && request.authority().toString().equals(from.getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Addresses that the pages make up themselves all load the same document. */
  private static void clientRoute(RoutingContext context) {
    String path = context.normalizedPath();
    boolean ofServer =
        path.startsWith("/api/") || path.startsWith("/q/") || path.startsWith("/login/");
    if (!ofServer && !path.equals("/") && path.lastIndexOf('.') < path.lastIndexOf('/')) {
      context.reroute(HttpMethod.GET, "/index.html");
    } else {
      context.next();
    }
  }
}
