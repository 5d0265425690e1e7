package org.winnow.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import java.util.UUID;

@Path("/api/v1/reviews/{reviewId}/invitations")
class InvitationResource {
  private final InvitationService invitations;
  private final CurrentAccount current;

  InvitationResource(InvitationService invitations, CurrentAccount current) {
    this.invitations = invitations;
    this.current = current;
  }

  record Invitation(
      @NotBlank @Email @Size(max = 254) String email, @NotEmpty Set<@NotNull ReviewRole> roles) {}

  @PUT
  @Path("{invitationId}")
  @RequiresRole(ReviewRole.LEAD)
  public Invitation invite(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("invitationId") UUID id,
      @NotNull @Valid Invitation invitation) {
    invitations.invite(reviewId, id, current.id(), invitation.email().strip(), invitation.roles());
    return invitation;
  }
}
