package org.winnow.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/api/v1/setup")
class SetupResource {
  private final SetupService setup;

  SetupResource(SetupService setup) {
    this.setup = setup;
  }

  record SetupState(boolean needed) {}

  record FirstAdministrator(
      @NotNull @Size(max = 100) String token,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String displayName,
      @NotNull @Size(max = 200) String password) {}

  @GET
  @PublicEndpoint
  public SetupState state() {
    return new SetupState(setup.isNeeded());
  }

  @POST
  @PublicEndpoint
  @APIResponse(responseCode = "204")
  public void setUp(@NotNull @Valid FirstAdministrator first) {
    setup.setUp(
        first.token().strip(), first.name().strip(), first.displayName().strip(), first.password());
  }
}
