package org.winnow.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.winnow.figure.Scene;

/**
 * A figure of an analysis. What it is and shows, for those who cannot see it, is the title and the
 * description of its scene.
 *
 * @param scene all of it in one piece
 * @param pages the same for print, where a long one is broken
 * @param table its numbers at full precision and its texts, the head first
 */
public record Plot(Scene scene, List<Scene> pages, List<List<String>> table) {
  public Plot {
    pages = List.copyOf(pages);
    table = table.stream().map(List::copyOf).toList();
  }

  /** A figure on pages; when it fits on one, that is all of it. */
  static Plot of(Supplier<Scene> whole, List<Scene> pages, List<List<String>> table) {
    return new Plot(pages.size() == 1 ? pages.getFirst() : whole.get(), pages, table);
  }

  /** A figure that fits on a page. */
  static Plot of(Scene scene, List<List<String>> table) {
    return new Plot(scene, List.of(scene), table);
  }

  /** The table as CSV. */
  public String csv() {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      table.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
