package org.winnow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real exports and reference sets that are kept beside the project, not in it; may be absent. */
public final class SharedData {
  private SharedData() {}

  public static Optional<Path> folder(String name) {
    Path folder = Path.of(System.getProperty("winnow.shared", "../shared"), "data", name);
    return Optional.of(folder).filter(Files::isDirectory);
  }
}
