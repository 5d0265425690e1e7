package org.winnow.identification;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.winnow.citation.Citation;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.Formats;
import org.winnow.citation.format.ReadOptions;
import org.winnow.citation.format.ReadSummary;
import org.winnow.citation.format.TableField;
import org.winnow.deduplication.Deduplication;
import org.winnow.deduplication.Deduplication.Search;
import org.winnow.identification.ImportBatch.Manner;
import org.winnow.identification.Quarantine.Entry;
import org.winnow.identification.Quarantine.Repair;
import org.winnow.ledger.Ledger;
import org.winnow.platform.FileStore.StoredFile;
import org.winnow.platform.RuleViolation;
import org.winnow.record.DuplicatesFound;
import org.winnow.record.RecordRepaired;
import org.winnow.record.Records;
import org.winnow.record.Records.Incoming;
import org.winnow.record.Sources;

/**
 * The way of a file into a review: queued, reading, ready, committed; or failed, discarded,
 * withdrawn. Nothing of it counts before the commit.
 */
@ApplicationScoped
class ImportService {
  /** A million records on a busy machine take some minutes; nobody waits for them. */
  private static final int COMMIT_SECONDS = 6 * 3600;

  private final ImportRepository imports;
  private final Quarantine quarantine;
  private final Records records;
  private final Sources sources;
  private final Deduplication deduplication;
  private final ColumnMemory columns;
  private final Ledger ledger;
  private final Clock clock;

