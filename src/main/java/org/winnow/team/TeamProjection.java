package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;

/** The members of a review as the ledger says they must be. */
@ApplicationScoped
class TeamProjection implements Projection {
  private final Sql sql;

  TeamProjection(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new MembersReplay(reviewId);
  }

  private final class MembersReplay implements Replay {
    private final UUID reviewId;
    private final Map<UUID, String> roles = new HashMap<>();

    MembersReplay(UUID reviewId) {
      this.reviewId = reviewId;
    }

    @Override
    public void apply(RecordedEvent event) {
      if (event.is(MemberAppointed.class)) {
        MemberAppointed appointed = event.as(MemberAppointed.class);
        roles.put(appointed.account(), appointed.roles().stream().sorted().toList().toString());
      } else if (event.is(MemberLeft.class)) {
        roles.remove(event.as(MemberLeft.class).account());
      }
    }

    @Override
    public List<Difference> differences() {
      Map<UUID, String> found = new HashMap<>();
      sql.list(
          "SELECT account_id, roles FROM membership WHERE review_id = ?",
          row ->
              found.put(
                  row.getObject(1, UUID.class),
                  Arrays.stream((String[]) row.getArray(2).getArray())
                      .map(ReviewRole::of)
                      .sorted()
                      .toList()
                      .toString()),
          reviewId);
      TreeSet<UUID> accounts = new TreeSet<>(roles.keySet());
      accounts.addAll(found.keySet());
      List<Difference> differences = new ArrayList<>();
      for (UUID account : accounts) {
        String expected = roles.getOrDefault(account, "");
        String is = found.getOrDefault(account, "");
        if (!expected.equals(is)) {
          differences.add(new Difference("membership", account.toString(), expected, is));
        }
      }
      return differences;
    }
  }
}
