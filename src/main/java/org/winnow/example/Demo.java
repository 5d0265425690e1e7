package org.winnow.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.winnow.platform.Sql;
import org.winnow.team.Accounts;

/** What {@code winnow demo} adds to the server: accounts, the example review, a word when ready. */
@ApplicationScoped
class Demo {
  private static final Logger LOG = Logger.getLogger(Demo.class);

  /** The server ends when all is built: a start from which later ones learn. */
  private static final String REHEARSAL = "rehearsal";

  private final Optional<String> output;
  private final Path built;
  private final Accounts accounts;
  private final Sql sql;
  private final String address;

  Demo(
      @ConfigProperty(name = "winnow.demo") Optional<String> output,
      @ConfigProperty(name = "quarkus.http.port") int port,
      @ConfigProperty(name = "winnow.data", defaultValue = "winnow-data") Path data,
      Accounts accounts,
      Sql sql) {
    this.output = output;
    this.built = data.resolve("example-built");
    this.accounts = accounts;
    this.sql = sql;
    this.address = "http://127.0.0.1:" + port;
  }

  void prepare(@ObservesAsync HttpServerStart started) {
    output.ifPresent(
        kind -> {
          try {
            build();
            announce(kind);
          } catch (IOException | RuntimeException e) {
            LOG.error("The example review could not be built", e);
            Quarkus.asyncExit(1);
          }
        });
  }

  private void build() throws IOException {
    if (Files.exists(built) && isInDatabase()) {
      return;
    }
    makeAccounts();
    if (!output.equals(Optional.of(REHEARSAL))) {
      new FoundingReview(address).build();
    }
    new ExampleReview(address).build();
    Files.write(built, List.of(ExampleReview.ID.toString()));
  }

  /** The note that it was built may be older than the database. */
  private boolean isInDatabase() {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.number("SELECT count(*) FROM review WHERE id = ?", ExampleReview.ID) > 0);
  }

  private void makeAccounts() {
    for (Person person : Person.values()) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                if (accounts.isKnown(person.id())) {
                  return;
                }
                accounts.put(
                    person.id(), person.login, person.displayName, "en", person == Person.LEA);
                accounts.setPassword(person.id(), Person.PASSWORD);
              });
    }
  }

  private void announce(String kind) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (kind.equals(REHEARSAL)) {
      Quarkus.asyncExit(0);
      return;
    }
    if (kind.equals("json")) {
      out.println(json());
      return;
    }
    out.println();
    out.println("Winnow is ready at " + address);
    out.println();
    out.println("  account  role         password");
    for (Person person : Person.values()) {
      out.printf(
          "  %-8s %-12s %s%n", person.login, String.join(", ", person.roles), Person.PASSWORD);
    }
    out.println();
    out.println("Ctrl+C stops it; what you do is kept.");
  }

  private String json() {
    List<Map<String, String>> people =
        Arrays.stream(Person.values())
            .map(
                person ->
                    Map.of(
                        "name",
                        person.login,
                        "password",
                        Person.PASSWORD,
                        "role",
                        String.join(",", person.roles)))
            .toList();
    try {
      return new ObjectMapper().writeValueAsString(Map.of("url", address, "accounts", people));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
