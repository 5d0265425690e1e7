package org.winnow.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files kept byte for byte under their SHA-256; a file once stored is never changed. */
@ApplicationScoped
public class FileStore {
  private final Path folder;

  FileStore(@ConfigProperty(name = "winnow.data", defaultValue = "winnow-data") Path data) {
    this.folder = data.resolve("files");
  }

  /** A stored file: its name is its SHA-256 in hexadecimal, its size is in bytes. */
  public record StoredFile(String sha256, long size) {}

  /**
   * Stores a stream to its end, on the disk before this returns.
   *
   * @throws RuleViolation {@code file-too-large} when it is longer than the limit; nothing is kept
   */
  public StoredFile store(InputStream content, long limit) {
    return keep(out -> copy(content, out, limit));
  }

  /** Writes a file as it comes to be. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out);
  }

  /**
   * Stores what is written, on the disk before this returns; it is nowhere held in memory.
   *
   * @return its SHA-256 in hexadecimal
   */
  public String store(Writing content) {
    return keep(content::to).sha256();
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private StoredFile keep(Content content) {
    MessageDigest digest = sha256();
    try {
      Files.createDirectories(folder);
      Path arriving = Files.createTempFile(folder, "arriving", ".part");
      try {
        try (OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(arriving), digest), 1 << 16)) {
          content.to(out);
        }
        long size = flush(arriving);
        String name = HexFormat.of().formatHex(digest.digest());
        Path place = place(name);
        Files.createDirectories(place.getParent());
        Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
        return new StoredFile(name, size);
      } finally {
        Files.deleteIfExists(arriving);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InputStream open(String sha256) {
    try {
      return new BufferedInputStream(Files.newInputStream(place(sha256)), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean holds(String sha256) {
    return Files.exists(place(sha256));
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(InputStream from, OutputStream to, long limit) throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
      size += n;
      if (size > limit) {
        throw Uploads.tooLarge(limit);
      }
      to.write(buffer, 0, n);
    }
  }

  private static long flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
      return channel.size();
    }
  }

  private Path place(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no hash: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
