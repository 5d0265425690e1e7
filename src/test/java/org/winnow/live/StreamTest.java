package org.winnow.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.team.ReviewRole;

/** The stream as a browser receives it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class StreamTest {
  @TestHTTPResource("/api/v1/reviews/")
  URI reviews;

  private final HttpClient client = HttpClient.newHttpClient();
  private Person lead = new Person(UUID.randomUUID(), "", "");
  private UUID review = UUID.randomUUID();

  @BeforeEach
  void aReview() {
    lead = Api.somebody("lead");
    review = Api.reviewOf(lead);
  }

  @Test
  void aChangeArrivesAsANamedEventWithRoomsAndSequence() throws Exception {
    HttpResponse<Stream<String>> page = open(lead, BodyHandlers.ofLines());
    Iterator<String> lines = page.body().iterator();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(next(lines)).startsWith(":");

    Api.appoint(review, lead, Api.somebody("ann"), ReviewRole.REVIEWER);

    assertThat(next(lines)).isEqualTo("event:changed");
    String data = next(lines);
    assertThat(data).startsWith("data:");
    Map<?, ?> told = new ObjectMapper().readValue(data.substring(5), Map.class);
    assertThat(told.get("rooms")).asInstanceOf(LIST).contains("team");
    assertThat(told.get("sequence")).isInstanceOf(Integer.class);
  }

  @Test
  void theStreamEndsWhenTheSessionDoes() throws Exception {
    Person ann = Api.somebody("ann");
    Api.appoint(review, lead, ann, ReviewRole.REVIEWER);
    HttpResponse<Stream<String>> page = open(ann, BodyHandlers.ofLines());
    Iterator<String> lines = page.body().iterator();
    assertThat(next(lines)).startsWith(":");

    ann.request().delete("/api/v1/session").then().statusCode(204);

    while (lines.hasNext()) {
      assertThat(lines.next()).doesNotContain("sequence");
    }
  }

  @Test
  void aStrangerGetsTheAnswerOfAReviewThatDoesNotExist() throws Exception {
    Person stranger = Api.somebody("stranger");
    HttpResponse<String> refused = open(stranger, BodyHandlers.ofString());
    HttpResponse<String> missing =
        client.send(request(stranger, UUID.randomUUID()), BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).isEqualTo(missing.body());
  }

  @Test
  void nobodyListensWithoutHavingSignedIn() throws Exception {
    HttpResponse<String> refused =
        open(new Person(UUID.randomUUID(), "nobody", "no-session"), BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  void manyPagesNeedNoThreadEach() throws Exception {
    List<InputStream> pages = new ArrayList<>();
    try {
      open(lead, BodyHandlers.ofInputStream()).body().close();
      int before = Thread.getAllStackTraces().size();
      for (int i = 0; i < 200; i++) {
        Person member = i % 20 == 0 ? newMember() : lastMember;
        InputStream page = open(member, BodyHandlers.ofInputStream()).body();
        pages.add(page);
        assertThat(page.read()).isEqualTo(':');
      }

      assertThat(Thread.getAllStackTraces().size() - before).isLessThan(60);
    } finally {
      for (InputStream page : pages) {
        page.close();
      }
    }
  }

  private Person lastMember = lead;

  private Person newMember() {
    lastMember = Api.somebody("member");
    Api.appoint(review, lead, lastMember, ReviewRole.OBSERVER);
    return lastMember;
  }

  private <T> HttpResponse<T> open(Person person, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request(person, review), handler);
  }

  private HttpRequest request(Person person, UUID ofReview) {
    return HttpRequest.newBuilder(reviews.resolve(ofReview + "/stream"))
        .header("Cookie", "winnow_session=" + person.cookie())
        .header("Accept-Language", "en")
        .build();
  }

  private static String next(Iterator<String> lines) {
    String line = lines.next();
    return line.isEmpty() ? next(lines) : line;
  }
}
