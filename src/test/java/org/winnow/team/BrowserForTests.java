package org.winnow.team;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps cookies and follows redirects as a browser does, sending {@code Secure} cookies to loopback
 * too, which the client of the JDK would not.
 */
final class BrowserForTests implements AutoCloseable {
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
  private final Map<String, Map<String, String>> cookies = new TreeMap<>();
  private final List<URI> visited = new ArrayList<>();

  /** A page after all redirects. */
  record Page(URI address, int status, String body) {}

  Page open(URI address) throws IOException, InterruptedException {
    return follow(address, request(address).GET());
  }

  /** Fills in Keycloak's form and sends it. */
  Page signIn(Page form, String name, String password) throws IOException, InterruptedException {
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new AssertionError("no form to sign in: " + form);
    }
    URI target = form.address().resolve(action.group(1).replace("&amp;", "&"));
    String fields = "username=" + encoded(name) + "&password=" + encoded(password);
    return follow(
        target,
        request(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields)));
  }

  /** Every address since the beginning, redirects included. */
  List<URI> visited() {
    return visited;
  }

  Map<String, String> cookiesOf(URI address) {
    return cookies.getOrDefault(address.getAuthority(), Map.of());
  }

  @Override
  public void close() {
    client.close();
  }

  private Page follow(URI first, HttpRequest.Builder firstRequest)
      throws IOException, InterruptedException {
    URI address = first;
    HttpRequest.Builder request = firstRequest;
    for (int i = 0; i < 15; i++) {
      visited.add(address);
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      keepCookies(address, answer);
      String location = answer.headers().firstValue("Location").orElse("");
      if (location.isEmpty()) {
        return new Page(address, answer.statusCode(), answer.body());
      }
      address = address.resolve(location);
      request = request(address).GET();
    }
    throw new AssertionError("redirected for ever: " + visited);
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "text/html,application/json");
    String kept =
        cookiesOf(address).entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return kept.isEmpty() ? request : request.header("Cookie", kept);
  }

  private void keepCookies(URI address, HttpResponse<String> answer) {
    Map<String, String> jar = cookies.computeIfAbsent(address.getAuthority(), _ -> new TreeMap<>());
    for (String line : answer.headers().allValues("Set-Cookie")) {
      String pair = line.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty() || line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
        jar.remove(name);
      } else {
        jar.put(name, value);
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
