package org.winnow.analysis.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of an archive, and of archives in it, in memory. Nothing is written anywhere, so names
 * that climb out of folders mean nothing; what unpacks to more than a review is given up.
 */
final class Archive {
  private static final int MOST_ENTRIES = 20_000;
  private static final int DEEPEST = 3;
  private static final int CHUNK = 65_536;

  private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
  private int entries;
  private long unpacked;

  private Archive() {}

  static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** The files by their names without folders; of two with one name the first. */
  static SequencedMap<String, byte[]> read(byte[] bytes) throws UnreadableReview {
    Archive archive = new Archive();
    archive.unpack(bytes, 1);
    return archive.files;
  }

  private void unpack(byte[] bytes, int depth) throws UnreadableReview {
    if (depth > DEEPEST) {
      throw new UnreadableReview(
          "archives in archives, deeper than a data package has them", "压缩包嵌套过深");
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new UnreadableReview(
              "the archive holds more than " + MOST_ENTRIES + " files",
              "压缩包中的文件多于" + MOST_ENTRIES + "个");
        }
        byte[] content = content(zip);
        String path = entry.getName().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("__MACOSX/") || name.isEmpty() || name.startsWith(".")) {
          continue;
        }
        if (is(content)) {
          unpack(content, depth + 1);
        } else {
          files.putIfAbsent(name, content);
        }
      }
    } catch (UnreadableReview e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableReview(
          "the archive is damaged: " + e.getMessage(), "压缩包已损坏：" + e.getMessage());
    }
  }

  private byte[] content(ZipInputStream zip) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
      unpacked += read;
      if (unpacked > ReviewText.MOST_BYTES) {
        throw new UnreadableReview(
            "the archive unpacks to more than a review: more than 100 MB", "压缩包解压后超过100 MB");
      }
      content.write(chunk, 0, read);
    }
    return content.toByteArray();
  }

  /** Writes texts as UTF-8 under their names; the same texts give the same bytes. */
  static void write(Map<String, String> texts, OutputStream file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(file), StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        ZipEntry entry = new ZipEntry(text.getKey());
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  /** Leaves the stream open for whoever opened it. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream file) {
      super(file);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
