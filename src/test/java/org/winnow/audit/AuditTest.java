package org.winnow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.ledger.EventType;
import org.winnow.ledger.Ledger;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.LedgerHead;
import org.winnow.ledger.Visibility;
import org.winnow.team.ReviewRole;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class AuditTest {
  @Inject Ledger ledger;

  private Person lead = new Person(UUID.randomUUID(), "", "");
  private Person ann = lead;
  private Person bob = lead;
  private UUID review = UUID.randomUUID();

  /** Stands for a vote. */
  @EventType(value = "test-voted", visibility = Visibility.ACTOR)
  record Voted(int item) implements LedgerEvent {}

  /** Stands for an adjudication. */
  @EventType(value = "test-adjudicated", visibility = Visibility.UNBLINDED)
  record Adjudicated(int item) implements LedgerEvent {}

  @BeforeEach
  void aReviewWithTwoReviewers() {
    lead = Api.somebody("lead");
    ann = Api.somebody("ann");
    bob = Api.somebody("bob");
    review = Api.reviewOf(lead);
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(review, lead, bob, ReviewRole.REVIEWER);
  }

  @Test
  void theLeadReadsEveryEventNewestFirstWithItsHash() {
    append(ann, new Voted(7));

    ledgerOf(lead, "")
        .body("items[0].type", equalTo("test-voted"))
        .body("items[0].payload.item", equalTo(7))
        .body("items[0].actor.displayName", equalTo("ann"))
        .body("items[0].hash", equalTo(head().hash()))
        .body("items[0].sequence", equalTo((int) head().sequence()))
        .body("items[-1].type", equalTo("review-created"));
  }

  @Test
  void aBlindedReviewerReadsWhatTheTeamDidAndTheirOwnVotes() {
    append(ann, new Voted(7));
    append(bob, new Voted(8));
    append(lead, new Adjudicated(7));

    ledgerOf(ann, "")
        .body("items[0].payload.item", equalTo(7))
        .body("items.type", not(everyItem(equalTo("test-adjudicated"))))
        .body("items.findAll { it.type == 'test-voted' }", hasSize(1))
        .body("items.findAll { it.type == 'test-adjudicated' }", hasSize(0));
  }

  @Test
  void whatABlindedReviewerReadsIsTheSameWhateverOthersVoted() {
    String before = ledgerOf(bob, "?limit=3").extract().asString();
    append(ann, new Voted(1));
    append(ann, new Voted(2));

    assertThat(ledgerOf(bob, "?limit=3").extract().asString()).isEqualTo(before);
    ledgerOf(bob, "")
        .body("items", everyItem(not(hasKey("sequence"))))
        .body("items", everyItem(not(hasKey("hash"))));
  }

  @Test
  void theListGoesOnPageByPageForBoth() {
    for (int i = 0; i < 10; i++) {
      append(ann, new Voted(i));
      append(bob, new Voted(100 + i));
    }
    for (Person reader : List.of(lead, ann)) {
      List<String> all = ledgerOf(reader, "?limit=200").extract().path("items.payload");
      List<String> paged = new ArrayList<>();
      String cursor = "";
      do {
        var page = ledgerOf(reader, "?limit=3" + cursor).extract();
        List<String> payloads = page.path("items.payload");
        paged.addAll(payloads);
        String next = page.path("next");
        cursor = next == null ? "" : "&cursor=" + next;
      } while (!cursor.isEmpty());
      assertThat(paged).hasSizeGreaterThan(10).isEqualTo(all);
    }
  }

  @Test
  void theListIsNarrowedByTypeActorAndTime() {
    Instant before = Instant.now().minus(1, ChronoUnit.HOURS);
    append(ann, new Voted(1));
    append(bob, new Voted(2));
    append(lead, new Adjudicated(3));

    ledgerOf(lead, "?type=test-voted&type=test-adjudicated").body("items", hasSize(3));
    ledgerOf(lead, "?type=test-voted&actor=" + bob.id())
        .body("items", hasSize(1))
        .body("items[0].payload.item", equalTo(2));
    ledgerOf(lead, "?to=" + before).body("items", hasSize(0));
    ledgerOf(lead, "?type=test-voted&from=" + before).body("items", hasSize(2));
    ledgerOf(ann, "?actor=" + bob.id()).body("items", hasSize(0));
  }

  @Test
  void aFilterThatCannotBeReadIsNamed() {
    for (String filter : List.of("actor=ann", "from=yesterday", "to=1.1.2020")) {
      lead.request()
          .get(path("?" + filter))
          .then()
          .statusCode(422)
          .body("code", equalTo("bad-fields"));
    }
    lead.request().get(path("?cursor=x")).then().body("code", equalTo("bad-cursor"));
  }

  @Test
  void theProofShowsTheHeadToThoseWhoMaySeeHowMuchHappened() {
    lead.request()
        .get(path("/verify"))
        .then()
        .statusCode(200)
        .body("holds", equalTo(true))
        .body("events", equalTo((int) head().sequence()))
        .body("head.hash", equalTo(head().hash()))
        .body("differences", hasSize(0));
    ann.request()
        .get(path("/verify"))
        .then()
        .statusCode(200)
        .body("holds", equalTo(true))
        .body("events", nullValue())
        .body("head", nullValue());
  }

  @Test
  void aStrangerLearnsNothing() {
    Person stranger = Api.somebody("stranger");
    stranger.request().get(path("")).then().statusCode(404);
    stranger.request().get(path("/verify")).then().statusCode(404);
  }

  private ValidatableResponse ledgerOf(Person reader, String query) {
    return reader.request().get(path(query)).then().statusCode(200);
  }

  private String path(String rest) {
    return "/api/v1/reviews/" + review + "/ledger" + rest;
  }

  private void append(Person actor, LedgerEvent event) {
    QuarkusTransaction.requiringNew().run(() -> ledger.append(review, actor.id(), event));
  }

  private LedgerHead head() {
    return QuarkusTransaction.requiringNew().call(() -> ledger.head(review));
  }
}
