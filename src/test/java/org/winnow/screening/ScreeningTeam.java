package org.winnow.screening;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.identification.ImportsForTests;
import org.winnow.record.Records;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.ScreeningPolicy.ConflictRule;
import org.winnow.review.Stage;
import org.winnow.team.ReviewRole;

/** A review that Lea leads, Ann and Bob screen and Eve settles conflicts of. */
record ScreeningTeam(UUID id, Person lea, Person ann, Person bob, Person eve) {
  static final UUID DESIGN = new UUID(4, 1);
  static final UUID OUTCOME = new UUID(4, 2);
  private static final Person NOBODY = new Person(new UUID(0, 0), "", "");
  static final ScreeningTeam NONE =
      new ScreeningTeam(new UUID(0, 0), NOBODY, NOBODY, NOBODY, NOBODY);

  static ScreeningTeam withRecords(int count) {
    Person lea = Api.somebody("lea");
    ScreeningTeam team =
        new ScreeningTeam(
            Api.reviewOf(lea), lea, Api.somebody("ann"), Api.somebody("bob"), Api.somebody("eve"));
    Api.appoint(team.id(), lea, team.ann(), ReviewRole.REVIEWER);
    Api.appoint(team.id(), lea, team.bob(), ReviewRole.REVIEWER);
    Api.appoint(team.id(), lea, team.eve(), ReviewRole.ADJUDICATOR);
    QuarkusTransaction.requiringNew().run(() -> team.importRecords(count));
    team.amend(ConflictRule.ADJUDICATOR, false);
    return team;
  }

  /** One more reviewer. */
  Person another(String name) {
    Person person = Api.somebody(name);
    Api.appoint(id, lea, person, ReviewRole.REVIEWER);
    return person;
  }

  String review(String path) {
    return "/api/v1/reviews/" + id + path;
  }

  String title(String path) {
    return review("/stages/title-abstract" + path);
  }

  void vote(Person by, int record, String verdict) {
    tryVote(by, record, verdict).then().statusCode(200);
  }

  Response tryVote(Person by, int record, String verdict) {
    return by.sending(Map.of("verdict", verdict, "version", 2))
        .put(title("/records/" + record + "/votes/" + UUID.randomUUID()));
  }

  Response voteFullText(Person by, int report, String verdict) {
    return by.sending(Map.of("verdict", verdict, "version", 2))
        .put(review("/stages/full-text/records/" + report + "/votes/" + UUID.randomUUID()));
  }

  void agree(int record) {
    vote(ann, record, "include");
    vote(bob, record, "include");
  }

  void disagree(int record) {
    vote(ann, record, "include");
    vote(bob, record, "exclude");
  }

  List<Integer> queue(Person reviewer, Stage stage) {
    return reviewer
        .request()
        .get(review("/stages/" + stage.word() + "/queue"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.itemId");
  }

  void assertLedgerHolds() {
    lea.request()
        .get(review("/ledger/verify"))
        .then()
        .body("differences", empty())
        .body("holds", equalTo(true));
  }

  void amend(ConflictRule rule, boolean conflictVotesHidden) {
    Reviews reviews = Api.bean(Reviews.class);
    Reviews.ProtocolVersion now =
        QuarkusTransaction.requiringNew().call(() -> reviews.protocol(id));
    ScreeningPolicy old = now.protocol().policy();
    ScreeningPolicy policy =
        new ScreeningPolicy(
            2, 2, rule, false, old.order(), false, old.mask(), false, conflictVotesHidden);
    reviews.amend(
        id,
        lea.id(),
        now.version(),
        new Protocol(
            now.protocol().question(),
            "",
            List.of(),
            List.of(
                new Protocol.Reason(DESIGN, new Protocol.Text("Design", "设计"), null),
                new Protocol.Reason(OUTCOME, new Protocol.Text("Outcome", "结局"), null)),
            policy,
            List.of()),
        "for the test");
  }

  private void importRecords(int count) {
    UUID source = UUID.randomUUID();
    UUID batch = UUID.randomUUID();
    Api.bean(Sources.class)
        .describe(
            id,
            lea.id(),
            new SourceDescribed(source, SourceKind.DATABASE, "PubMed", "", "", "", "", null));
    Records records = Api.bean(Records.class);
    records.stage(
        id, batch, 1, IntStream.rangeClosed(1, count).mapToObj(ScreeningTeam::citation).toList());
    ImportsForTests.noteCommitted(id, batch, source, lea.id(), count);
    records.add(id, lea.id(), records.prepare(id, batch, source, "0".repeat(64)));
  }

  static Citation citation(int number) {
    return new Citation(
        "JOUR",
        Bilingual.of("Title " + number),
        List.of(),
        2020,
        "",
        "",
        "",
        "",
        "",
        "",
        Bilingual.NONE,
        List.of(),
        "",
        "",
        "",
        "",
        "",
        Map.of(),
        1,
        "raw");
  }
}
