package org.winnow.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.live.Listener.Changed;
import org.winnow.live.Listener.Told;
import org.winnow.platform.Sql;
import org.winnow.team.Members;
import org.winnow.team.ReviewRole;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class ListenersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Listeners listeners;
  @Inject Ledger ledger;
  @Inject Members members;
  @Inject Sql sql;

  private final Map<UUID, Person> people = new HashMap<>();
  private UUID review = UUID.randomUUID();
  private UUID lead = UUID.randomUUID();
  private UUID ann = UUID.randomUUID();
  private UUID bob = UUID.randomUUID();
  private final List<AssertSubscriber<Told>> pages = new ArrayList<>();

  /** Stands for a vote. */
  @EventType(value = "vote-cast", visibility = Visibility.ACTOR)
  record Voted(int item) implements LedgerEvent {}

  @BeforeEach
  void aReviewWithTwoReviewers() {
    lead = person("lead");
    ann = person("ann");
    bob = person("bob");
    review = Api.reviewOf(people.get(lead));
    Api.appoint(review, people.get(lead), people.get(ann), ReviewRole.REVIEWER);
    Api.appoint(review, people.get(lead), people.get(bob), ReviewRole.REVIEWER);
  }

  private UUID person(String name) {
    Person person = Api.somebody(name);
    people.put(person.id(), person);
    return person.id();
  }

  @AfterEach
  void closePages() {
    pages.forEach(AssertSubscriber::cancel);
  }

  @Test
  void aVoteReachesTheLeadAndTheVoterAndNobodyElse() {
    AssertSubscriber<Told> leadsPage = open(lead, ReviewRole.LEAD);
    AssertSubscriber<Told> annsPage = open(ann, ReviewRole.REVIEWER);
    AssertSubscriber<Told> bobsPage = open(bob, ReviewRole.REVIEWER);

    long vote = append(ann, new Voted(1));
    until(() -> !changes(leadsPage).isEmpty() && !changes(annsPage).isEmpty());
    append(lead, new Renamed());
    until(() -> changes(annsPage).size() == 2 && !changes(bobsPage).isEmpty());

    assertThat(changes(leadsPage).getFirst().sequence()).isEqualTo(vote);
    assertThat(changes(leadsPage).getFirst().rooms()).contains("screening");
    assertThat(changes(annsPage)).allSatisfy(told -> assertThat(told.sequence()).isNull());
    assertThat(changes(bobsPage))
        .containsExactly(new Changed(List.of("audit", "review", "team"), null));
  }

  @Test
  void whoBecomesAReviewerIsBlindedFromTheNextEventOn() {
    AssertSubscriber<Told> page = open(lead, ReviewRole.LEAD);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                members.appoint(review, lead, lead, Set.of(ReviewRole.LEAD, ReviewRole.REVIEWER)));
    until(() -> !changes(page).isEmpty());
    append(ann, new Voted(1));
    append(lead, new Renamed());
    until(() -> changes(page).size() >= 2);

    assertThat(changes(page))
        .allSatisfy(
            told -> {
              assertThat(told.sequence()).isNull();
              assertThat(told.rooms()).doesNotContain("screening");
            });
  }

  @Test
  void whoIsNoMemberAnyMoreIsSentAway() {
    AssertSubscriber<Told> page = open(ann, ReviewRole.REVIEWER);
    AssertSubscriber<Told> other = open(bob, ReviewRole.REVIEWER);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "DELETE FROM membership WHERE review_id = ? AND account_id = ?", review, ann));

    page.awaitCompletion(PATIENCE);
    other.assertNotTerminated();
  }

  @Test
  void whoseAccountIsDisabledIsSentAway() {
    AssertSubscriber<Told> page = open(ann, ReviewRole.REVIEWER);

    QuarkusTransaction.requiringNew()
        .run(() -> sql.update("UPDATE account SET disabled = true WHERE id = ?", ann));

    page.awaitCompletion(PATIENCE);
  }

  @Test
  void whoSignsOutIsSentAway() {
    AssertSubscriber<Told> page = open(ann, ReviewRole.REVIEWER);

    people.get(ann).request().delete("/api/v1/session").then().statusCode(204);

    page.awaitCompletion(PATIENCE);
  }

  @Test
  void aMemberWithTooManyPagesLosesTheOldest() {
    AssertSubscriber<Told> first = open(ann, ReviewRole.REVIEWER);
    for (int i = 0; i < 20; i++) {
      open(ann, ReviewRole.REVIEWER);
    }

    first.awaitCompletion(PATIENCE);
    assertThat(pages.subList(1, 21)).allSatisfy(AssertSubscriber::assertNotTerminated);
  }

  /** Stands for an event that everybody may see. */
  @EventType("member-appointed")
  record Renamed() implements LedgerEvent {}

  private AssertSubscriber<Told> open(UUID account, ReviewRole role) {
    Multi<Told> told = Multi.createFrom().emitter(page -> join(account, role, page));
    AssertSubscriber<Told> page = told.subscribe().withSubscriber(AssertSubscriber.create(1_000));
    pages.add(page);
    return page;
  }

  private void join(UUID account, ReviewRole role, MultiEmitter<? super Told> page) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Listener listener =
                  new Listener(
                      review,
                      account,
                      sessionOf(account),
                      listeners.sight(review, account, Set.of(role)),
                      page,
                      System.nanoTime());
              page.onTermination(() -> listeners.leave(listener));
              listeners.join(listener, ledger.head(review).sequence());
            });
  }

  private String sessionOf(UUID account) {
    return sql.one(
            "SELECT token_hash FROM session WHERE account_id = ?", row -> row.getString(1), account)
        .orElseThrow();
  }

  private long append(UUID actor, LedgerEvent event) {
    return QuarkusTransaction.requiringNew()
        .call(() -> ledger.append(review, actor, event).sequence());
  }

  private static List<Changed> changes(AssertSubscriber<Told> page) {
    return List.copyOf(page.getItems()).stream()
        .filter(Changed.class::isInstance)
        .map(Changed.class::cast)
        .toList();
  }

  private static void until(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean() && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    assertThat(there.getAsBoolean()).isTrue();
  }
}
