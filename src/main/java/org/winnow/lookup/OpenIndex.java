package org.winnow.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.winnow.ledger.LedgerHead;

/**
 * The Lucene index of one review while it is open. Each commit says up to which event of the ledger
 * it goes, so an index found on the disk knows where it stands.
 */
final class OpenIndex implements AutoCloseable {
  // The layout of documents, and that of their tokens.
  private static final String FORMAT = "1." + LookupAnalysis.VERSION;
  private static final double BUFFER_MEGABYTES = 64;

  private final UUID reviewId;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private LedgerHead written;
  private volatile int[] representatives = new int[0];

  private OpenIndex(UUID reviewId, FSDirectory directory, OpenMode mode, LedgerHead written)
      throws IOException {
    this.reviewId = reviewId;
    this.directory = directory;
    this.written = written;
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(LookupAnalysis.analyzer())
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /** A new, empty one in place of whatever is there. */
  static OpenIndex create(UUID reviewId, Path folder) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    try {
      return new OpenIndex(reviewId, directory, OpenMode.CREATE, new LedgerHead(0, ""));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * The one in the folder; empty when there is none of this review and format.
   *
   * @throws IOException when there is one that is damaged
   */
  static Optional<OpenIndex> open(UUID reviewId, Path folder) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    try {
      Optional<LedgerHead> written = written(reviewId, directory);
      if (written.isEmpty()) {
        directory.close();
        return Optional.empty();
      }
      OpenIndex index = new OpenIndex(reviewId, directory, OpenMode.APPEND, written.orElseThrow());
      index.checkIntegrity();
      return Optional.of(index);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static Optional<LedgerHead> written(UUID reviewId, FSDirectory directory)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    if (!FORMAT.equals(data.get("format")) || !reviewId.toString().equals(data.get("review"))) {
      return Optional.empty();
    }
    return Optional.of(
        new LedgerHead(
            Long.parseLong(data.getOrDefault("sequence", "0")), data.getOrDefault("hash", "")));
  }

  /** Reads every byte once: a cut or changed file must show now, not in somebody's search. */
  private void checkIntegrity() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } finally {
      searchers.release(searcher);
    }
  }

  /** The last event whose consequences are on the disk. */
  LedgerHead written() {
    return written;
  }

  void add(RecordText record) {
    try {
      writer.addDocument(record.document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void removeImport(UUID importId) {
    try {
      writer.deleteDocuments(new Term("import", importId.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(int record) {
    try {
      writer.deleteDocuments(NumericDocValuesField.newSlowExactQuery("id", record));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void group(int[] newRepresentatives) {
    representatives = newRepresentatives;
  }

  int count() {
    return writer.getDocStats().numDocs;
  }

  /** Lets searches see what was added and removed. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  void commit(LedgerHead upTo) throws IOException {
    Map<String, String> data = new HashMap<>();
    data.put("format", FORMAT);
    data.put("review", reviewId.toString());
    data.put("sequence", Long.toString(upTo.sequence()));
    data.put("hash", upTo.hash());
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    written = upTo;
  }

  /** Work on the index as it is now. */
  @FunctionalInterface
  interface Search<T> {
    T in(IndexSearcher searcher, int[] representatives) throws IOException;
  }

  <T> T search(Search<T> search) throws IOException {
    IndexSearcher shared = searchers.acquire();
    try {
      return search.in(new IndexSearcher(shared.getIndexReader()), representatives);
    } finally {
      searchers.release(shared);
    }
  }

  /** Forgets what was not committed. */
  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      writer.rollback();
    }
  }
}
