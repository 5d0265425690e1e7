package org.winnow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests and keeps every byte of the answers, headers included. */
public final class Wire {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  public Wire(URI server) {
    this.server = server;
  }

  /** A request; the body is empty for those without. */
  public record Call(String method, String path, Map<String, String> headers, String body) {
    public static Call get(String path) {
      return new Call("GET", path, Map.of(), "");
    }

    public static Call json(String method, String path, String body) {
      return new Call(method, path, Map.of("Content-Type", "application/json"), body);
    }

    public Call with(String header, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(header, value);
      return new Call(method, path, more, body);
    }

    /** The same with a text replaced wherever it stands. */
    public Call replacing(String text, String by) {
      return new Call(method, path.replace(text, by), headers, body.replace(text, by));
    }
  }

  /** An answer as it came; a stream of events is cut before its first. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {
    public String text() {
      StringBuilder text = new StringBuilder().append(status).append('\n');
      headers.forEach((name, values) -> text.append(name).append(": ").append(values).append('\n'));
      return text.append('\n').append(body).toString();
    }
  }

  public Answer send(Call call, String cookie) {
    HttpResponse<InputStream> answer = open(call, cookie);
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    boolean endless =
        answer.headers().firstValue("content-type").filter("text/event-stream"::equals).isPresent();
    try (InputStream body = answer.body()) {
      String text = endless ? "" : new String(body.readAllBytes(), charset(headers));
      return new Answer(answer.statusCode(), headers, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In which every byte of a picture or a document remains to be seen. */
  private static Charset charset(Map<String, List<String>> headers) {
    String type = headers.getOrDefault("content-type", List.of("")).getFirst();
    return type.startsWith("image/png") || type.startsWith("application/pdf")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  /** The same with the body still to be read. */
  public HttpResponse<InputStream> open(Call call, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(call.path()))
            .method(
                call.method(),
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8))
            .header("X-Winnow-Request", "1")
            .header("Accept-Language", "en");
    if (!cookie.isEmpty()) {
      request.header("Cookie", "winnow_session=" + cookie);
    }
    call.headers().forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
