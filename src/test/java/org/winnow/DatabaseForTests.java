package org.winnow;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.platform.EmbeddedDatabase;

/** The same embedded PostgreSQL as in production, with both roles, in a folder that goes away. */
public class DatabaseForTests implements QuarkusTestResourceLifecycleManager {
  private Path folder = Path.of("");
  private EmbeddedDatabase database;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("winnow-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = EmbeddedDatabase.start(folder.resolve("database"));
    // For tests that are interrupted; closing twice is harmless.
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("winnow.data", folder.toString());
    return settings;
  }

  @Override
  public void stop() {
    database.close();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
