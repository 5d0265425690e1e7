package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.winnow.platform.Sql;
import org.winnow.team.ProvidedIdentity.Email;

/** Accounts of people who sign in elsewhere. */
@ApplicationScoped
class ProvidedAccountService {
  private final Accounts accounts;
  private final InvitationService invitations;
  private final Sql sql;
  private final List<String> administrators;

  ProvidedAccountService(
      Accounts accounts,
      InvitationService invitations,
      Sql sql,
      @ConfigProperty(name = "winnow.oidc.administrators") Optional<List<String>> administrators) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.sql = sql;
    this.administrators =
        administrators.orElse(List.of()).stream()
            .map(address -> address.strip().toLowerCase(Locale.ROOT))
            .toList();
  }

  /** The account of somebody, made when they come for the first time. */
  @Transactional
  Account accountOf(ProvidedIdentity identity) {
    // Two first visits at once must not make two accounts, nor two accounts of one name.
    sql.one("SELECT pg_advisory_xact_lock(hashtextextended('first visit', 0))", row -> true);
    Account account = accounts.bySubject(identity.subject()).orElseGet(() -> firstVisit(identity));
    if (identity.email() instanceof Email.Verified(String address) && !account.disabled()) {
      if (administrators.contains(address)) {
        accounts.makeAdministrator(account.id());
      }
      invitations.accept(address, account.id());
    }
    return account;
  }

  private Account firstVisit(ProvidedIdentity identity) {
    UUID id = UUID.randomUUID();
    accounts.put(id, freeName(identity.name()), identity.displayName(), identity.language(), false);
    accounts.linkSubject(id, identity.subject());
    return accounts.byId(id).orElseThrow();
  }

  /** A local account of the same name belongs to somebody else, as far as anybody can prove. */
  private String freeName(String name) {
    String free = name;
    for (int i = 2; accounts.byName(free).isPresent(); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
