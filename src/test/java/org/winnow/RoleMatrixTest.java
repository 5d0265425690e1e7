package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.OpenApi.Operation;
import org.winnow.RolesForTests.Role;
import org.winnow.Wire.Answer;
import org.winnow.Wire.Call;

/**
 * Who may call what. The expected answers stand in role-matrix.csv, which people read; the
 * operations come from the OpenAPI document of the running server, so none can be forgotten.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RoleMatrixTest {
  @TestHTTPResource("/")
  URI server;

  private Wire wire = new Wire(URI.create("http://localhost"));

  @BeforeEach
  void connect() {
    wire = new Wire(server);
  }

  @Test
  void everyOperationHasARowAndEveryRowAnOperation() throws IOException {
    assertThat(matrix().keySet())
        .containsExactlyInAnyOrderElementsOf(
            OpenApi.operations(wire).stream().map(Operation::toString).toList());
  }

  @Test
  void everybodyGetsWhatTheMatrixSays() throws IOException {
    RolesForTests scene = RolesForTests.set(wire);
    List<String> differences = new ArrayList<>();
    Map<String, Map<Role, String>> matrix = matrix();
    for (Operation operation : OpenApi.operations(wire)) {
      Map<Role, String> row = matrix.getOrDefault(operation.toString(), Map.of());
      for (Role role : Role.values()) {
        Answer answer = scene.perform(operation, role);
        String expected = row.getOrDefault(role, "nothing, as it has no row");
        if (!expected.equals(outcome(answer))) {
          differences.add(
              "%s as %s: expected %s, was %d %s"
                  .formatted(operation, role, expected, answer.status(), answer.body()));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void whoIsNoMemberCannotTellAReviewFromNone() {
    RolesForTests scene = RolesForTests.set(wire);
    String none = UUID.randomUUID().toString();
    for (Operation operation : OpenApi.operations(wire)) {
      if (!operation.path().contains("{reviewId}") || operation.equals(RolesForTests.CREATION)) {
        continue;
      }
      for (Role role : List.of(Role.STRANGER, Role.FORMER, Role.ADMINISTRATOR, Role.ANONYMOUS)) {
        Call call = scene.call(operation, role);
        String cookie = scene.cookie(role);

        Answer real = wire.send(call, cookie);
        Answer missing = wire.send(call.replacing(scene.review().toString(), none), cookie);

        assertThat(real.text()).as("%s as %s", operation, role).isEqualTo(missing.text());
      }
    }
  }

  private static String outcome(Answer answer) {
    return answer.status() < 400 ? "allowed" : Integer.toString(answer.status());
  }

  private static Map<String, Map<Role, String>> matrix() throws IOException {
    String text;
    try (var in = RoleMatrixTest.class.getResourceAsStream("/role-matrix.csv")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String[]> lines = text.lines().map(line -> line.split(",", -1)).toList();
    List<Role> roles =
        Arrays.stream(lines.getFirst())
            .skip(2)
            .map(word -> Role.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
            .toList();
    Map<String, Map<Role, String>> matrix = new LinkedHashMap<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<Role, String> row = new LinkedHashMap<>();
      for (int i = 0; i < roles.size(); i++) {
        row.put(roles.get(i), line[i + 2]);
      }
      matrix.put(line[0] + " " + line[1], row);
    }
    return matrix;
  }
}
