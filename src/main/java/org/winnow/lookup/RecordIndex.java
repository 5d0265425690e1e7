package org.winnow.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.winnow.ledger.LedgerHead;
import org.winnow.ledger.RecordedEvent;
import org.winnow.record.RecordCorrected;
import org.winnow.record.RecordRegister;
import org.winnow.record.RecordRepaired;
import org.winnow.record.RecordsAdded;
import org.winnow.record.RecordsWithdrawn;

/**
 * The index of one review on this server: opened when needed, brought up to date from the ledger,
 * and built anew from the record table when it is missing, damaged, of another format, or of
 * another history than the ledger's.
 *
 * <p>It holds live records, each with its own text. Which of them are duplicates is kept beside it
 * and read anew when that changes, so a merge writes no document.
 */
final class RecordIndex {
  private static final Logger LOG = Logger.getLogger(RecordIndex.class);

  // Votes change nothing here; the commit that notes them is put off until there are so many.
  private static final int EVENTS_WITHOUT_COMMIT = 5_000;

  private final UUID reviewId;
  private final Path folder;
  private final RecordTexts texts;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Optional<OpenIndex> open = Optional.empty();
  private LedgerHead reached = new LedgerHead(-1, "");
  private volatile long lastUsed = System.nanoTime();
  private volatile boolean stopping;

  RecordIndex(UUID reviewId, Path folder, RecordTexts texts) {
    this.reviewId = reviewId;
    this.folder = folder;
    this.texts = texts;
  }

  /** Reads what the ledger has that the index has not. */
  void catchUp() {
    writing.lock();
    try {
      follow();
    } catch (AlreadyClosedException | UncheckedIOException e) {
      LOG.warnf("The index of review %s is damaged and built anew: %s", reviewId, e);
      forget();
      follow();
    } finally {
      writing.unlock();
    }
  }

  /** About how many records it would have to read to be up to date. */
  long recordsBehind() {
    LedgerHead place;
    synchronized (this) {
      // one that is closed reads what it needs of every record when it is opened
      place = open.isPresent() ? reached : new LedgerHead(0, "");
    }
    return texts.addedAfter(reviewId, place.sequence());
  }

