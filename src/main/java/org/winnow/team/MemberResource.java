package org.winnow.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.winnow.platform.Page;

@Path("/api/v1/reviews/{reviewId}/members")
class MemberResource {
  private final MemberService members;
  private final CurrentAccount current;

  MemberResource(MemberService members, CurrentAccount current) {
    this.members = members;
    this.current = current;
  }

  record MemberView(Person account, List<ReviewRole> roles, Instant since) {}

  record Person(UUID id, String name, String displayName) {}

  record Roles(@NotEmpty Set<@NotNull ReviewRole> roles) {}

  @GET
  @RequiresRole
  public Page<MemberView> list(@PathParam("reviewId") UUID reviewId) {
    return Page.whole(
        members.list(reviewId).stream()
            .map(
                member ->
                    new MemberView(
                        new Person(member.account(), member.name(), member.displayName()),
                        member.roles(),
                        member.since()))
            .toList());
  }

  @PUT
  @Path("{accountId}")
  @RequiresRole(ReviewRole.LEAD)
  public Roles appoint(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("accountId") UUID account,
      @NotNull @Valid Roles roles) {
    members.appoint(reviewId, current.id(), account, roles.roles());
    return roles;
  }

  @DELETE
  @Path("{accountId}")
  @RequiresRole(ReviewRole.LEAD)
  public void remove(@PathParam("reviewId") UUID reviewId, @PathParam("accountId") UUID account) {
    members.remove(reviewId, current.id(), account);
  }
}
