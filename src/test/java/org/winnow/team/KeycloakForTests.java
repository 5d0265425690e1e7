package org.winnow.team;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Keycloak with the realm that we ship, on loopback, as the profile {@code keycloak} unpacks
 * it. What the realm leaves to the environment is made up here.
 */
public class KeycloakForTests implements QuarkusTestResourceLifecycleManager {
  static final String PASSWORD = "a long trial password";

  /** It may compile itself first, on a machine that does other things too. */
  private static final Duration START_LIMIT = Duration.ofMinutes(8);

  private Process process;
  private MailForTests mail;

  @Override
  public Map<String, String> start() {
    try {
      return started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> started() throws IOException, InterruptedException {
    String folder = System.getProperty("winnow.keycloak");
    if (folder == null) {
      throw new IllegalStateException("needs a Keycloak: run with the Maven profile keycloak");
    }
    Path home = Path.of(folder);
    forgetFormerRuns(home.resolve("data"));
    Path realm = Files.createDirectories(home.resolve("data/import")).resolve("winnow-realm.json");
    Files.copy(
        Path.of("docker/keycloak/winnow-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
    int port = freePort();
    int ourPort = freePort();
    String secret = secret();
    String adminSecret = secret();
    mail = MailForTests.start();

    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + freePort())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("data/log.txt").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx512m",
                "WINNOW_ADDRESS",
                "http://127.0.0.1:" + ourPort,
                "WINNOW_OIDC_CLIENT_SECRET",
                secret,
                "WINNOW_KEYCLOAK_ADMIN_CLIENT_SECRET",
                adminSecret,
                "WINNOW_TRIAL_PASSWORD",
                PASSWORD,
                "WINNOW_MAIL_HOST",
                "127.0.0.1",
                "WINNOW_MAIL_PORT",
                Integer.toString(mail.port()),
                "WINNOW_MAIL_FROM",
                "winnow@winnow.example"));
    process = builder.start();
    String address = "http://127.0.0.1:" + port;
    waitFor(URI.create(address + "/realms/winnow/.well-known/openid-configuration"));
    return Map.of(
        "quarkus.http.test-port",
        Integer.toString(ourPort),
        "quarkus.http.host",
        "127.0.0.1",
        "winnow.oidc.url",
        address + "/realms/winnow",
        "winnow.oidc.client-id",
        "winnow",
        "winnow.oidc.client-secret",
        secret,
        "winnow.oidc.name",
        "Example University",
        "winnow.oidc.administrators",
        "Ann@winnow.example",
        "winnow.keycloak.admin.url",
        address,
        "winnow.keycloak.admin.client-secret",
        adminSecret);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(mail, new TestInjector.MatchesType(MailForTests.class));
  }

  @Override
  public void stop() {
    if (process != null) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
    }
    if (mail != null) {
      mail.stop();
    }
  }

  private void waitFor(URI uri) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
      for (long left = START_LIMIT.toSeconds(); left > 0; left--) {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
          throw new IllegalStateException("Keycloak ended; see data/log.txt in its folder");
        }
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
          continue;
        }
      }
    }
    throw new IllegalStateException("Keycloak did not answer; see data/log.txt in its folder");
  }

  private static void forgetFormerRuns(Path data) throws IOException {
    if (Files.exists(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    new Random().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
