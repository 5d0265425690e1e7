package org.winnow.citation.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The texts that the cells of a workbook refer to by number. They wait on disk, not in memory. */
final class SharedStrings implements Closeable {
  private static final int MOST = 10_000_000;

  private final Path file = Files.createTempFile("winnow-", ".texts");
  private final OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  private final RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
  private long[] ends = new long[1024];
  private int count;

  SharedStrings() throws IOException {}

  void add(String text) throws IOException {
    if (count == MOST) {
      throw new UnreadableFile("too-much-inside", "The workbook holds too many texts.");
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    ends[count] = start(count) + bytes.length;
    count++;
  }

  /** The text of that number; empty when there is none. */
  String get(int number) throws IOException {
    if (number < 0 || number >= count) {
      return "";
    }
    out.flush();
    byte[] bytes = new byte[(int) (ends[number] - start(number))];
    in.seek(start(number));
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private long start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  @Override
  public void close() throws IOException {
    try (out;
        in) {
      count = 0;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
