package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.winnow.DatabaseForTests;
import org.winnow.Nightly;
import org.winnow.allocation.Allocation;
import org.winnow.allocation.AllocationService;
import org.winnow.allocation.Allocations;
import org.winnow.calibration.CalibrationForTests;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.SvgWriter;
import org.winnow.flow.Flow;
import org.winnow.flow.FlowBox;
import org.winnow.flow.FlowDiagram;
import org.winnow.flow.Flows;
import org.winnow.flow.Progress;
import org.winnow.flow.Template;
import org.winnow.identification.ImportsForTests;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verifier;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.record.Join;
import org.winnow.record.Records;
import org.winnow.record.RecordsMerged;
import org.winnow.record.RecordsSeparated;
import org.winnow.record.SourceDescribed;
import org.winnow.record.SourceKind;
import org.winnow.record.Sources;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.ScreeningPolicy;
import org.winnow.review.Stage;
import org.winnow.team.Members;
import org.winnow.team.ReviewRole;

/**
 * Whatever a team does, in whatever order: the flow adds up, its numbers are those of a recount
 * from the votes and those in the figure, and the ledger replays to the tables.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RandomReviewTest {
  /** Ten thousand steps a night. */
  private static final int REVIEWS = Nightly.times(6, 20);

  private static final int STEPS = Nightly.times(240, 500);
  private static final Set<String> DONE = new TreeSet<>();
  private static final List<UUID> REASONS =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

  @Inject Reviews reviews;
  @Inject Records records;
  @Inject Sources sources;
  @Inject BallotBox ballots;
  @Inject ScreeningService screening;
  @Inject ConflictService conflicts;
  @Inject Screenings screenings;
  @Inject Takeovers takeovers;
  @Inject Allocations allocations;
  @Inject AllocationService allocation;
  @Inject Members members;
  @Inject Flows flows;
  @Inject Verifier verifier;
  @Inject Sql sql;

  private SplittableRandom random = new SplittableRandom();
  private UUID review = UUID.randomUUID();
  private List<UUID> team = List.of();
  private final List<UUID> imports = new ArrayList<>();
  private final List<UUID> merges = new ArrayList<>();
  private final List<UUID> taken = new ArrayList<>();
  private final List<UUID> rounds = new ArrayList<>();
  private int votesNeeded;
  private final List<RecordsSeparated> separations = new ArrayList<>();

  /** What follows from the votes and adjudications as they stand, by the rule of the protocol. */
  private static final String RECOUNT =
      """
      WITH latest AS (
        SELECT DISTINCT ON (stage, counts_for, reviewer_id) stage, counts_for, verdict, reasons
        FROM vote WHERE review_id = ? AND withdrawn_sequence IS NULL
        ORDER BY stage, counts_for, reviewer_id, sequence DESC, id::text DESC),
      adjudicated AS (
        SELECT DISTINCT ON (stage, counts_for) stage, counts_for, verdict
        FROM adjudication WHERE review_id = ? AND withdrawn_sequence IS NULL
        ORDER BY stage, counts_for, sequence DESC),
      voted AS (
        SELECT stage, counts_for, count(*) AS voters,
          bool_and(verdict = 'INCLUDE' OR verdict = 'MAYBE' AND stage = 'TITLE_ABSTRACT') AS all_in,
          bool_and(verdict = 'EXCLUDE') AS all_out,
          count(DISTINCT COALESCE(reasons[1]::text, '')) AS reasons
        FROM latest GROUP BY stage, counts_for),
      decided AS (
        SELECT COALESCE(a.stage, v.stage) AS stage, COALESCE(a.counts_for, v.counts_for) AS entry,
          CASE WHEN a.verdict = 'EXCLUDE' THEN 'OUT'
            WHEN a.verdict IS NOT NULL THEN 'IN'
            WHEN v.voters < CASE v.stage WHEN 'FULL_TEXT' THEN 2 ELSE ? END THEN 'OPEN'
            WHEN v.all_in THEN 'IN'
            WHEN v.all_out AND (v.stage = 'TITLE_ABSTRACT' OR v.reasons = 1) THEN 'OUT'
            ELSE 'OPEN' END AS outcome
        FROM voted v FULL JOIN adjudicated a ON a.stage = v.stage AND a.counts_for = v.counts_for),
      entry AS (
        SELECT r.id, r.representative_id IS NOT NULL AS duplicate,
          COALESCE(t.outcome, 'OPEN') AS title, COALESCE(f.outcome, 'OPEN') AS text
        FROM record r
        LEFT JOIN decided t ON t.stage = 'TITLE_ABSTRACT' AND t.entry = r.id
        LEFT JOIN decided f ON f.stage = 'FULL_TEXT' AND f.entry = r.id
        WHERE r.review_id = ? AND r.live)
      SELECT count(*) FILTER (WHERE duplicate), count(*) FILTER (WHERE NOT duplicate),
        count(*) FILTER (WHERE NOT duplicate AND title = 'OUT'),
        count(*) FILTER (WHERE NOT duplicate AND title = 'IN'),
        count(*) FILTER (WHERE NOT duplicate AND title = 'OPEN'),
        count(*) FILTER (WHERE NOT duplicate AND title = 'IN'),
        count(*) FILTER (WHERE NOT duplicate AND title = 'IN' AND text = 'OUT'),
        count(*) FILTER (WHERE NOT duplicate AND title = 'IN' AND text = 'IN')
      FROM entry
      """;

  /** The boxes that the recount gives, in its order. */
  private static final List<FlowBox> RECOUNTED =
      List.of(
          FlowBox.DUPLICATES,
          FlowBox.RECORDS_SCREENED,
          FlowBox.RECORDS_EXCLUDED,
          FlowBox.RECORDS_PASSED,
          FlowBox.PENDING_SCREENING,
          FlowBox.SOUGHT,
          FlowBox.REPORTS_EXCLUDED,
          FlowBox.INCLUDED_REPORTS);

  /** Lines of the figure by the words before their number. */
  private static final Map<FlowBox, String> IN_FIGURE =
      Map.of(
          FlowBox.DUPLICATES, "Duplicate records",
          FlowBox.RECORDS_SCREENED, "Records screened",
          FlowBox.RECORDS_EXCLUDED, "Records excluded",
          FlowBox.SOUGHT, "Reports sought for retrieval",
          FlowBox.NOT_RETRIEVED, "Reports not retrieved",
          FlowBox.ASSESSED, "Reports assessed for eligibility");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, REVIEWS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFlowAddsUpAfterEveryStep(long seed) {
    random = new SplittableRandom(seed);
    begin();
    for (int step = 0; step < STEPS; step++) {
      String what = step();
      DONE.add(what);
      Flow flow = QuarkusTransaction.requiringNew().call(() -> flows.of(review));
      assertThat(flow.identities())
          .as("seed %d, step %d: %s", seed, step, what)
          .allMatch(identity -> identity.holds());
      String when = "seed " + seed + ", step " + step + ": " + what;
      assertThat(RECOUNTED.stream().map(flow.sets()::count)).as(when).isEqualTo(recount());
      assertThat(flow.head().sequence())
          .as(when)
          .isEqualTo(number("SELECT sequence FROM ledger_head WHERE review_id = ?"));
      assertFigureSays(flow, when);
      if (step % 10 == 9) {
        assertReplays(when);
      }
    }
  }

  @AfterAll
  static void everyKindOfStepWasTaken() {
    assertThat(DONE)
        .contains(
            "vote",
            "withdraw-vote",
            "adjudicate",
            "send-back",
            "void-votes",
            "import",
            "withdraw-import")
        .contains("calibration-open", "calibration-vote", "calibration-reveal")
        .contains("merge", "split", "undo-merge", "separate", "lift", "accept")
        .contains("take-over", "withdraw-takeover")
        .contains("share-out", "hand-over");
  }

  private List<Integer> recount() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                        RECOUNT,
                        row -> {
                          List<Integer> counts = new ArrayList<>();
                          for (int column = 1; column <= RECOUNTED.size(); column++) {
                            counts.add(row.getInt(column));
                          }
                          return counts;
                        },
                        review,
                        review,
                        votesNeeded,
                        review)
                    .getFirst());
  }

  private static void assertFigureSays(Flow flow, String when) {
    FlowDiagram diagram =
        new FlowDiagram(
            flow.boxes(),
            flow.details(),
            Template.fitting(flow.boxes()),
            Progress.interim(flow.sets()));
    String text =
        SvgWriter.write(diagram.scene(FigureLanguage.ENGLISH), SvgWriter.Colours.FIXED)
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", "");
    IN_FIGURE.forEach(
        (box, words) ->
            assertThat(text)
                .as(when)
                .contains(words.replace(" ", "") + "(n=" + flow.sets().count(box) + ")"));
  }

  private void assertReplays(String when) {
    Verification verification = verifier.verify(review);
    assertThat(verification.differences()).as(when).isEmpty();
    assertThat(verification.holds()).as(when).isTrue();
  }

  private void begin() {
    review = UUID.randomUUID();
    imports.clear();
    merges.clear();
    taken.clear();
    rounds.clear();
    separations.clear();
    team = IntStream.range(0, 4).mapToObj(_ -> UUID.randomUUID()).toList();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                team.forEach(
                    person ->
                        sql.update(
                            "INSERT INTO account (id, name, display_name) VALUES (?, ?, ?)",
                            person,
                            person.toString(),
                            "Person " + person)));
    reviews.create(review, team.getFirst(), "Random", "en");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                team.subList(0, 3)
                    .forEach(
                        person ->
                            members.appoint(
                                review,
                                team.getFirst(),
                                person,
                                Set.of(ReviewRole.LEAD, ReviewRole.REVIEWER))));
    amend(2);
    importRecords();
  }

  private String step() {
    int choice = random.nextInt(100);
    try {
      if (choice < 4) {
        return takeOver();
      } else if (choice < 7) {
        return withdrawTakeover();
      } else if (choice < 12) {
        return calibrate();
      } else if (choice < 60) {
        return vote(random.nextInt(3) == 0 ? Stage.FULL_TEXT : Stage.TITLE_ABSTRACT);
      } else if (choice < 68) {
        return withdrawVote();
      } else if (choice < 76) {
        return adjudicate();
      } else if (choice < 77) {
        return sendBack();
      } else if (choice < 78) {
        return voidVotes();
      } else if (choice < 79) {
        return withdrawAdjudication();
      } else if (choice < 82) {
        return merge();
      } else if (choice < 85) {
        return split();
      } else if (choice < 89) {
        return judgeDoubts();
      } else if (choice < 93) {
        importRecords();
        return "import";
      } else if (choice < 95) {
        return withdrawImport();
      } else if (choice < 96) {
        amend(1 + random.nextInt(3));
        return "amend";
      } else if (choice < 98) {
        return shareOut();
      }
      return closeOrReopen();
    } catch (RuleViolation refused) {
      return "refused " + refused.code();
    }
  }

  private String vote(Stage stage) {
    List<Integer> items =
        ids(
            stage == Stage.TITLE_ABSTRACT
                ? "SELECT id FROM record WHERE review_id = ? AND live ORDER BY id"
                : "SELECT id FROM report WHERE review_id = ? ORDER BY id");
    if (items.isEmpty()) {
      return "nothing to vote on";
    }
    // Few items get most votes, so that pairs complete and conflicts arise.
    int item = items.get(random.nextInt(Math.min(items.size(), 8)));
    Verdict verdict = Verdict.values()[random.nextInt(3)];
    List<UUID> reasons =
        verdict == Verdict.EXCLUDE && random.nextInt(10) > 0
            ? List.of(REASONS.get(random.nextInt(3)))
            : List.of();
    ballots.cast(
        review,
        team.get(random.nextInt(3)),
        new VoteCast(UUID.randomUUID(), stage, item, verdict, reasons, 1, null, null, null, null));
    return "vote";
  }

  /** Rounds of practice, of which nothing may be seen in any number. */
  private String calibrate() {
    if (rounds.isEmpty() || random.nextInt(8) == 0) {
      UUID round = UUID.randomUUID();
      CalibrationForTests.open(
          review, team.getFirst(), round, 1 + random.nextInt(3), random.nextInt());
      rounds.add(round);
      return "calibration-open";
    }
    UUID round = rounds.get(random.nextInt(rounds.size()));
    if (random.nextInt(6) == 0) {
      CalibrationForTests.reveal(review, team.getFirst(), round);
      return "calibration-reveal";
    }
    List<Integer> items =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "SELECT item_id FROM calibration_item WHERE review_id = ? AND round_id = ?"
                            + " ORDER BY place",
                        row -> row.getInt(1),
                        review,
                        round));
    Verdict verdict = Verdict.values()[random.nextInt(3)];
    CalibrationForTests.vote(
        review,
        team.get(random.nextInt(3)),
        round,
        items.get(random.nextInt(items.size())),
        verdict,
        verdict == Verdict.EXCLUDE ? List.of(REASONS.getFirst()) : List.of());
    return "calibration-vote";
  }

  private String shareOut() {
    Stage stage = Stage.values()[random.nextInt(2)];
    UUID one = team.get(random.nextInt(3));
    UUID other = team.get((team.indexOf(one) + 1) % 3);
    if (random.nextInt(3) == 0) {
      QuarkusTransaction.requiringNew()
          .run(() -> allocation.handOver(review, team.getFirst(), stage, one, other));
      return "hand-over";
    }
    int version =
        QuarkusTransaction.requiringNew().call(() -> allocations.current(review, stage).version());
    allocation.change(
        review,
        team.getFirst(),
        stage,
        version,
        new Allocation(
            List.of(one),
            random.nextBoolean(),
            random.nextBoolean() ? List.of(new Allocation.Apart(one, other)) : List.of(),
            List.of(new Allocation.Quota(one, random.nextInt(20), null)),
            List.of(
                new Allocation.Part(
                    Allocation.Kind.RECORDS, null, 1, 1 + random.nextInt(8), List.of(one, other))),
            List.of()));
    return "share-out";
  }

  private String takeOver() {
    Stage stage = Stage.values()[random.nextInt(2)];
    List<Integer> live = ids("SELECT id FROM record WHERE review_id = ? AND live ORDER BY id");
    List<Takeovers.Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Verdict verdict = Verdict.values()[random.nextInt(3)];
      judgements.add(
          new Takeovers.Judgement(
              live.get(random.nextInt(live.size())),
              team.get(random.nextInt(3)),
              verdict,
              verdict == Verdict.EXCLUDE ? List.of(REASONS.get(random.nextInt(3))) : List.of()));
    }
    UUID takeover = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                takeovers.cast(
                    review,
                    team.getFirst(),
                    new Takeovers.Order(
                        takeover,
                        imports.getFirst(),
                        "0".repeat(64),
                        stage,
                        new VotesTakenOver.Mapping(Map.of(), Map.of(), Map.of())),
                    takeovers.sort(review, stage, judgements).votes(),
                    0,
                    ""));
    taken.add(takeover);
    return "take-over";
  }

  private String withdrawTakeover() {
    if (taken.isEmpty()) {
      return "no takeover to withdraw";
    }
    UUID takeover = taken.remove(random.nextInt(taken.size()));
    QuarkusTransaction.requiringNew()
        .run(() -> takeovers.withdraw(review, team.getFirst(), takeover));
    return "withdraw-takeover";
  }

  private String withdrawVote() {
    record Own(UUID vote, UUID reviewer) {}
    List<Own> votes =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "SELECT id, reviewer_id FROM vote WHERE review_id = ? ORDER BY sequence",
                        row -> new Own(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        review));
    if (votes.isEmpty()) {
      return "no vote to withdraw";
    }
    Own own = votes.get(random.nextInt(votes.size()));
    screening.withdraw(review, own.reviewer(), own.vote());
    return "withdraw-vote";
  }

  private String voidVotes() {
    Stage stage = Stage.values()[random.nextInt(2)];
    UUID reviewer = team.get(random.nextInt(3));
    screening.voidVotes(review, team.getFirst(), new VotesVoided(stage, reviewer, "left"));
    return "void-votes";
  }

  private String sendBack() {
    Stage stage = Stage.values()[random.nextInt(2)];
    List<Integer> open = conflicts(stage);
    if (open.isEmpty()) {
      return "no conflict";
    }
    conflicts.sendBack(
        review,
        new Adjudicator(team.get(3)),
        new ConflictReturned(
            UUID.randomUUID(), stage, open.get(random.nextInt(open.size())), "once more"));
    return "send-back";
  }

  private List<Integer> conflicts(Stage stage) {
    return ids(
        "SELECT item_id FROM screening s JOIN record r ON r.review_id = s.review_id AND r.id ="
            + " s.item_id AND r.live WHERE s.review_id = ? AND s.status LIKE '%CONFLICT' AND"
            + " s.stage = '"
            + stage
            + "' ORDER BY 1");
  }

  private String adjudicate() {
    Stage stage = Stage.values()[random.nextInt(2)];
    List<Integer> open = conflicts(stage);
    if (open.isEmpty()) {
      return "no conflict";
    }
    Verdict verdict = random.nextBoolean() ? Verdict.INCLUDE : Verdict.EXCLUDE;
    screening.adjudicate(
        review,
        new Adjudicator(team.get(3)),
        new ConflictAdjudicated(
            UUID.randomUUID(),
            stage,
            open.get(random.nextInt(open.size())),
            verdict,
            verdict == Verdict.EXCLUDE ? List.of(REASONS.getFirst()) : List.of(),
            ""));
    return "adjudicate";
  }

  private String withdrawAdjudication() {
    List<UUID> adjudications =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "SELECT id FROM adjudication WHERE review_id = ? ORDER BY sequence",
                        row -> row.getObject(1, UUID.class),
                        review));
    if (adjudications.isEmpty()) {
      return "no adjudication";
    }
    screening.withdrawAdjudication(
        review, team.get(3), adjudications.get(random.nextInt(adjudications.size())));
    return "withdraw-adjudication";
  }

  private String merge() {
    List<Integer> live = ids("SELECT id FROM record WHERE review_id = ? AND live ORDER BY id");
    if (live.size() < 3) {
      return "too few to merge";
    }
    int representative = live.get(random.nextInt(live.size()));
    int member = live.get(random.nextInt(live.size()));
    UUID merge = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                records.merge(
                    review,
                    team.getFirst(),
                    new RecordsMerged(
                        merge,
                        representative,
                        List.of(member),
                        Stage.values()[random.nextInt(2)])));
    merges.add(merge);
    return "merge";
  }

  private String judgeDoubts() {
    return switch (random.nextInt(4)) {
      case 0 -> separate();
      case 1 -> lift();
      case 2 -> undoMerge();
      default -> accept();
    };
  }

  private String separate() {
    List<Integer> live = ids("SELECT id FROM record WHERE review_id = ? AND live ORDER BY id");
    int a = live.get(random.nextInt(live.size()));
    int b = live.get(random.nextInt(live.size()));
    RecordsSeparated separated =
        new RecordsSeparated(UUID.randomUUID(), Math.min(a, b), Math.max(a, b));
    QuarkusTransaction.requiringNew()
        .run(() -> records.separate(review, team.getFirst(), separated.separation(), a, b));
    separations.add(separated);
    return "separate";
  }

  private String lift() {
    if (separations.isEmpty()) {
      return "nothing to lift";
    }
    RecordsSeparated lifted = separations.get(random.nextInt(separations.size()));
    QuarkusTransaction.requiringNew().run(() -> records.lift(review, team.getFirst(), lifted));
    return "lift";
  }

  private String undoMerge() {
    if (merges.isEmpty()) {
      return "no merge to undo";
    }
    UUID merge = merges.removeLast();
    QuarkusTransaction.requiringNew().run(() -> records.undoMerge(review, team.getFirst(), merge));
    return "undo-merge";
  }

  private String accept() {
    List<Integer> live = ids("SELECT id FROM record WHERE review_id = ? AND live ORDER BY id");
    List<Join> joins = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      joins.add(
          new Join(
              live.get(random.nextInt(live.size())),
              live.get(random.nextInt(live.size())),
              Join.accepted("same-title-little-else")));
    }
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                records.accept(
                    review,
                    team.getFirst(),
                    UUID.randomUUID(),
                    "same-title-little-else",
                    () -> joins));
    return "accept";
  }

  private String split() {
    List<Integer> all =
        ids(
            "SELECT id FROM record r WHERE review_id = ? AND live AND (representative_id IS NOT NULL"
                + " OR EXISTS (SELECT 1 FROM record d WHERE d.review_id = r.review_id AND"
                + " d.representative_id = r.id)) ORDER BY id");
    if (all.isEmpty()) {
      return "nothing to split";
    }
    int record = all.get(random.nextInt(all.size()));
    QuarkusTransaction.requiringNew()
        .run(() -> records.split(review, team.getFirst(), UUID.randomUUID(), record));
    return "split";
  }

  private void importRecords() {
    UUID importId = UUID.randomUUID();
    UUID source = new UUID(7, random.nextInt(3));
    int count = 2 + random.nextInt(6);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sources.describe(
                  review,
                  team.getFirst(),
                  new SourceDescribed(
                      source,
                      source.getLeastSignificantBits() == 2
                          ? SourceKind.REGISTER
                          : SourceKind.DATABASE,
                      "Source " + source.getLeastSignificantBits(),
                      "",
                      "",
                      "",
                      "",
                      null));
              records.stage(
                  review,
                  importId,
                  1,
                  IntStream.range(0, count).mapToObj(i -> citation("Title " + i)).toList());
            });
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              List<Integer> before =
                  sql.list(
                      "SELECT id FROM record WHERE review_id = ? AND live AND representative_id IS"
                          + " NULL ORDER BY id",
                      row -> row.getInt(1),
                      review);
              Records.Incoming incoming = records.prepare(review, importId, source, "0".repeat(64));
              records.add(review, team.getFirst(), incoming);
              int first = incoming.ranges().getFirst().first();
              ImportsForTests.noteCommitted(review, importId, source, team.getFirst(), count);
              if (!before.isEmpty()) {
                records.joinFound(
                    review,
                    null,
                    records.prepareJoins(
                        review,
                        UUID.randomUUID(),
                        List.of(
                            new Join(
                                first, before.get(random.nextInt(before.size())), "same-doi"))));
              }
            });
    imports.add(importId);
  }

  private String withdrawImport() {
    if (imports.size() < 2) {
      return "keep the last import";
    }
    UUID gone = imports.remove(random.nextInt(imports.size()));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              records.withdraw(review, team.getFirst(), gone, "wrong file");
              ImportsForTests.noteWithdrawn(review, gone);
            });
    return "withdraw-import";
  }

  private void amend(int votes) {
    Reviews.ProtocolVersion now =
        QuarkusTransaction.requiringNew().call(() -> reviews.protocol(review));
    ScreeningPolicy old = now.protocol().policy();
    Protocol next =
        new Protocol(
            now.protocol().question(),
            now.protocol().registration(),
            now.protocol().criteria(),
            REASONS.stream()
                .map(id -> new Protocol.Reason(id, new Protocol.Text("Reason " + id, null), null))
                .toList(),
            new ScreeningPolicy(
                votes, 2, old.conflictRule(), false, old.order(), false, old.mask(), false, false),
            List.of());
    reviews.amend(review, team.getFirst(), now.version(), next, "for the test");
    votesNeeded = votes;
  }

  private String closeOrReopen() {
    Stage stage = Stage.values()[random.nextInt(2)];
    boolean closed = QuarkusTransaction.requiringNew().call(() -> reviews.isClosed(review, stage));
    if (closed) {
      screening.reopen(review, team.getFirst(), stage, "more to do");
      return "reopen";
    }
    screening.close(review, new Adjudicator(team.getFirst()), stage, "left for later");
    screening.reopen(review, team.getFirst(), stage, "go on");
    return "close";
  }

  private List<Integer> ids(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.getInt(1), review));
  }

  private long number(String query) {
    return QuarkusTransaction.requiringNew().call(() -> sql.number(query, review));
  }

  private static Citation citation(String title) {
    return new Citation(
        "JOUR",
        Bilingual.of(title),
        List.of("Li, Wei", "O'Neil \"Bob\", A\\B"),
        2020,
        "Journal",
        "1",
        "2",
        "3-4",
        "",
        "",
        new Bilingual("An abstract\twith\ncontrols \u0000 and 汉字", ""),
        List.of("one", "two"),
        "",
        "eng",
        "",
        "",
        "",
        Map.of("ZZ", List.of("x")),
        1,
        "raw\n" + title);
  }
}
