package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.winnow.Api.Person;
import org.winnow.OpenApi.Operation;
import org.winnow.RolesForTests.Role;
import org.winnow.identification.ImportsForTests;
import org.winnow.team.Accounts;
import org.winnow.team.ReviewRole;

/**
 * Makes the dump of a version when it is released: {@code mvn test -Dtest=DumpMaker
 * -Dwinnow.make-dump=0.1}. The tables are those of the migrations as they are then, so that
 * changing a released migration later fails {@link UpgradeTest}.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
@EnabledIfSystemProperty(named = "winnow.make-dump", matches = ".+")
class DumpMaker {
  static final UUID REVIEW = new UUID(0x57494E4E4F57L, 0);
  static final UUID LEAD = new UUID(0x57494E4E4F57L, 1);
  static final UUID BOB = new UUID(0x57494E4E4F57L, 3);
  static final long EVENTS = 24;

  private static final Path MIGRATIONS = Path.of("src/main/resources");

  @Inject Accounts accounts;

  @TestHTTPResource("/")
  URI server;

  @Test
  void makeDump() throws IOException, SQLException {
    makeReview();
    doEverything();
    Path version = FormerVersion.DUMPS.resolve(System.getProperty("winnow.make-dump"));
    Files.createDirectories(version);
    StringBuilder sql = new StringBuilder();
    try (Connection connection =
        DriverManager.getConnection(
            setting("jdbc-url"), setting("username"), setting("password"))) {
      for (Path migration : migrations(connection)) {
        sql.append(Files.readString(migration).replace("${app_role}", "winnow")).append('\n');
      }
      appendRows(connection, sql);
    }
    Files.writeString(version.resolve("dump.sql"), sql);
    copyFiles(version.resolve("files"));
  }

  /** A little of everything: duplicates, votes, a conflict settled, one changed and one undone. */
  private void makeReview() {
    Person lead = person(LEAD, "lea");
    Person ann = person(new UUID(LEAD.getMostSignificantBits(), 2), "ann");
    Person bob = person(BOB, "bob");
    Person eve = person(new UUID(LEAD.getMostSignificantBits(), 4), "eve");
    put(lead, "", Map.of("title", "针刺 of old", "language", "zh"));
    Api.appoint(REVIEW, lead, ann, ReviewRole.REVIEWER);
    Api.appoint(REVIEW, lead, bob, ReviewRole.REVIEWER);
    Api.appoint(REVIEW, lead, eve, ReviewRole.ADJUDICATOR);
    ImportsForTests.of(lead, REVIEW).commit("CNKI", "old.ris", ris());
    for (int record : List.of(1, 2)) {
      vote(ann, "title-abstract", record, "include");
      vote(bob, "title-abstract", record, "include");
    }
    vote(ann, "title-abstract", 3, "exclude");
    vote(bob, "title-abstract", 3, "include");
    put(
        eve,
        "/stages/title-abstract/records/3/adjudications/" + UUID.randomUUID(),
        Map.of("verdict", "exclude", "comment", "动物实验"));
    vote(ann, "title-abstract", 4, "include");
    vote(ann, "title-abstract", 4, "exclude");
    UUID undone = vote(ann, "title-abstract", 5, "maybe");
    ann.request()
        .delete(path("/stages/title-abstract/records/5/votes/" + undone))
        .then()
        .statusCode(204);
    put(lead, "/reports/2/retrieval", Map.of("state", "not-retrieved", "note", "no answer"));
    put(lead, "/reports/1/retrieval", Map.of("state", "retrieved"));
    vote(ann, "full-text", 1, "include");
    vote(bob, "full-text", 1, "include");
  }

  /**
   * A second review in which everything was done once that the interface offers, by whoever may.
   * What takes away comes first, so that what is made is there in the end.
   */
  private void doEverything() {
    Wire wire = new Wire(server);
    RolesForTests scene = RolesForTests.set(wire);
    for (String method : List.of("DELETE", "PUT")) {
      for (Operation operation : OpenApi.operations(wire)) {
        if (operation.method().equals(method)
            && operation.path().startsWith("/api/v1/reviews/{reviewId}/")
            // needs a sign-in service
            && !operation.path().contains("/invitations/")) {
          assertThat(
                  Stream.of(Role.LEAD, Role.REVIEWER, Role.ADJUDICATOR)
                      .anyMatch(role -> scene.perform(operation, role).status() < 300))
              .as(operation.toString())
              .isTrue();
        }
      }
    }
  }

  private static UUID vote(Person reviewer, String stage, int record, String verdict) {
    UUID vote = UUID.randomUUID();
    put(
        reviewer,
        "/stages/" + stage + "/records/" + record + "/votes/" + vote,
        Map.of("verdict", verdict, "version", 1));
    return vote;
  }

  private static void put(Person person, String path, Object body) {
    int status = person.sending(body).put(path(path)).statusCode();
    assertThat(status).as(path).isLessThan(300);
  }

  private static String path(String rest) {
    return "/api/v1/reviews/" + REVIEW + rest;
  }

  private Person person(UUID id, String name) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              accounts.put(id, name, name, "en", id.equals(LEAD));
              accounts.setPassword(id, Api.PASSWORD);
            });
    return Api.signIn(id, name);
  }

  private static List<Path> migrations(Connection connection) throws SQLException {
    List<Path> migrations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT script FROM flyway_schema_history WHERE type = 'SQL' ORDER BY"
                    + " installed_rank")) {
      while (rows.next()) {
        migrations.add(MIGRATIONS.resolve(rows.getString(1)));
      }
    }
    return migrations;
  }

  private static void appendRows(Connection connection, StringBuilder sql) throws SQLException {
    sql.append(historyTable());
    for (String table : tables(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT quote_literal(json_agg(t)) FROM " + table + " t HAVING count(*) > 0")) {
        if (rows.next()) {
          sql.append(
                  "INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM"
                      + " json_populate_recordset(NULL::public.%s, ".formatted(table, table))
              .append(rows.getString(1))
              .append(");\n");
        }
      }
    }
  }

  /** What the migration tool makes for itself. */
  private static String historyTable() {
    return """
        CREATE TABLE flyway_schema_history (
          installed_rank int PRIMARY KEY,
          version varchar(50),
          description varchar(200) NOT NULL,
          type varchar(20) NOT NULL,
          script varchar(1000) NOT NULL,
          checksum int,
          installed_by varchar(100) NOT NULL,
          installed_on timestamp NOT NULL DEFAULT now(),
          execution_time int NOT NULL,
          success boolean NOT NULL
        );
        """;
  }

  /** In the order in which they were made, so that what is referred to comes first. */
  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                    + " 'public'::regnamespace AND relname NOT IN ('session', 'failed_sign_in')"
                    + " ORDER BY oid")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static void copyFiles(Path to) throws IOException {
    Path from = ConfigProvider.getConfig().getValue("winnow.data", Path.class).resolve("files");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue("quarkus.flyway." + name, String.class);
  }

  /** Eight records of which the last is the first again. */
  private static String ris() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 8; i++) {
      int entry = i == 8 ? 1 : i;
      text.append(
          "TY  - JOUR\nTI  - 针刺治疗失眠 %d\nAU  - 李%d\nPY  - 20%02d\nDO  - 10.1000/old.%d\nER  - \n\n"
              .formatted(entry, entry, entry, entry));
    }
    return text.toString();
  }
}
