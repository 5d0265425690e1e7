package org.winnow.identification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.winnow.citation.format.CitationReader;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.format.ReadSummary;
import org.winnow.citation.format.TableColumns;
import org.winnow.citation.format.UnreadableFile;
import org.winnow.platform.FileStore;

/**
 * Reads and commits imports outside of requests: files of one review one after the other, several
 * reviews at once. What a crash breaks off is taken up at the next start.
 */
@ApplicationScoped
class ImportJob {
  private static final Logger LOG = Logger.getLogger(ImportJob.class);
  private static final int READERS = 2;

  private final ImportService service;
  private final FileStore files;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(READERS, Thread.ofPlatform().name("import-", 1).factory());
  private final ExecutorService committers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, CompletableFuture<Void>> lastOfReview = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  ImportJob(ImportService service, FileStore files) {
    this.service = service;
    this.files = files;
  }

  void resume(@Observes StartupEvent started) {
    takeUpUnfinished();
  }

  void takeUpUnfinished() {
    for (ImportBatch batch : service.unfinished()) {
      if (batch.state() == ImportState.COMMITTING) {
        commit(batch.reviewId(), batch.id());
      } else {
        read(batch.reviewId(), batch.id());
      }
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    stopping = true;
    readers.shutdown();
    committers.shutdown();
  }

  /** Has a queued file read after the review's others. */
  CompletableFuture<Void> read(UUID reviewId, UUID importId) {
    CompletableFuture<Void> mine =
        lastOfReview.compute(
            reviewId,
            (_, last) ->
                (last == null ? CompletableFuture.<Void>completedFuture(null) : last)
                    .handleAsync((_, _) -> readNow(reviewId, importId), readers));
    mine.whenComplete((_, _) -> lastOfReview.remove(reviewId, mine));
    return mine;
  }

  /** Carries out a commit that was decided; done when the future is. */
  CompletableFuture<Void> commit(UUID reviewId, UUID importId) {
    return CompletableFuture.runAsync(() -> commitNow(reviewId, importId), committers);
  }

  private Void readNow(UUID reviewId, UUID importId) {
    if (!stopping) {
      service.begin(reviewId, importId).ifPresent(this::readOrSayWhyNot);
    }
    return null;
  }

  private void readOrSayWhyNot(Reading reading) {
    try {
      read(reading);
    } catch (Reading.Superseded e) {
      LOG.debugf("Reading %d of import %s gave way", reading.number(), reading.importId());
    } catch (UnreadableFile e) {
      fail(reading, e.code(), e.args().isEmpty() ? "" : e.args().getFirst());
    } catch (IOException | RuntimeException e) {
      if (stopping) {
        return;
      }
      String errorId = UUID.randomUUID().toString();
      LOG.errorf(e, "Error %s while reading import %s", errorId, reading.importId());
      fail(reading, "import-broke-off", errorId);
    }
  }

  private void read(Reading reading) throws IOException {
    try (Staging staging = new Staging(service, reading, () -> stopping);
        InputStream file = files.open(reading.sha256())) {
      ReadOptions how =
          reading.wanted().options().withColumns(columns(reading)).withProgress(staging::reached);
      ReadSummary summary = CitationReader.read(file, how, staging);
      Progress all = staging.finish();
      if (all.records() == 0) {
        service.foundNothing(reading, summary);
      } else {
        service.ready(reading, summary, staging.guess().of(summary.format(), reading.fileName()));
      }
    }
  }

  /** What was said of the columns: of this file, or else of an earlier one with the same header. */
  private ColumnMapping columns(Reading reading) throws IOException {
    ColumnMapping said = reading.wanted().columns();
    if (!said.isNone() || reading.staged() > 0 || !service.remembersColumns(reading)) {
      return said;
    }
    try (InputStream file = files.open(reading.sha256())) {
      Optional<TableColumns> columns = CitationReader.columns(file, reading.wanted().options());
      return columns.isEmpty() || !columns.get().named()
          ? said
          : service.recallColumns(reading, columns.get().mapping().header());
    }
  }

  private void fail(Reading reading, String problem, String about) {
    try {
      service.failed(reading, problem, about);
    } catch (Reading.Superseded e) {
      LOG.debugf("Reading %d of import %s gave way", reading.number(), reading.importId());
    } catch (RuntimeException e) {
      // The database is away: the import stays as it is and is taken up at the next start.
      LOG.errorf(e, "Import %s could not be marked as failed", reading.importId());
    }
  }

  private void commitNow(UUID reviewId, UUID importId) {
    try {
      service.commit(reviewId, importId);
    } catch (RuntimeException e) {
      if (!stopping) {
        String errorId = UUID.randomUUID().toString();
        LOG.errorf(e, "Error %s while committing import %s", errorId, importId);
        service.commitFailed(reviewId, importId, "commit-broke-off", errorId);
      }
    }
  }
}
