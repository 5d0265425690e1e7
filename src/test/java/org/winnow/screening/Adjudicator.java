package org.winnow.screening;

import java.util.UUID;
import org.winnow.team.CurrentAccount;
import org.winnow.team.ReviewRole;

/** Somebody who may settle conflicts, without a request to come from. */
final class Adjudicator extends CurrentAccount {
  private final UUID account;

  Adjudicator(UUID account) {
    this.account = account;
  }

  @Override
  public UUID id() {
    return account;
  }

  @Override
  public boolean has(ReviewRole role) {
    return role == ReviewRole.ADJUDICATOR || role == ReviewRole.LEAD;
  }
}
