package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verifier;
import org.winnow.platform.FileStore;
import org.winnow.platform.Sql;

/** This version starts on what version 0.2 left behind, where everything had been done once. */
@QuarkusTest
@TestProfile(UpgradeFrom02Test.FromVersion02.class)
class UpgradeFrom02Test {
  private static final Path DUMP = FormerVersion.DUMPS.resolve("0.2");

  @Inject Verifier verifier;
  @Inject FileStore files;
  @Inject Sql sql;

  /** Starts on the dump in place of an empty database. */
  public static class FromVersion02 extends FormerVersion.Profile {
    public FromVersion02() {
      super("0.2");
    }
  }

  @Test
  void theLedgerOfEveryReviewHoldsAndItsTablesAreWhatItSays() {
    List<UUID> reviews = ids("SELECT id FROM review");
    assertThat(reviews).hasSize(2);
    for (UUID review : reviews) {
      Verification found = verifier.verify(review);
      assertThat(found.firstBad()).isEmpty();
      assertThat(found.differences()).isEmpty();
    }
  }

  @Test
  void noTableThatHadRowsIsEmpty() throws IOException {
    List<String> filled =
        Pattern.compile("^INSERT INTO (\\w+)", Pattern.MULTILINE)
            .matcher(Files.readString(DUMP.resolve("dump.sql")))
            .results()
            .map(MatchResult::group)
            .map(insert -> insert.substring("INSERT INTO ".length()))
            .toList();
    assertThat(filled).contains("note", "synthesis", "allocation", "calibration_vote");
    assertThat(filled)
        .allSatisfy(
            table -> assertThat(count("SELECT count(*) FROM " + table)).as(table).isGreaterThan(0));
  }

  @Test
  void everyFileIsThereByteForByte() throws IOException {
    try (Stream<Path> stored = Files.walk(DUMP.resolve("files"))) {
      List<String> hashes =
          stored.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).toList();
      assertThat(hashes).isNotEmpty();
      for (String hash : hashes) {
        try (InputStream content = files.open(hash)) {
          assertThat(HexFormat.of().formatHex(FileStore.sha256().digest(content.readAllBytes())))
              .isEqualTo(hash);
        }
      }
    }
  }

  @Test
  void whatWasMadeIsShown() {
    UUID review = ids("SELECT review_id FROM synthesis LIMIT 1").getFirst();
    UUID synthesis = ids("SELECT id FROM synthesis ORDER BY id LIMIT 1").getFirst();
    Person lead = leadOf(review);
    String base = "/api/v1/reviews/" + review;

    lead.request()
        .get(base + "/flow")
        .then()
        .statusCode(200)
        .body("identities.holds", everyItem(is(true)));
    for (String path :
        List.of(
            "/syntheses/" + synthesis + "/analysis",
            "/calibration",
            "/tags",
            "/rounds",
            "/duplicates",
            "/stages/title-abstract/allocation",
            "/lookup?q=trial")) {
      lead.request().get(base + path).then().statusCode(200);
    }
  }

  private Person leadOf(UUID review) {
    UUID lead =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "SELECT account_id FROM membership WHERE review_id = ? AND 'lead' ="
                            + " ANY(roles) ORDER BY since",
                        row -> row.getObject(1, UUID.class),
                        review))
            .getFirst();
    String name =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    sql.list(
                        "SELECT name FROM account WHERE id = ?", row -> row.getString(1), lead))
            .getFirst();
    return Api.signIn(lead, name);
  }

  private List<UUID> ids(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.getObject(1, UUID.class)));
  }

  private int count(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.getInt(1)))
        .getFirst();
  }
}
