package org.winnow.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;

@Path("/api/v1")
class AccountResource {
  private static final int FOUND_AT_MOST = 50;

  private final Accounts accounts;
  private final SessionService sessions;
  private final CurrentAccount current;

  AccountResource(Accounts accounts, SessionService sessions, CurrentAccount current) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.current = current;
  }

  record Profile(
      @NotBlank @Size(max = 200) String displayName,
      @NotNull @Pattern(regexp = "en|zh") String language) {}

  record PasswordChange(
      @NotNull @Size(max = 200) String current, @NotNull @Size(max = 200) String next) {}

  record NewAccount(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String displayName,
      @Nullable @Size(max = 200) String password) {}

  record AccountState(boolean disabled) {}

  /** What others see of an account; its state is for administrators. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AccountView(
      UUID id,
      String name,
      String displayName,
      @Nullable Boolean disabled,
      @Nullable Boolean administrator) {}

  @PUT
  @Path("account")
  @SignedIn
  @Transactional
  public Profile profile(@NotNull @Valid Profile profile) {
    accounts.setProfile(current.id(), profile.displayName().strip(), profile.language());
    return profile;
  }

  @PUT
  @Path("account/password")
  @SignedIn
  @Transactional
  public void password(
      @NotNull @Valid PasswordChange change,
      @CookieParam(SessionService.COOKIE) @Nullable String token) {
    sessions.refuseUnlessKnows(current.id(), change.current());
    accounts.setPassword(current.id(), change.next());
    sessions.endOthers(current.id(), token == null ? "" : token);
  }

  /** Accounts by a part of their name, for adding members. */
  @GET
  @Path("accounts")
  @SignedIn
  @Transactional
  public Page<AccountView> search(@QueryParam("query") @Nullable String query) {
    boolean administrator = isAdministrator();
    if (!administrator && !accounts.leadsAnyReview(current.id())) {
      throw RuleViolation.withStatus(
          403, "role-needed", new RuleViolation.Words(List.of("word.role.lead")));
    }
    String part = query == null ? "" : query.strip();
    if (!administrator && part.length() < 2) {
      return Page.whole(List.of());
    }
    return Page.whole(
        accounts.search(part, FOUND_AT_MOST).stream()
            .filter(account -> administrator || !account.disabled())
            .map(account -> view(account, administrator))
            .toList());
  }

  @PUT
  @Path("accounts/{accountId}")
  @SignedIn
  @Transactional
  public AccountView put(@PathParam("accountId") UUID id, @NotNull @Valid NewAccount account) {
    refuseUnlessAdministrator();
    accounts.put(id, account.name().strip(), account.displayName().strip(), "en", false);
    if (account.password() != null) {
      accounts.setPassword(id, account.password());
      sessions.endOthers(id, "");
    }
    return view(accounts.byId(id).orElseThrow(), true);
  }

  @PUT
  @Path("accounts/{accountId}/state")
  @SignedIn
  @Transactional
  public AccountState state(@PathParam("accountId") UUID id, @NotNull @Valid AccountState state) {
    refuseUnlessAdministrator();
    if (accounts.byId(id).isEmpty()) {
      throw RuleViolation.notFound();
    }
    if (state.disabled() && id.equals(current.id())) {
      throw new RuleViolation("not-yourself");
    }
    accounts.setDisabled(id, state.disabled());
    if (state.disabled()) {
      sessions.endOthers(id, "");
    }
    return state;
  }

  private boolean isAdministrator() {
    return accounts.byId(current.id()).map(Account::administrator).orElse(false);
  }

  private void refuseUnlessAdministrator() {
    if (!isAdministrator()) {
      throw RuleViolation.withStatus(
          403, "role-needed", new RuleViolation.Words(List.of("word.role.administrator")));
    }
  }

  private static AccountView view(Account account, boolean administrator) {
    return new AccountView(
        account.id(),
        account.name(),
        account.displayName(),
        administrator ? account.disabled() : null,
        administrator ? account.administrator() : null);
  }
}
