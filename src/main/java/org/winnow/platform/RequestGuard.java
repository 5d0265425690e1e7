package org.winnow.platform;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What every request and every answer must carry, whatever it is about. */
@ApplicationScoped
class RequestGuard {
  /** Before authentication, so that its refusals and redirects carry the headers too. */
  private static final int FIRST = -1000;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; style-src 'self'; font-src 'self';"
              + " connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  /**
   * The worker in which browsers read PDFs, and what it alone may do besides: compile the decoders
   * of scanned pages, which are WebAssembly of this server. It has no page to reach.
   */
  private static final Pattern PDF_WORKER =
      Pattern.compile("/assets/pdfjs-[0-9.]+/pdf\\.worker\\.min\\.js");

  private static final String OF_PDF_WORKER =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

  private final Texts texts;
  private volatile boolean stopping;

  RequestGuard(Texts texts) {
    this.texts = texts;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(RequestGuard::headers);
    router.route().order(FIRST + 1).handler(this::refuseWhenStopping);
    router.route().order(FIRST + 2).handler(this::refuseForeign);
    router.get().order(FIRST + 3).handler(RequestGuard::clientRoute);
  }

  /** From now on only what was asked before is answered. */
  void serverWillStop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
  }

  private static void headers(RoutingContext context) {
    Arrival.note(context);
    HEADERS.forEach(context.response()::putHeader);
    if (PDF_WORKER.matcher(context.normalizedPath()).matches()) {
      context.response().putHeader("Content-Security-Policy", OF_PDF_WORKER);
    }
    context.response().putHeader("Cache-Control", caching(context.normalizedPath()));
    if ("https".equals(context.request().scheme())) {
      context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }

  private static String caching(String path) {
    if (path.startsWith("/assets/")) {
      // Their names carry a hash of their content.
      return "public, max-age=31536000, immutable";
    }
    return path.startsWith("/api") || path.startsWith("/login/") ? "no-store" : "no-cache";
  }

  /**
   * Another site can make a browser send a request, but neither this header nor our origin. Of any
   * path: what routers take for the same path differs, and nothing here takes a change without.
   */
  private void refuseForeign(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (SAFE.contains(request.method())
        || request.getHeader("X-Winnow-Request") != null && isOurOrigin(request)) {
      context.next();
      return;
    }
    refuse(context, 403, "missing-request-header");
  }

  private void refuseWhenStopping(RoutingContext context) {
    if (stopping) {
      context.response().putHeader("Connection", "close").putHeader("Retry-After", "5");
      refuse(context, 503, "not-ready");
    } else {
      context.next();
    }
  }

  private void refuse(RoutingContext context, int status, String code) {
    Locale language =
        Texts.languageOf(
            Objects.requireNonNullElse(context.request().getHeader("Accept-Language"), ""));
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "urn:winnow:problem:" + code)
                .put("title", texts.text(language, code + ".title"))
                .put("status", status)
                .put("detail", texts.text(language, code + ".detail"))
                .put("code", code)
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
          && request.authority().toString().equals(from.getRawAuthority())
          // A proxy that ends TLS may not tell us of it; when we know, a plain page is another
          // origin.
          && ("https".equals(from.getScheme()) || !"https".equals(request.scheme()));
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
