package org.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The description of the API that is in the repository is the one that the server gives. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class OpenApiTest {
  private static final Path WRITTEN = Path.of("docs/openapi.json");
  private static final String RENEW =
      "docs/openapi.json is not what the server serves. If the change is meant, renew it with\n"
          + "  mvn -q -Dskip.frontend test -Dtest=OpenApiTest -Dwinnow.renew=true\n";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Test
  void theDescriptionInTheRepositoryIsTheOneThatTheServerGives() throws IOException {
    String served = inOrder(served());
    if (Boolean.getBoolean("winnow.renew")) {
      Files.writeString(WRITTEN, served);
    }
    assertThat(Files.readString(WRITTEN)).withFailMessage(RENEW).isEqualTo(served);
  }

  @Test
  void everyOperationSaysWhoMayCallItAndHowItIsRefused() {
    JsonNode api = served();
    Set<String> ids = new HashSet<>();
    api.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String where = operation.getKey() + " " + path.getKey();
                          JsonNode said = operation.getValue();
                          assertThat(path.getKey()).startsWith("/api/v1/");
                          assertThat(ids.add(said.path("operationId").asText())).as(where).isTrue();
                          assertThat(said.has("security")).as(where).isTrue();
                          assertThat(said.path("responses").has("default")).as(where).isTrue();
                          assertThat(said.path("responses").size()).as(where).isGreaterThan(1);
                          assertThat(said.toString().contains("/ChangesSomething"))
                              .as(where)
                              .isEqualTo(!operation.getKey().equals("get"));
                        }));
    assertThat(api.path("paths").path("/api/v1/session").path("post").path("security").isEmpty())
        .isTrue();
    assertThat(api.path("components").path("securitySchemes").path("session").path("in").asText())
        .isEqualTo("cookie");
  }

  private static JsonNode served() {
    String text =
        RestAssured.given()
            .accept("application/json")
            .get("/api/v1/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The order of names says nothing and may differ from build to build. */
  private static String inOrder(JsonNode api) throws IOException {
    return JSON.writeValueAsString(JSON.convertValue(api, TreeMap.class)) + "\n";
  }
}
