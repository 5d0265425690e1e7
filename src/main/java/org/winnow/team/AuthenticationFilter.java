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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;

/** Lets a request through to an endpoint, or not: everything is closed unless it says otherwise. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class AuthenticationFilter implements ContainerRequestFilter {
  private final SessionService sessions;
  private final MemberService members;
  private final CurrentAccount current;

  @Context ResourceInfo resource;

  AuthenticationFilter(SessionService sessions, MemberService members, CurrentAccount current) {
    this.sessions = sessions;
    this.members = members;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<UUID> account =
        Optional.ofNullable(request.getCookies().get(SessionService.COOKIE))
            .map(Cookie::getValue)
            .flatMap(sessions::accountOf);
    account.ifPresent(current::signedIn);
    if (mark(PublicEndpoint.class) != null) {
      return;
    }
    UUID id = account.orElseThrow(() -> RuleViolation.withStatus(401, "sign-in-needed"));
    String review = request.getUriInfo().getPathParameters().getFirst("reviewId");
    if (review != null) {
      current.inReview(members.rolesOf(review, id));
    }
    RequiresRole required = mark(RequiresRole.class);
    if (required != null) {
      refuseWithout(required);
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
          Arrays.stream(required.value()).map(ReviewRole::word).collect(Collectors.joining(", ")));
    }
  }

  private <A extends Annotation> @Nullable A mark(Class<A> kind) {
    A onMethod = resource.getResourceMethod().getAnnotation(kind);
    return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(kind);
  }
}
