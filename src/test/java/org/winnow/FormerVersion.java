package org.winnow;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.winnow.platform.EmbeddedDatabase;

/** The database and files that a former version left behind, for this one to start on. */
public class FormerVersion implements QuarkusTestResourceLifecycleManager {
  static final Path DUMPS = Path.of("src/test/resources/upgrade");

  /** Starts the server on a dump in place of an empty database. */
  abstract static class Profile implements QuarkusTestProfile {
    private final String version;

    Profile(String version) {
      this.version = version;
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(FormerVersion.class, Map.of("version", version)));
    }
  }

  private Path version = DUMPS;
  private Path folder = Path.of("");
  private EmbeddedDatabase database;

  @Override
  public void init(Map<String, String> arguments) {
    version = DUMPS.resolve(arguments.get("version"));
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("winnow-upgrade");
      database = EmbeddedDatabase.start(folder.resolve("database"));
      Map<String, String> settings = new HashMap<>(database.settings());
      settings.put("winnow.data", folder.toString());
      restore(settings);
      copyFiles();
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void restore(Map<String, String> settings) throws IOException, SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                settings.get("quarkus.flyway.jdbc-url"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(version.resolve("dump.sql")));
    }
  }

  private void copyFiles() throws IOException {
    Path from = version.resolve("files");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve("files").resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  @Override
  public void stop() {
    database.close();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : leavesFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
