package org.winnow.team;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.RuleViolation;

/** Who makes this request, and what they are in the review it is about. */
@RequestScoped
public class CurrentAccount {
  private @Nullable UUID id;
  private String session = "";
  private Set<ReviewRole> roles = Set.of();

  void signedIn(UUID account, String inSession) {
    this.id = account;
    this.session = inSession;
  }

  void inReview(Set<ReviewRole> reviewRoles) {
    this.roles = reviewRoles;
  }

  /**
   * @throws RuleViolation {@code sign-in-needed} when nobody has signed in
   */
  public UUID id() {
    if (id == null) {
      throw RuleViolation.withStatus(401, "sign-in-needed");
    }
    return id;
  }

  /** Empty when nobody has signed in. */
  public Optional<UUID> known() {
    return Optional.ofNullable(id);
  }

  /** Names the session, for {@link OpenSessions}; tells nothing that would let anybody use it. */
  public String session() {
    return session;
  }

  /** Roles in the review of the path; empty where the path names none. */
  public Set<ReviewRole> roles() {
    return roles;
  }

  public boolean has(ReviewRole role) {
    return roles.contains(role);
  }
}