  ImportService(
      ImportRepository imports,
      Quarantine quarantine,
      Records records,
      Sources sources,
      Deduplication deduplication,
      ColumnMemory columns,
      Ledger ledger,
      Clock clock) {
    this.imports = imports;
    this.quarantine = quarantine;
    this.records = records;
    this.sources = sources;
    this.deduplication = deduplication;
    this.columns = columns;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Transactional
  Optional<ImportBatch> find(UUID reviewId, UUID importId) {
    return imports.find(reviewId, importId);
  }

  /** Takes up a stored file; the same id again is the same import. */
  @Transactional
  ImportBatch receive(UUID reviewId, UUID by, UUID importId, String fileName, StoredFile file) {
    imports.insert(
        reviewId,
        importId,
        Quarantine.storable(fileName),
        file.size(),
        file.sha256(),
        by,
        clock.instant());
    return imports.find(reviewId, importId).orElseThrow();
  }

  /** Imports that were under way when the server stopped. */
  @Transactional
  List<ImportBatch> unfinished() {
    return imports.unfinished();
  }

  /** Begins to read, or goes on after a crash; empty when there is nothing to read any more. */
  @Transactional
  Optional<Reading> begin(UUID reviewId, UUID importId) {
    return imports
        .hold(reviewId, importId)
        .filter(
            batch -> batch.state() == ImportState.QUEUED || batch.state() == ImportState.READING)
        .map(
            batch ->
                new Reading(
                    reviewId,
                    importId,
                    imports.begin(reviewId, importId),
                    batch.sha256(),
                    batch.fileName(),
                    batch.wanted(),
                    imports.staged(reviewId, importId)));
  }

  @Transactional
  boolean remembersColumns(Reading reading) {
    return !columns.isEmpty(reading.reviewId());
  }

  /** What was said of a table with that header before; settled for this import from now on. */
  @Transactional
  ColumnMapping recallColumns(Reading reading, List<String> header) {
    hold(reading);
    ColumnMapping known = columns.recall(reading.reviewId(), header).orElse(ColumnMapping.NONE);
    imports.settleColumns(reading, known);
    return known;
  }

  /**
   * Writes what was read.
   *
   * @throws Reading.Superseded when this reading is not the last one any more
   */
  @Transactional
  void keep(Reading reading, Stretch stretch) {
    hold(reading);
    if (!stretch.citations().isEmpty()) {
      stage(reading.reviewId(), reading.importId(), stretch.position(), stretch.citations());
    }
    quarantine.add(reading.reviewId(), reading.importId(), stretch.place(), stretch.problems());
    imports.progress(reading.reviewId(), reading.importId(), stretch.progress());
  }

  private void stage(UUID reviewId, UUID importId, int position, List<Citation> citations) {
    int first = records.stage(reviewId, importId, position, citations);
    deduplication.prepare(reviewId, importId, first, citations);
  }

  private void discardStaged(UUID reviewId, UUID importId) {
    records.discardStaged(reviewId, importId);
    deduplication.forget(reviewId, importId);
  }

  @Transactional
  void ready(Reading reading, ReadSummary summary, String database) {
    hold(reading);
    imports.ready(reading, summary, database);
  }

  /** Nothing of the file can be used; what was written of it is taken back. */
  @Transactional
  void failed(Reading reading, String problem, String about) {
    hold(reading);
    discardStaged(reading.reviewId(), reading.importId());
    imports.failed(reading, problem, about);
  }

  @Transactional
  void foundNothing(Reading reading, ReadSummary summary) {
    hold(reading);
    imports.foundNothing(reading, summary);
  }

  private void hold(Reading reading) {
    if (!imports.holds(reading)) {
      throw new Reading.Superseded();
    }
  }

  /** Has the file read once more, in the way that a person says; the same way changes nothing. */
  @Transactional
  ImportBatch readAgain(UUID reviewId, UUID importId, Manner wanted) {
    ImportBatch batch = open(reviewId, importId);
    if (batch.wanted().equals(checked(wanted)) && batch.state() != ImportState.FAILED) {
      return batch;
    }
    if (!wanted.columns().isNone()) {
      columns.remember(reviewId, wanted.columns());
    }
    discardStaged(reviewId, importId);
    quarantine.clear(reviewId, importId);
    imports.queue(reviewId, importId, wanted);
    return imports.find(reviewId, importId).orElseThrow();
  }

  private static Manner checked(Manner wanted) {
    if (!wanted.format().equalsIgnoreCase(ReadOptions.AUTO)
        && Formats.named(wanted.format()).isEmpty()) {
      throw RuleViolation.invalid("unknown-format-name", wanted.format());
    }
    if (!wanted.findsCharset() && !isCharset(wanted.charset())) {
      throw RuleViolation.invalid("unknown-charset", wanted.charset());
    }
    if (!wanted.columns().isNone() && !wanted.columns().fields().contains(TableField.TITLE)) {
      throw RuleViolation.invalid("title-column-needed");
    }
    return wanted;
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The import whose quarantined record may be corrected.
   *
   * @throws RuleViolation when it is too early or too late for that, or it was none
   */
  @Transactional
  ImportBatch toRepair(UUID reviewId, UUID importId, int place) {
    ImportBatch batch = held(reviewId, importId);
    switch (batch.state()) {
      case COMMITTING -> throw new RuleViolation("repair-while-committing");
      case WITHDRAWN -> throw new RuleViolation("repair-withdrawn");
      case COMMITTED -> {}
      case DISCARDED -> throw new RuleViolation("import-discarded");
      case QUEUED, READING, READY, FAILED -> {
        if (!batch.takesRepairs()) {
          throw new RuleViolation("import-not-ready");
        }
      }
    }
    if (!entry(reviewId, importId, place).isRecord()) {
      throw RuleViolation.invalid("not-repairable");
    }
    return batch;
  }

  /**
   * Takes a corrected record up among those of its file; the same text again changes nothing. When
   * the file's records are in the review already, this one comes in as well, and its duplicates are
   * looked for.
   */
  @Transactional
  ImportBatch repair(UUID reviewId, UUID by, UUID importId, int place, Citation corrected) {
    ImportBatch batch = toRepair(reviewId, importId, place);
    Entry entry = entry(reviewId, importId, place);
    Repair repair = entry.repair();
    String text = Quarantine.storable(corrected.raw());
    if (repair != null && !repair.text().equals(text)) {
      throw new RuleViolation("already-repaired");
    }
    if (repair == null) {
      int position = imports.staged(reviewId, importId) + 1;
      stage(reviewId, importId, position, List.of(corrected.from(entry.problem().line(), text)));
      UUID sourceId = batch.sourceId();
      if (batch.state() == ImportState.COMMITTED && sourceId != null) {
        imports.joinedLater(
            reviewId,
            importId,
            comeIn(reviewId, by, records.prepare(reviewId, importId, sourceId, place, position)));
      }
      quarantine.repair(reviewId, importId, place, new Repair(text, by, clock.instant()));
      imports.repaired(reviewId, importId, batch.progress().repaired(corrected));
    }
    return imports.find(reviewId, importId).orElseThrow();
  }

  /**
   * Lets a corrected record in as {@link #commit} does a file's; returns how many duplicates it
   * made.
   */
  private int comeIn(UUID reviewId, UUID by, RecordRepaired repaired) {
    return comeIn(
        reviewId,
        by,
        UUID.randomUUID(),
        deduplication.read(reviewId, repaired.record()).search(),
        () -> deduplication.read(reviewId, repaired.record()).search(),
        () -> records.add(reviewId, by, repaired));
  }

  /**
   * Lets prepared records in and joins what was found of them. All but the last moment keeps nobody
   * waiting, however many they are.
   *
   * @param again searches anew, if the review's records were changed since the first search began
   */
  private int comeIn(
      UUID reviewId, UUID by, UUID run, Search first, Supplier<Search> again, Runnable add) {
    // Asked before the lock too, so that another import that came in meanwhile stops no votes.
    Search search = deduplication.isCurrent(reviewId, first) ? first : again.get();
    Optional<DuplicatesFound> joins = deduplication.write(reviewId, run, search);
    // Votes wait from here to the end.
    ledger.lock(reviewId);
    if (!deduplication.isCurrent(reviewId, search)) {
      deduplication.takeBack(reviewId, search);
      search = again.get();
      joins = deduplication.write(reviewId, run, search);
    }
    add.run();
    joins.ifPresent(found -> deduplication.join(reviewId, by, found));
    return joins.map(DuplicatesFound::count).orElse(0);
  }

  private Entry entry(UUID reviewId, UUID importId, int place) {
    return quarantine.find(reviewId, importId, place).orElseThrow(RuleViolation::notFound);
  }

  /** Gives an import up before its commit; what reads it stops at its next stretch. */
  @Transactional
  void discard(UUID reviewId, UUID importId) {
    ImportBatch batch = held(reviewId, importId);
    if (batch.state() == ImportState.DISCARDED) {
      return;
    }
    open(reviewId, importId);
    discardStaged(reviewId, importId);
    quarantine.clear(reviewId, importId);
    imports.discard(reviewId, importId);
  }

  /** Decides that an import's records come into the review; {@link #commit} carries it out. */
  @Transactional
  ImportBatch decideCommit(UUID reviewId, UUID by, UUID importId, UUID sourceId) {
    ImportBatch batch = held(reviewId, importId);
    boolean decided =
        batch.state() == ImportState.COMMITTING || batch.state() == ImportState.COMMITTED;
    if (decided && sourceId.equals(batch.sourceId())) {
      return batch;
    }
    if (decided || batch.state() == ImportState.WITHDRAWN) {
      throw new RuleViolation("already-committed");
    }
    if (batch.state() != ImportState.READY) {
      throw new RuleViolation("import-not-ready");
    }
    if (sources.find(reviewId, sourceId).isEmpty()) {
      throw RuleViolation.invalid("unknown-source");
    }
    imports.committing(reviewId, importId, sourceId, by);
    return imports.find(reviewId, importId).orElseThrow();
  }

  /** Lets the records in and joins the duplicates that the rules are sure of, all or nothing. */
  @Transactional
  @TransactionConfiguration(timeout = COMMIT_SECONDS)
  void commit(UUID reviewId, UUID importId) {
    ImportBatch batch = held(reviewId, importId);
    UUID sourceId = batch.sourceId();
    UUID by = batch.committedBy();
    if (batch.state() != ImportState.COMMITTING || sourceId == null || by == null) {
      return;
    }
    CompletableFuture<Search> searching =
        CompletableFuture.supplyAsync(deduplication.read(reviewId, importId)::search);
    Incoming incoming = records.prepare(reviewId, importId, sourceId, batch.sha256());
    int duplicates =
        comeIn(
            reviewId,
            by,
            importId,
            searching.join(),
            () -> deduplication.read(reviewId, importId).search(),
            () -> records.add(reviewId, by, incoming));
    imports.committed(reviewId, importId, clock.instant(), duplicates);
  }

  @Transactional
  void commitFailed(UUID reviewId, UUID importId, String problem, String about) {
    imports.notCommitted(reviewId, importId, problem, about);
  }

  /** Takes a committed import out of the review; votes on its records stay readable. */
  @Transactional
  @TransactionConfiguration(timeout = COMMIT_SECONDS)
  ImportBatch withdraw(UUID reviewId, UUID by, UUID importId, String reason) {
    ImportBatch batch = held(reviewId, importId);
    if (batch.state() == ImportState.WITHDRAWN) {
      return batch;
    }
    if (batch.state() != ImportState.COMMITTED) {
      throw new RuleViolation("not-committed");
    }
    records.withdraw(reviewId, by, importId, reason);
    imports.withdrawn(reviewId, importId);
    return imports.find(reviewId, importId).orElseThrow();
  }

  private ImportBatch open(UUID reviewId, UUID importId) {
    ImportBatch batch = held(reviewId, importId);
    if (!batch.state().isOpen()) {
      throw new RuleViolation(
          batch.state() == ImportState.DISCARDED ? "import-discarded" : "already-committed");
    }
    return batch;
  }

  private ImportBatch held(UUID reviewId, UUID importId) {
    return imports.hold(reviewId, importId).orElseThrow(RuleViolation::notFound);
  }
}
