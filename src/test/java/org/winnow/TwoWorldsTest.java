package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.World.Ann;
import org.winnow.World.Built;
import org.winnow.World.Seen;
import org.winnow.team.ReviewRole;

/**
 * Blinding as non-interference: what Bob receives before he votes does not depend on Ann's vote.
 * The same review in worlds that differ in nothing but that vote, every address that there is, byte
 * by byte with headers.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
@TestProfile(TwoWorldsTest.Frozen.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoWorldsTest {
  /** What may tell Bob that Ann has voted at all: nothing. */
  private static final List<String> TELLS_THAT_ANN_HAS_VOTED = List.of();

  /**
   * Where Bob learns, once he has voted, that both have included a record: it is now to be read in
   * full.
   */
  private static final List<String> TELLS_WHAT_IS_TO_BE_READ_IN_FULL =
      List.of(
          "/api/v1/reviews",
          "/api/v1/reviews/{review}",
          "/api/v1/reviews/{review}/reports/1/documents",
          "/api/v1/reviews/{review}/stages/full-text/queue",
          "/api/v1/reviews/{review}/stages/title-abstract/queue");

  @TestHTTPResource("/")
  URI server;

  private final Map<Ann, Built> worlds = new TreeMap<>();
  private final Map<Ann, Built> settled = new TreeMap<>();
  private final Map<Ann, Built> leaking = new TreeMap<>();
  private Wire wire = new Wire(URI.create("http://localhost"));

  /** Time stands still unless a test moves it. */
  public static class Frozen implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(FrozenClock.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("winnow.test.leaks", "true");
    }
  }

  @BeforeEach
  void connect() {
    wire = new Wire(server);
  }

  @Test
  void bobSeesTheSameWhetherAnnIncludesOrExcludes() {
    Seen includes = world(Ann.INCLUDES).seen();

    assertThat(includes.answers().size()).isGreaterThanOrEqualTo(2_000);
    assertThat(includes.differencesFrom(world(Ann.EXCLUDES).seen())).isEmpty();
  }

  @Test
  void bobSeesTheSameWhetherAnnHasVotedOrNot() {
    assertThat(world(Ann.INCLUDES).seen().differencesFrom(world(Ann.HAS_NOT_VOTED).seen()))
        .isSubsetOf(TELLS_THAT_ANN_HAS_VOTED);
  }

  @Test
  void onceBobHasVotedOnlyWhatIsToBeReadInFullTellsHimOfAnn() {
    for (Ann opinion : List.of(Ann.INCLUDES, Ann.EXCLUDES)) {
      settled(opinion).world().voteAsBob(1, "include");
      settled(opinion).world().voteAsBob(2, "exclude");
    }

    List<String> differences =
        settled(Ann.INCLUDES)
            .world()
            .crawl(_ -> true)
            .differencesFrom(settled(Ann.EXCLUDES).world().crawl(_ -> true))
            .stream()
            .map(call -> call.replaceAll("GET |\\?.*", ""))
            .distinct()
            .toList();

    assertThat(differences).isNotEmpty().isSubsetOf(TELLS_WHAT_IS_TO_BE_READ_IN_FULL);
  }

  private static final String MIRRORED =
      "UPDATE record r SET place = 2147483647 - place FROM vote v WHERE v.review_id = r.review_id"
          + " AND v.item_id = r.id AND v.verdict = 'INCLUDE' AND r.id < 7 AND r.review_id = ?";

  /** Ways in which rows could tell of a vote; each must be noticed, or this test proves nothing. */
  enum LeakInRows {
    AUDIT(
        "/ledger",
        "UPDATE ledger_event SET visibility = 'TEAM' WHERE type = 'vote-cast' AND review_id = ?",
        "UPDATE ledger_event SET visibility = 'ACTOR' WHERE type = 'vote-cast' AND review_id = ?"),
    ORDER("/queue", MIRRORED, MIRRORED),
    COUNT(
        "/imports",
        "UPDATE import_batch b SET new_duplicates = (SELECT count(*) FROM vote v WHERE v.review_id ="
            + " b.review_id AND verdict = 'INCLUDE') WHERE review_id = ?",
        "UPDATE import_batch SET new_duplicates = 1 WHERE review_id = ?"),
    TIME(
        "/members",
        "UPDATE membership m SET since = since + interval '1 ms' * (SELECT count(*) FROM vote v"
            + " WHERE v.review_id = m.review_id AND verdict = 'INCLUDE') WHERE review_id = ?",
        "UPDATE membership SET since = date_trunc('minute', since) WHERE review_id = ?"),
    NEXT_STAGE(
        "{reviewId}",
        "INSERT INTO screening (review_id, stage, item_id, status, since) SELECT review_id, stage,"
            + " item_id, 'INCLUDED', now() FROM vote WHERE verdict = 'INCLUDE' AND item_id < 7 AND"
            + " review_id = ? ON CONFLICT (review_id, stage, item_id) DO UPDATE SET status ="
            + " excluded.status",
        "UPDATE screening SET status = 'PENDING' WHERE item_id < 7 AND review_id = ?"),
    EXPORT(
        "/raw",
        "UPDATE record r SET raw = raw || 'VO  - ' || v.verdict FROM vote v WHERE v.review_id ="
            + " r.review_id AND v.item_id = r.id AND r.review_id = ?",
        "UPDATE record SET raw = regexp_replace(raw, 'VO  - .*', '') WHERE review_id = ?");

    private final String where;
    private final String opened;
    private final String mended;

    LeakInRows(String where, String opened, String mended) {
      this.where = where;
      this.opened = opened;
      this.mended = mended;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLeakInRowsIsNoticed(LeakInRows leak) throws SQLException {
    assertThat(differences(leak.where)).as("before it is opened").isEmpty();

    for (UUID review : leakingReviews()) {
      asOwner(leak.opened, review);
    }
    assertThat(differences(leak.where)).isNotEmpty();

    for (UUID review : leakingReviews()) {
      asOwner(leak.mended, review);
    }
    assertThat(differences(leak.where)).as("after it is mended").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLeakInAnswersIsNoticed(LeakForTests.Place place) {
    String where =
        switch (place) {
          case ETAG, LAST_MODIFIED -> "/queue";
          case ERROR_TEXT -> "/flow";
          case SEARCH_HIT -> "/lookup";
          case CURSOR -> "/ledger";
        };
    assertThat(differences(where)).as("before it is opened").isEmpty();

    Api.bean(LeakForTests.class).open(place);
    try {
      assertThat(differences(where)).isNotEmpty();
    } finally {
      Api.bean(LeakForTests.class).close();
    }
  }

  /** Ways in which what the database does on its own could tell of a vote. */
  enum LeakByTrigger {
    /** Bob's page is told that something happened. */
    STREAM(
        World.STREAM,
        "ledger_event",
        "IF NEW.type = 'vote-cast' AND NEW.payload LIKE '%include%' THEN NEW.visibility := 'TEAM';"
            + " END IF;"),
    /** One count for all reviewers tells how many of them put something aside. */
    SEQUENCE(
        "/queue",
        "later_item",
        "NEW.turn := (SELECT count(*) + 1 FROM later_item WHERE review_id = NEW.review_id);");

    private final String where;
    private final String table;
    private final String body;

    LeakByTrigger(String where, String table, String body) {
      this.where = where;
      this.table = table;
      this.body = body;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLeakByTriggerIsNoticed(LeakByTrigger leak) throws SQLException {
    asOwner(
        "CREATE FUNCTION leak() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN "
            + leak.body
            + " RETURN NEW; END $$");
    asOwner(
        "CREATE TRIGGER leak BEFORE INSERT ON "
            + leak.table
            + " FOR EACH ROW EXECUTE FUNCTION leak()");
    try {
      Seen includes = seenUnder(leak, Ann.INCLUDES);
      Seen excludes = seenUnder(leak, Ann.EXCLUDES);

      assertThat(includes.differencesFrom(excludes)).anyMatch(call -> call.contains(leak.where));
    } finally {
      asOwner("DROP FUNCTION leak() CASCADE");
    }
  }

  @Test
  void aBobWhoNoLongerVotesSeesTheDifference() {
    for (Ann opinion : List.of(Ann.INCLUDES, Ann.EXCLUDES)) {
      leaking(opinion).world().appointBob(ReviewRole.LEAD);
    }
    try {
      assertThat(Stream.of("/flow", "/ledger").flatMap(where -> differences(where).stream()))
          .contains("GET /api/v1/reviews/{review}/flow", "GET /api/v1/reviews/{review}/ledger");
    } finally {
      for (Ann opinion : List.of(Ann.INCLUDES, Ann.EXCLUDES)) {
        leaking(opinion).world().appointBob(ReviewRole.REVIEWER);
      }
    }
  }

  private Seen seenUnder(LeakByTrigger leak, Ann opinion) {
    long number = 0x41 + 2 * leak.ordinal() + opinion.ordinal();
    return World.build(
            wire, number, World.FEW, opinion, operation -> operation.path().endsWith(leak.where))
        .seen();
  }

  private List<String> differences(String where) {
    Seen includes = leaking(Ann.INCLUDES).world().crawl(op -> op.path().endsWith(where));
    return includes.differencesFrom(
        leaking(Ann.EXCLUDES).world().crawl(op -> op.path().endsWith(where)));
  }

  private Built world(Ann opinion) {
    return worlds.computeIfAbsent(
        opinion, _ -> World.build(wire, 0x11 + opinion.ordinal(), World.MANY, opinion));
  }

  /** Worlds in which Bob has voted as well. */
  private Built settled(Ann opinion) {
    return settled.computeIfAbsent(opinion, _ -> few(0x31, opinion));
  }

  /** Worlds that are spoilt on purpose. */
  private Built leaking(Ann opinion) {
    return leaking.computeIfAbsent(opinion, _ -> few(0x21, opinion));
  }

  private Built few(long number, Ann opinion) {
    return World.build(wire, number + opinion.ordinal(), World.FEW, opinion, _ -> false);
  }

  private List<UUID> leakingReviews() {
    return Stream.of(Ann.INCLUDES, Ann.EXCLUDES)
        .map(opinion -> leaking(opinion).world().review())
        .toList();
  }

  /** As the owner of the tables, since the application itself cannot change the ledger. */
  private static void asOwner(String change, Object... arguments) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                setting("jdbc-url"), setting("username"), setting("password"));
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE ledger_event DISABLE TRIGGER USER");
      try (PreparedStatement update = connection.prepareStatement(change)) {
        for (int i = 0; i < arguments.length; i++) {
          update.setObject(i + 1, arguments[i]);
        }
        update.execute();
      }
      statement.execute("ALTER TABLE ledger_event ENABLE TRIGGER USER");
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.flyway." + name, String.class);
  }
}
