package org.winnow.citation.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files inside a {@code .zip} or {@code .gz}, read one after the other as a stream. Nothing is
 * written anywhere, so names that climb out of folders mean nothing; what unpacks to much more than
 * a text can, is given up.
 */
final class Container {
  /** Plain text packs to a fifth or so; lists of like records to a hundredth. */
  private static final int MOST_RATIO = 300;

  /** Below this many bytes unpacked, the ratio says nothing. */
  private static final long HARMLESS = 20_000_000;

  private static final long MOST_BYTES = 8_000_000_000L;
  private static final int MOST_ENTRIES = 2_000;

  private Container() {}

  /** Reads one file inside; the stream stays open. */
  interface Inside {
    ReadSummary read(InputStream file) throws IOException;
  }

  static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B && head[2] == 8;
  }

  static boolean isZip(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** Whether this may be an office document, which is an archive too: by its first entries. */
  static boolean isOffice(byte[] head) {
    String start =
        new String(
            head, 0, Math.min(head.length, 4000), java.nio.charset.StandardCharsets.ISO_8859_1);
    int name = 30;
    return start.contains("[Content_Types].xml")
        || start.contains("mimetypeapplication/vnd.oasis")
        || start.startsWith("_rels/", name)
        || start.startsWith("docProps/", name)
        || start.startsWith("xl/", name);
  }

  static boolean isOpenDocument(byte[] head) {
    return new String(
            head, 0, Math.min(head.length, 4000), java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains("mimetypeapplication/vnd.oasis");
  }

  /** Whether so much cannot have come out of a file of that size by fair means. */
  static boolean isTooMuch(long unpacked, long packed) {
    return unpacked > MOST_BYTES || unpacked > HARMLESS && unpacked / MOST_RATIO > packed;
  }

  static ReadSummary gzip(InputStream packed, Watched watched, CitationSink sink, Inside inside)
      throws IOException {
    Bounded file = new Bounded(unpacked(packed), watched, 0);
    ReadSummary found = inside.read(file);
    if (file.damage.isEmpty()) {
      return found;
    }
    broken(sink, file.damage);
    return new ReadSummary(
        found.format(), found.charset(), found.records(), found.problems() + 1, found.bytes());
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    try {
      return new GZIPInputStream(packed);
    } catch (ZipException | EOFException e) {
      throw new UnreadableFile("nothing-inside", "The archive is damaged from its beginning.");
    }
  }

  static ReadSummary zip(InputStream packed, Watched watched, CitationSink sink, Inside inside)
      throws IOException {
    Set<String> formats = new TreeSet<>();
    Set<String> charsets = new TreeSet<>();
    int records = 0;
    int problems = 0;
    int entries = 0;
    long unpacked = 0;
    @Nullable UnreadableFile unknownTable = null;
    try (ZipInputStream zip = new ZipInputStream(packed)) {
      ZipEntry entry;
      while ((entry = next(zip, sink)) != END) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableFile(
              "too-many-entries", "The archive holds more than " + MOST_ENTRIES + " files.");
        }
        String name = Texts.oneLine(entry.getName());
        Bounded file = new Bounded(zip, watched, unpacked);
        try {
          if (!entry.isDirectory() && !isSystemFile(name)) {
            ReadSummary found = inside.read(file);
            formats.addAll(List.of(found.format().split(", ")));
            charsets.add(found.charset());
            records += found.records();
            problems += found.problems();
          }
        } catch (UnreadableFile e) {
          if (e.code().equals("too-much-inside")) {
            throw e;
          }
          unknownTable = TableHead.isUnknown(e) ? e : unknownTable;
          problems++;
          sink.problem(new ParseProblem(0, e.code(), name + ": " + e.getMessage(), ""));
        }
        // What nobody reads is unpacked all the same on the way to the next file, so it is counted.
        file.transferTo(OutputStream.nullOutputStream());
        unpacked = file.unpacked;
        if (!file.damage.isEmpty()) {
          broken(sink, file.damage);
          problems++;
          break;
        }
      }
    }
    if (formats.isEmpty() && unknownTable != null) {
      throw unknownTable;
    }
    if (formats.isEmpty()) {
      throw new UnreadableFile(
          "nothing-inside", "The archive holds no file of citations that can be read.");
    }
    return new ReadSummary(
        String.join(", ", formats), String.join(", ", charsets), records, problems, watched.count);
  }

  private static final ZipEntry END = new ZipEntry("");

  private static ZipEntry next(ZipInputStream zip, CitationSink sink) throws UnreadableFile {
    try {
      ZipEntry entry = zip.getNextEntry();
      return entry == null ? END : entry;
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      broken(sink, String.valueOf(e.getMessage()));
      return END;
    }
  }

  private static void broken(CitationSink sink, String damage) {
    sink.problem(
        new ParseProblem(
            0, "broken-archive", "The archive is damaged from here on: " + damage, ""));
  }

  private static boolean isSystemFile(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.startsWith(".")
        || name.startsWith("__MACOSX/")
        || file.equals("Thumbs.db")
        || file.equals("desktop.ini");
  }

  /**
   * Gives up when more comes out than a text can hold, and ends where the archive is damaged: what
   * came before is good. Leaves the stream open when closed.
   */
  static final class Bounded extends FilterInputStream {
    private final Watched watched;
    private long unpacked;
    private String damage = "";

    Bounded(InputStream file, Watched watched, long before) {
      super(file);
      this.watched = watched;
      this.unpacked = before;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!damage.isEmpty()) {
        return -1;
      }
      try {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
      } catch (ZipException | EOFException e) {
        damage = String.valueOf(e.getMessage());
        return -1;
      }
    }

    /** What is wrong with the archive; empty while nothing is. */
    String damage() {
      return damage;
    }

    long unpacked() {
      return unpacked;
    }

    private void count(int bytes) throws UnreadableFile {
      unpacked += bytes;
      if (isTooMuch(unpacked, watched.count)) {
        throw new UnreadableFile(
            "too-much-inside", "The archive unpacks to far more than a text can.");
      }
    }

    @Override
    public void close() {}
  }
}
