package org.winnow.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One person's conversation with the server. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String cookie;

  private Browser(String address, String cookie) {
    this.address = address;
    this.cookie = cookie;
  }

  static Browser of(String address, Person person) {
    Browser stranger = new Browser(address, "");
    HttpResponse<String> answer =
        stranger.send(
            "POST",
            "/session",
            BodyPublishers.ofString(
                text(Map.of("name", person.login, "password", Person.PASSWORD))));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new Browser(address, cookie.substring(0, cookie.indexOf(';')));
  }

  JsonNode get(String path) {
    try {
      return JSON.readTree(send("GET", path, BodyPublishers.noBody()).body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String path, Object body) {
    send("PUT", path, BodyPublishers.ofString(text(body), StandardCharsets.UTF_8));
  }

  void putAt(String path, String version, Object body) {
    send("PUT", path, BodyPublishers.ofString(text(body)), "If-Match", version);
  }

  void upload(String path, InputStream file) {
    try (file) {
      send(
          "PUT",
          path,
          BodyPublishers.ofByteArray(file.readAllBytes()),
          "Content-Type",
          "application/octet-stream");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .method(method, body)
            .header("X-Winnow-Request", "1")
            .header("Cookie", cookie)
            .setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
