package org.winnow.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what goes wrong into problem details (RFC 9457), the only place that does. */
@ApplicationScoped
class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");

  private final Texts texts;

  // Set by the framework before the first request.
  @SuppressWarnings("NullAway.Init")
  @Context
  HttpHeaders headers;

  Problems(Texts texts) {
    this.texts = texts;
  }

  @ServerExceptionMapper
  Response ruleViolation(RuleViolation violation) {
    return problem(
        violation.status(), violation.code(), violation.members(), violation.arguments());
  }

  @ServerExceptionMapper
  Response badFields(ConstraintViolationException violations) {
    List<Map<String, String>> errors =
        violations.getConstraintViolations().stream()
            .map(
                v ->
                    Map.of(
                        "field", lastOf(v.getPropertyPath().toString()), "message", v.getMessage()))
            .toList();
    String fields = errors.stream().map(e -> e.get("field")).collect(Collectors.joining(", "));
    return problem(422, "bad-fields", Map.of("errors", errors), fields);
  }

  @ServerExceptionMapper
  Response badJson(JsonProcessingException e) {
    String where =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return problem(400, "bad-json", Map.of(), line, where);
  }

  @ServerExceptionMapper
  Response refusedByFramework(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (e.getCause() instanceof JsonProcessingException json) {
      return badJson(json);
    }
    return switch (status) {
      case 404 -> problem(404, "not-found", Map.of());
      case 405 -> problem(405, "method-not-allowed", Map.of());
      case 406, 415 -> problem(415, "media-type-not-supported", Map.of());
      case 413 -> problem(413, "file-too-large", Map.of(), "");
      default -> status >= 500 ? bug(e) : problem(status, "bad-request", Map.of());
    };
  }

  @ServerExceptionMapper
  Response bug(Exception e) {
    // A transaction's wrapper hides the refusal that ended it.
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RuleViolation violation) {
        return ruleViolation(violation);
      }
      if (cause instanceof SQLException sql && isDatabaseAway(sql)) {
        LOG.warnf("The database is away: %s", sql.getMessage());
        return problem(503, "not-ready", Map.of("retryAfter", 2));
      }
    }
    String errorId = UUID.randomUUID().toString();
    LOG.errorf(e, "Error %s", errorId);
    return problem(500, "internal-error", Map.of("errorId", errorId), errorId);
  }

  /**
   * By the classes of PostgreSQL's codes: no connection, or one that the server has ended. The pool
   * of connections, when none came free in time, gives no code.
   */
  private static boolean isDatabaseAway(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  private Response problem(
      int status, String code, Map<String, Object> members, Object... arguments) {
    Locale language = language();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:winnow:problem:" + code);
    body.put("title", texts.text(language, code + ".title", arguments));
    body.put("status", status);
    body.put("detail", texts.text(language, code + ".detail", arguments));
    body.put("code", code);
    body.putAll(members);
    Response.ResponseBuilder answer = Response.status(status).entity(body).type(PROBLEM);
    if (members.get("retryAfter") instanceof Number seconds) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds);
    }
    return answer.build();
  }

  private Locale language() {
    String asked = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    return Texts.languageOf(asked == null ? "" : asked);
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
