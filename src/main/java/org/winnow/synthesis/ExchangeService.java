package org.winnow.synthesis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.winnow.analysis.exchange.ReviewFile;
import org.winnow.analysis.exchange.UnreadableReview;
import org.winnow.figure.FigureLanguage;
import org.winnow.ledger.Ledger;
import org.winnow.platform.FileStore;
import org.winnow.platform.FileStore.StoredFile;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;

/** Takes in the analyses of other programs' files. */
@ApplicationScoped
class ExchangeService {
  private final Sql sql;
  private final Ledger ledger;
  private final FileStore files;
  private final Syntheses syntheses;
  private final SynthesisService service;
  private final Clock clock;

  ExchangeService(
      Sql sql,
      Ledger ledger,
      FileStore files,
      Syntheses syntheses,
      SynthesisService service,
      Clock clock) {
    this.sql = sql;
    this.ledger = ledger;
    this.files = files;
    this.syntheses = syntheses;
    this.service = service;
    this.clock = clock;
  }

  /** A file that was uploaded. */
  record Upload(String fileName, String file, boolean committed) {}

  Optional<Upload> find(UUID reviewId, UUID id) {
    return sql.one(
        "SELECT file_name, file, committed FROM synthesis_import WHERE review_id = ? AND id = ?",
        row -> new Upload(row.getString(1), row.getString(2), row.getBoolean(3)),
        reviewId,
        id);
  }

  /**
   * Keeps a file and reads it; the same import again is read again.
   *
   * @throws RuleViolation {@code analyses-unreadable} when it is none that is known; nothing is
   *     kept of it
   */
  @Transactional
  ReviewFile.Found receive(
      UUID reviewId,
      UUID by,
      UUID id,
      String fileName,
      StoredFile stored,
      FigureLanguage language) {
    ledger.lock(reviewId);
    Optional<Upload> known = find(reviewId, id);
    ReviewFile.Found found = read(known.map(Upload::file).orElse(stored.sha256()), language);
    if (known.isEmpty()) {
      sql.update(
          "INSERT INTO synthesis_import (review_id, id, file_name, file, uploaded_by, uploaded_at,"
              + " committed) VALUES (?, ?, ?, ?, ?, ?, false)",
          reviewId,
          id,
          fileName,
          stored.sha256(),
          by,
          clock.instant());
    }
    return found;
  }

  /** Adds what the file has; again, it changes nothing. */
  @Transactional
  void commit(UUID reviewId, UUID by, UUID id) {
    ledger.lock(reviewId);
    Upload upload = find(reviewId, id).orElseThrow(RuleViolation::notFound);
    if (upload.committed()) {
      return;
    }
    int place =
        syntheses.comparisons(reviewId).stream()
            .mapToInt(comparison -> comparison.content().position() + 1)
            .max()
            .orElse(1);
    ImportedAnalyses added =
        ImportedAnalyses.of(
            read(upload.file(), FigureLanguage.ENGLISH).reading().review(), id, place);
    service.add(reviewId, by, id, upload, added);
    sql.update(
        "UPDATE synthesis_import SET committed = true WHERE review_id = ? AND id = ?",
        reviewId,
        id);
  }

  private ReviewFile.Found read(String file, FigureLanguage language) {
    try (InputStream content = files.open(file)) {
      return ReviewFile.read(content);
    } catch (UnreadableReview e) {
      throw RuleViolation.invalid("analyses-unreadable", e.words().in(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
