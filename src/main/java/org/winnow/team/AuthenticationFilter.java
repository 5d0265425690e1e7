package org.winnow.team;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;
import org.winnow.team.SessionService.Visit;

/** Lets a request through to an endpoint, or not: everything is closed unless it says otherwise. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class AuthenticationFilter implements ContainerRequestFilter {
  /** Names the account in whose name a page has kept a request for later. */
  private static final String MEANT_ACCOUNT = "X-Winnow-Account";

  private final SessionService sessions;
  private final CurrentAccount current;

  // Set by the framework before the first request.
  @SuppressWarnings("NullAway.Init")
  @Context
  ResourceInfo resource;

  AuthenticationFilter(SessionService sessions, CurrentAccount current) {
    this.sessions = sessions;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    UUID review = reviewOf(request);
    Optional<String> token =
        Optional.ofNullable(request.getCookies().get(SessionService.COOKIE)).map(Cookie::getValue);
    Optional<Visit> visit = token.flatMap(found -> sessions.visit(found, review));
    visit.ifPresent(
        known -> {
          current.signedIn(known.account(), SessionService.hash(token.orElseThrow()));
          current.inReview(known.roles());
        });
    if (mark(PublicEndpoint.class) != null) {
      return;
    }
    if (visit.isEmpty()) {
      throw RuleViolation.withStatus(401, "sign-in-needed");
    }
    refuseForOthers(request, visit.get());
    RequiresRole required = mark(RequiresRole.class);
    if (required != null) {
      refuseWithout(required);
    }
  }

  /** What somebody decided while offline must not be sent in the name of who signed in since. */
  private static void refuseForOthers(ContainerRequestContext request, Visit visit) {
    String meant = request.getHeaderString(MEANT_ACCOUNT);
    if (meant != null && !meant.strip().equalsIgnoreCase(visit.account().toString())) {
      throw RuleViolation.withStatus(401, "other-account");
    }
  }

  private void refuseWithout(RequiresRole required) {
    Set<ReviewRole> roles = current.roles();
    if (roles.isEmpty()) {
      throw RuleViolation.notFound();
    }
    if (required.value().length > 0 && Arrays.stream(required.value()).noneMatch(roles::contains)) {
      throw RuleViolation.withStatus(
          403,
          "role-needed",
          new RuleViolation.Words(
              Arrays.stream(required.value()).map(role -> "word.role." + role.word()).toList()));
    }
  }

  /** The review of the path; null when there is none, or nothing that could be one. */
  private static @Nullable UUID reviewOf(ContainerRequestContext request) {
    String review = request.getUriInfo().getPathParameters().getFirst("reviewId");
    try {
      return review == null ? null : UUID.fromString(review);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private <A extends Annotation> @Nullable A mark(Class<A> kind) {
    A onMethod = resource.getResourceMethod().getAnnotation(kind);
    return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(kind);
  }
}
