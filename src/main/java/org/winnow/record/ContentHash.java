package org.winnow.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.winnow.citation.Citation;
import org.winnow.platform.FileStore;

/** What proves that a record is still what was imported. */
final class ContentHash {
  private ContentHash() {}

  /** SHA-256 over every field in the order of {@link Citation}, each led by its length in bytes. */
  static String of(Citation citation) {
    MessageDigest digest = FileStore.sha256();
    add(digest, citation.type());
    add(digest, citation.title().en());
    add(digest, citation.title().zh());
    add(digest, citation.authors());
    add(digest, Integer.toString(citation.year()));
    add(digest, citation.journal());
    add(digest, citation.volume());
    add(digest, citation.issue());
    add(digest, citation.pages());
    add(digest, citation.doi());
    add(digest, citation.pmid());
    add(digest, citation.abstracts().en());
    add(digest, citation.abstracts().zh());
    add(digest, citation.keywords());
    add(digest, citation.url());
    add(digest, citation.language());
    add(digest, citation.database());
    add(digest, citation.accession());
    add(digest, citation.issn());
    add(digest, RecordCopy.others(citation.others()));
    add(digest, citation.raw());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, List<String> values) {
    digest.update(ByteBuffer.allocate(4).putInt(values.size()).flip());
    values.forEach(value -> add(digest, value));
  }

  private static void add(MessageDigest digest, String value) {
    byte[] bytes = RecordCopy.stored(value);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
