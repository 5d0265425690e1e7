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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.Api.Person;
import org.winnow.ledger.Verification;
import org.winnow.ledger.Verifier;
import org.winnow.platform.FileStore;
import org.winnow.platform.Sql;

/**
 * This version starts on what version 0.1 left behind and loses nothing. A dump that was released
 * is never made anew; a later version adds its own and a test like this one.
 */
@QuarkusTest
@TestProfile(UpgradeTest.FromVersion01.class)
class UpgradeTest {
  @Inject Verifier verifier;
  @Inject FileStore files;
  @Inject Sql sql;

  /** Starts on the dump in place of an empty database. */
  public static class FromVersion01 extends FormerVersion.Profile {
    public FromVersion01() {
      super("0.1");
    }
  }

  @Test
  void theLedgerOfEveryReviewHoldsAndItsTablesAreWhatItSays() {
    List<UUID> reviews = ids("SELECT id FROM review");
    assertThat(reviews).hasSize(1);
    for (UUID review : reviews) {
      Verification found = verifier.verify(review);
      assertThat(found.firstBad()).isEmpty();
      assertThat(found.differences()).isEmpty();
      // Another test of this class may have gone on working.
      assertThat(found.events()).isGreaterThanOrEqualTo(DumpMaker.EVENTS);
    }
  }

  @Test
  void everyFileIsThereByteForByte() throws IOException {
    List<String> hashes =
        QuarkusTransaction.requiringNew()
            .call(() -> sql.list("SELECT sha256 FROM import_batch", row -> row.getString(1)));
    assertThat(hashes).isNotEmpty();
    for (String hash : hashes) {
      try (InputStream content = files.open(hash)) {
        byte[] bytes = content.readAllBytes();
        assertThat(java.util.HexFormat.of().formatHex(FileStore.sha256().digest(bytes)))
            .isEqualTo(hash);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("针刺");
      }
    }
  }

  @Test
  void peopleSignInAndGoOnWhereTheyWere() {
    Person lead = Api.signIn(DumpMaker.LEAD, "lea");
    Person bob = Api.signIn(DumpMaker.BOB, "bob");
    String review = "/api/v1/reviews/" + DumpMaker.REVIEW;

    lead.request()
        .get(review + "/flow")
        .then()
        .statusCode(200)
        .body("boxes.records_screened", is(7))
        .body("boxes.new_reports", is(1))
        .body("identities.holds", everyItem(is(true)));
    lead.request()
        .get(review + "/lookup?q=针刺")
        .then()
        .statusCode(200)
        .body("items[0].record.titles.zh", is("针刺治疗失眠 1"));
    bob.sending(Map.of("verdict", "include", "version", 2))
        .put(review + "/stages/title-abstract/records/6/votes/" + UUID.randomUUID())
        .then()
        .statusCode(200);
  }

  @Test
  void everyReleasedDumpIsTried() throws IOException {
    try (Stream<Path> versions = Files.list(FormerVersion.DUMPS)) {
      Set<String> found =
          versions
              .map(path -> path.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(found).isEqualTo(Set.of("0.1", "0.2"));
    }
  }

  private List<UUID> ids(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.getObject(1, UUID.class)));
  }
}
