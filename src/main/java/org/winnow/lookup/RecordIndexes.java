package org.winnow.lookup;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.LedgerReader;

/**
 * The indexes of this server, one per review, fed by the ledger's tail. Only the most recently used
 * stay open.
 */
@ApplicationScoped
class RecordIndexes implements LedgerReader {
  private static final Logger LOG = Logger.getLogger(RecordIndexes.class);
  private static final int MOST_OPEN = 16;

  /** Records that are a few seconds' work. */
  private static final int MANY_RECORDS = 20_000;

  private static final int MOST_SERVERS_IN_ONE_FOLDER = 32;

  private final Path data;
  private final RecordTexts texts;
  private final Map<UUID, RecordIndex> indexes = new ConcurrentHashMap<>();
  private final Feeding feeding = new Feeding(this::isFarBehind, this::catchUp);
  private volatile Folder folder = new Folder(Path.of(""), null);
  private volatile boolean stopped;

  /** A folder that no other server uses while the lock is held. */
  private record Folder(Path path, @Nullable FileLock lock) {}

  RecordIndexes(@ConfigProperty(name = "winnow.data") Path data, RecordTexts texts) {
    this.data = data;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "lookup";
  }

  /** Returns at once; whoever searches before the index is up to date has it brought there. */
  @Override
  public void read(UUID reviewId, long upTo) {
    if (!stopped && !of(reviewId).hasReached(upTo, Duration.ZERO)) {
      feeding.feed(reviewId);
    }
  }

  /**
   * The index of a review, once it has seen an event of the ledger or the limit has passed.
   *
   * @return whether it has seen it
   */
  boolean upTo(UUID reviewId, long sequence, Duration limit) {
    RecordIndex index = of(reviewId);
    if (index.hasReached(sequence, Duration.ZERO)) {
      return true;
    }
    feeding.feed(reviewId);
    return index.hasReached(sequence, limit);
  }

  RecordIndex of(UUID reviewId) {
    return indexes.computeIfAbsent(
        reviewId, id -> new RecordIndex(id, folder().resolve(id.toString()), texts));
  }

  void serverStops(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws IOException {
    stopped = true;
    feeding.stop();
    indexes.values().forEach(RecordIndex::stop);
    FileLock lock = folder.lock();
    if (lock != null) {
      lock.channel().close();
    }
  }

  private boolean isFarBehind(UUID reviewId) {
    return of(reviewId).recordsBehind() > MANY_RECORDS;
  }

  private void catchUp(UUID reviewId) {
    try {
      of(reviewId).catchUp();
      closeLeastUsed();
    } catch (CancellationException e) {
      LOG.infof("The index of review %s is brought up to date at the next start", reviewId);
    }
  }

  private void closeLeastUsed() {
    List<RecordIndex> open =
        indexes.values().stream()
            .filter(RecordIndex::isOpen)
            .sorted(Comparator.comparingLong(RecordIndex::lastUsed).reversed())
            .toList();
    open.stream().skip(MOST_OPEN).forEach(RecordIndex::closeUnlessBusy);
  }

  /** Servers that share a data folder each take an index folder of their own. */
  private synchronized Path folder() {
    for (int i = 1; folder.lock() == null && i <= MOST_SERVERS_IN_ONE_FOLDER; i++) {
      tryFolder(data.resolve(i == 1 ? "index" : "index-" + i));
    }
    if (folder.lock() == null) {
      throw new IllegalStateException("every index folder is taken by another server");
    }
    return folder.path();
  }

  private void tryFolder(Path candidate) {
    try {
      Files.createDirectories(candidate);
      FileChannel channel =
          FileChannel.open(
              candidate.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
      } else {
        folder = new Folder(candidate, lock);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException takenInThisProcess) {
      return null;
    }
  }
}
