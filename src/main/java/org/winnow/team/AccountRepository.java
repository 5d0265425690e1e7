package org.winnow.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

  Optional<Account> named(String name) {
    return find("lower(name) = ?1", name.toLowerCase(Locale.ROOT)).firstResultOptional();
  }

  Optional<Account> ofSubject(String subject) {
    return find("oidcSubject", subject).firstResultOptional();
  }

  boolean anyAdministrator() {
    return count("administrator = true") > 0;
  }

  /** Accounts whose name or display name contains a text, in any case. */
  List<Account> called(String part, int limit) {
    String pattern =
        "%"
            + part.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
            + "%";
    return find(
            "lower(name) like ?1 escape '\\' or lower(displayName) like ?1 escape '\\' order by"
                + " displayName, id",
            pattern)
        .page(Page.ofSize(limit))
        .list();
  }
}