  /** Waits until searches see the consequences of an event; false when that takes too long. */
  boolean hasReached(long sequence, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (this) {
      while (open.isEmpty() || reached.sequence() < sequence) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        try {
          wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  /** Searches what there is; empty while there is nothing that could be searched. */
  <T> Optional<T> search(OpenIndex.Search<T> search) {
    lastUsed = System.nanoTime();
    Optional<OpenIndex> index = open;
    if (index.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(index.orElseThrow().search(search));
    } catch (IOException | AlreadyClosedException e) {
      LOG.warnf("The index of review %s cannot be searched: %s", reviewId, e);
      giveUp(index.orElseThrow());
      return Optional.empty();
    }
  }

  boolean isOpen() {
    return open.isPresent();
  }

  long lastUsed() {
    return lastUsed;
  }

  /** The server stops: what is being read is broken off, and read again at the next start. */
  void stop() {
    stopping = true;
    close();
  }

  /** The same as {@link #close}, unless the index is just being written. */
  void closeUnlessBusy() {
    if (writing.tryLock()) {
      try {
        close();
      } finally {
        writing.unlock();
      }
    }
  }

  /** Keeps what was read so far and lets go of files and memory. */
  void close() {
    writing.lock();
    try {
      Optional<OpenIndex> index = open;
      setOpen(Optional.empty(), reached);
      if (index.isPresent()) {
        try (OpenIndex closing = index.orElseThrow()) {
          if (reached.sequence() > closing.written().sequence()) {
            closing.commit(reached);
          }
        }
      }
    } catch (IOException | AlreadyClosedException e) {
      LOG.warnf("The index of review %s was closed without its last events: %s", reviewId, e);
    } finally {
      writing.unlock();
    }
  }

  private void follow() {
    if (open.isPresent() && !Files.isDirectory(folder)) {
      throw new UncheckedIOException(new IOException("its folder is gone"));
    }
    Optional<OpenIndex> index = open;
    try {
      texts.inOneMoment(
          () -> {
            try {
              readOn(index);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return true;
          });
    } catch (RuntimeException e) {
      // What was half read is not shown and not kept.
      open.ifPresent(this::giveUp);
      throw e;
    }
  }

  private void readOn(Optional<OpenIndex> isOpen) throws IOException {
    if (isOpen.isPresent()) {
      advance(isOpen.orElseThrow(), reached);
      return;
    }
    Optional<OpenIndex> kept = kept();
    if (kept.isEmpty()) {
      build();
      return;
    }
    OpenIndex index = kept.orElseThrow();
    try {
      index.group(texts.representatives(reviewId));
      LedgerHead head = advance(index, index.written());
      if (index.count() != texts.count(reviewId)) {
        throw new CorruptIndexException("it holds other records than the database", "" + folder);
      }
      setOpen(Optional.of(index), head);
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private Optional<OpenIndex> kept() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Optional<OpenIndex> kept = OpenIndex.open(reviewId, folder);
    if (kept.isPresent() && !texts.knows(reviewId, kept.orElseThrow().written())) {
      kept.orElseThrow().close();
      return Optional.empty();
    }
    return kept;
  }

  private void build() throws IOException {
    deleteFolder();
    Files.createDirectories(folder);
    LedgerHead head = texts.head(reviewId);
    OpenIndex index = OpenIndex.create(reviewId, folder);
    try {
      addAll(index, taker -> texts.each(reviewId, taker));
      index.group(texts.representatives(reviewId));
      index.show();
      index.commit(head);
      setOpen(Optional.of(index), head);
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private void addAll(OpenIndex index, Consumer<Consumer<RecordText>> reading) {
    Hands.add(
        index,
        taker ->
            reading.accept(
                record -> {
                  if (stopping) {
                    throw new CancellationException("the server stops");
                  }
                  taker.accept(record);
                }));
  }

  /** Returns the last event that was read. */
  private LedgerHead advance(OpenIndex index, LedgerHead from) throws IOException {
    LedgerHead last = from;
    Change change = Change.NONE;
    List<RecordedEvent> events = texts.after(reviewId, last.sequence());
    while (!events.isEmpty()) {
      for (RecordedEvent event : events) {
        change = change.and(apply(index, event));
        last = new LedgerHead(event.sequence(), event.hash());
      }
      events = texts.after(reviewId, last.sequence());
    }
    if (change != Change.NONE) {
      index.group(texts.representatives(reviewId));
    }
    if (change == Change.DOCUMENTS) {
      index.show();
    }
    if (change == Change.DOCUMENTS
        || last.sequence() - index.written().sequence() > EVENTS_WITHOUT_COMMIT) {
      index.commit(last);
    }
    if (open.isPresent()) {
      setOpen(open, last);
    }
    return last;
  }

  /** What an event means for the index; a later constant includes the earlier. */
  private enum Change {
    NONE,
    GROUPS,
    DOCUMENTS;

    Change and(Change other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  private Change apply(OpenIndex index, RecordedEvent event) {
    if (event.is(RecordsAdded.class)) {
      UUID importId = event.as(RecordsAdded.class).importId();
      index.removeImport(importId);
      addAll(index, taker -> texts.eachOfImport(reviewId, importId, taker));
      return Change.DOCUMENTS;
    }
    if (event.is(RecordRepaired.class)) {
      int record = event.as(RecordRepaired.class).record();
      index.remove(record);
      texts.one(reviewId, record, index::add);
      return Change.DOCUMENTS;
    }
    if (event.is(RecordsWithdrawn.class)) {
      index.removeImport(event.as(RecordsWithdrawn.class).importId());
      return Change.DOCUMENTS;
    }
    if (event.is(RecordCorrected.class)) {
      int record = event.as(RecordCorrected.class).record();
      index.remove(record);
      texts.one(reviewId, record, index::add);
      return Change.DOCUMENTS;
    }
    return RecordRegister.changesClusters(event) ? Change.GROUPS : Change.NONE;
  }

  private synchronized void setOpen(Optional<OpenIndex> index, LedgerHead upTo) {
    open = index;
    reached = upTo;
    notifyAll();
  }

  /** Lets go of an index that failed; the next catching up opens or builds it again. */
  private void giveUp(OpenIndex index) {
    synchronized (this) {
      if (open.filter(current -> current == index).isPresent()) {
        open = Optional.empty();
      }
    }
    try {
      index.close();
    } catch (IOException | RuntimeException e) {
      LOG.debugf(e, "Closing the index of review %s", reviewId);
    }
  }

  private void forget() {
    open.ifPresent(this::giveUp);
    try {
      deleteFolder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteFolder() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
