package org.winnow.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who talks to the server. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String PASSWORD = "only for this benchmark";

  private final URI address;
  private final String cookie;

  private Visitor(URI address, String cookie) {
    this.address = address;
    this.cookie = cookie;
  }

  /** An answer, whatever its status. */
  record Answer(String request, int status, JsonNode body) {
    JsonNode accepted() {
      if (status >= 300) {
        throw new IllegalStateException(
            "The server answers " + status + " to " + request + ": " + body);
      }
      return body;
    }
  }

  /** The first administrator of a new server. */
  static Visitor administrator(ServerProcess server) {
    Visitor stranger = new Visitor(server.address(), "");
    stranger
        .send(
            "POST",
            "/setup",
            json(
                Map.of(
                    "token",
                    server.setupToken(),
                    "name",
                    "administrator",
                    "displayName",
                    "Administrator",
                    "password",
                    PASSWORD)))
        .accepted();
    return stranger.signedIn("administrator");
  }

  /** A new account with a session of its own. */
  Visitor newMember(String review, String name, List<String> roles) {
    put(
        "/accounts/" + accountOf(name),
        Map.of("name", name, "displayName", "Reviewer " + name, "password", PASSWORD));
    join(review, name, roles);
    return signedIn(name);
  }

  /** Makes who was made a member of another review a member of this one, too. */
  void join(String review, String name, List<String> roles) {
    put(review + "/members/" + accountOf(name), Map.of("roles", roles));
  }

  private static UUID accountOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private Visitor signedIn(String name) {
    HttpResponse<byte[]> answer =
        // Signing in ends the session that comes along.
        new Visitor(address, "")
            .exchange("POST", "/session", json(Map.of("name", name, "password", PASSWORD)));
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new Visitor(address, set.substring(0, set.indexOf(';')));
  }

  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody()).accepted();
  }

  JsonNode put(String path, Object body) {
    return send("PUT", path, json(body)).accepted();
  }

  Answer attempt(String path, Object body) {
    return send("PUT", path, json(body));
  }

  JsonNode upload(String path, BodyPublisher file) {
    return send("PUT", path, file, "Content-Type", "application/octet-stream").accepted();
  }

  /**
   * A page that is open on a review: what it is told, until the server or the stream is closed.
   * Returns once the server has greeted it.
   */
  LiveStream listen(String review) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + review + "/stream"))
            .header("Cookie", cookie)
            .build();
    try {
      return LiveStream.of(CLIENT.send(request, BodyHandlers.ofInputStream()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer send(String method, String path, BodyPublisher body, String... headers) {
    HttpResponse<byte[]> answer = exchange(method, path, body, headers);
    try {
      return new Answer(method + " " + path, answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> exchange(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body)
            .header("X-Winnow-Request", "1")
            .header("Cookie", cookie)
            .setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
