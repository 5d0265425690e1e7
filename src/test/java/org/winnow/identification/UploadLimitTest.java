package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;

@QuarkusTest
@WithTestResource(DatabaseForTests.class)
@TestProfile(UploadLimitTest.OneMegabyte.class)
class UploadLimitTest {
  @TestHTTPResource("/api/v1/reviews/")
  URI server;

  public static class OneMegabyte implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("winnow.upload-limit", "1M");
    }
  }

  @Test
  void aFileOverTheLimitIsRefusedAndNothingOfItIsKept() throws IOException {
    Person lead = Api.somebody("lead");
    UUID review = Api.reviewOf(lead);
    ImportsForTests imports = ImportsForTests.of(lead, review);

    imports
        .put(UUID.randomUUID(), "big.ris", new byte[(1 << 20) + 1])
        .statusCode(413)
        .body("code", is("file-too-large"))
        .body("detail", containsString("1 MB"));

    imports.get("/imports").body("items", hasSize(0));
    assertThat(keptFiles()).isZero();
    imports.put(UUID.randomUUID(), "small.ris", new byte[1 << 20]).statusCode(202);
  }

  @Test
  void aFileThatDoesNotSayHowLongItIsIsCutOffAtTheLimit() throws Exception {
    Person lead = Api.somebody("lead");
    UUID review = Api.reviewOf(lead);
    HttpRequest chunked =
        HttpRequest.newBuilder(
                server.resolve(review + "/imports/" + UUID.randomUUID() + "?fileName=big.ris"))
            .header("Cookie", "winnow_session=" + lead.cookie())
            .header("X-Winnow-Request", "1")
            .header("Content-Type", "application/octet-stream")
            .PUT(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[(1 << 20) + 1])))
            .build();

    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(chunked, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("file-too-large", "1 MB");
    ImportsForTests.of(lead, review).get("/imports").body("items", hasSize(0));
    assertThat(keptFiles()).isZero();
  }

  private static long keptFiles() throws IOException {
    Path folder =
        Path.of(ConfigProvider.getConfig().getValue("winnow.data", String.class), "files");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(UploadLimitTest::isLarge).count();
    }
  }

  private static boolean isLarge(Path file) {
    return file.toFile().length() > 1 << 20;
  }
}
