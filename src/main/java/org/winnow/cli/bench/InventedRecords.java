package org.winnow.cli.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An export of invented records: about a fifth are copies of earlier ones as another database would
 * write them. The same seed gives the same bytes.
 */
final class InventedRecords {
  private static final double SHARE_OF_COPIES = 0.2;

  private final long seed;
  private final int count;

  InventedRecords(long seed, int count) {
    this.seed = seed;
    this.count = count;
  }

  /** Takes a record's text and the number of the work that it describes. */
  private interface Taker {
    void take(int work, String ris) throws IOException;
  }

  /**
   * Writes the records as RIS.
   *
   * @return the work that each record describes, in the order of the file
   */
  List<Integer> writeTo(Path file) {
    List<Integer> works = new ArrayList<>(count);
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      each(
          (work, ris) -> {
            works.add(work);
            out.write(ris);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return works;
  }

  private void each(Taker taker) throws IOException {
    Random random = new Random(seed);
    int works = 0;
    for (int i = 0; i < count; i++) {
      boolean copy = works > 0 && random.nextDouble() < SHARE_OF_COPIES;
      int work = copy ? random.nextInt(works) : works++;
      InventedArticle article = InventedArticle.of(seed, work);
      Vendor[] vendors = Vendor.values();
      int first = Math.floorMod(work, vendors.length);
      int other = 1 + random.nextInt(vendors.length - 1);
      Vendor vendor = vendors[copy ? (first + other) % vendors.length : first];
      taker.take(work, vendor.write(article));
    }
  }
}
