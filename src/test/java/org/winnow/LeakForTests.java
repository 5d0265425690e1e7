package org.winnow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.platform.Sql;

/**
 * Lets an answer tell of votes that its reader must not know, as a mistake in the server would.
 * There only in the test that must notice it.
 */
@Provider
@ApplicationScoped
@IfBuildProperty(name = "winnow.test.leaks", stringValue = "true")
public class LeakForTests implements ContainerResponseFilter {
  private static final Pattern OF_REVIEW = Pattern.compile("reviews/([0-9a-f-]{36})");

  private final Sql sql;
  private final ObjectMapper json;
  private volatile Optional<Place> open = Optional.empty();

  /** Where in an answer. */
  enum Place {
    /** A header that changes with what has happened in the review. */
    ETAG,
    /** The time of the last change, in a header. */
    LAST_MODIFIED,
    /** The words of a refusal. */
    ERROR_TEXT,
    /** A search that finds more. */
    SEARCH_HIT,
    /** The mark from which the next page goes on. */
    CURSOR
  }

  LeakForTests(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void open(Place place) {
    open = Optional.of(place);
  }

  void close() {
    open = Optional.empty();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    Matcher review = OF_REVIEW.matcher(request.getUriInfo().getPath());
    if (open.isPresent() && review.find()) {
      long included = included(UUID.fromString(review.group(1)));
      String path = request.getUriInfo().getPath();
      switch (open.get()) {
        case ETAG -> answer.getHeaders().putSingle("ETag", "\"" + included + "\"");
        case LAST_MODIFIED ->
            answer
                .getHeaders()
                .putSingle(
                    "Last-Modified",
                    "Mon, 05 Jan 2026 09:%02d:00 GMT".formatted(Math.min(59, included)));
        case ERROR_TEXT -> change(answer, "detail", included, answer.getStatus() >= 400);
        case SEARCH_HIT -> change(answer, "total", included, path.endsWith("/lookup"));
        case CURSOR -> change(answer, "next", included, path.endsWith("/ledger"));
      }
    }
  }

  private void change(
      ContainerResponseContext answer, String member, long included, boolean isHere) {
    if (isHere && answer.hasEntity()) {
      ObjectNode body = json.valueToTree(answer.getEntity());
      if (body.has(member)) {
        body.put(member, body.get(member).asText() + included);
        answer.setEntity(body);
      }
    }
  }

  private long included(UUID review) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.number(
                    "SELECT count(*) FROM vote WHERE verdict = 'INCLUDE' AND review_id = ?",
                    review));
  }
}
