package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.winnow.citation.Citation;
import org.winnow.citation.match.Normalised;
import org.winnow.citation.match.StoredForms;
import org.winnow.platform.Sql;
import org.winnow.record.IdRange;

/**
 * Records prepared for matching, kept beside them in blocks, so that an import reads a tenth of
 * what the records' rows hold and prepares nothing a second time.
 */
@ApplicationScoped
class MatchForms {
  private static final int BLOCKS_AT_ONCE = 20;
  private static final String USABLE = "version = " + StoredForms.VERSION;

  private final Sql sql;

  MatchForms(Sql sql) {
    this.sql = sql;
  }

  /** Prepares records that were just written with rising numbers; repeating changes nothing. */
  void keep(UUID reviewId, UUID importId, int first, List<Citation> citations) {
    List<Normalised> forms = new ArrayList<>(citations.size());
    for (Citation citation : citations) {
      forms.add(Normalised.of(first + forms.size(), citation));
    }
    sql.update(
        "INSERT INTO match_form (review_id, first_record, import_id, records, version, forms) VALUES"
            + " (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        reviewId,
        first,
        importId,
        forms.size(),
        StoredForms.VERSION,
        StoredForms.write(forms));
  }

  void forget(UUID reviewId, UUID importId) {
    sql.update("DELETE FROM match_form WHERE review_id = ? AND import_id = ?", reviewId, importId);
  }

  /** Numbers that no kept form covers, in rising order; most or all of them belong to no record. */
  List<IdRange> uncovered(UUID reviewId) {
    List<IdRange> gaps = new ArrayList<>();
    int[] next = {1};
    sql.list(
        "SELECT first_record, records FROM match_form WHERE review_id = ? AND "
            + USABLE
            + " ORDER BY first_record",
        row -> {
          if (row.getInt(1) > next[0]) {
            gaps.add(new IdRange(next[0], row.getInt(1) - 1));
          }
          next[0] = row.getInt(1) + row.getInt(2);
          return next[0];
        },
        reviewId);
    gaps.add(new IdRange(next[0], Integer.MAX_VALUE));
    return gaps;
  }

  /** Hands on the kept forms of an import's records, in rising order of number. */
  void ofImport(UUID reviewId, UUID importId, Consumer<Normalised> taker) {
    stream(
        "SELECT forms FROM match_form WHERE review_id = ? AND import_id = ? AND "
            + USABLE
            + " ORDER BY first_record",
        taker,
        reviewId,
        importId);
  }

  /** The same of all records that are in the review; an import comes in and goes as a whole. */
  void ofReview(UUID reviewId, Consumer<Normalised> taker) {
    stream(
        "SELECT forms FROM match_form f WHERE review_id = ? AND "
            + USABLE
            // A query of its own for each block: joined, all records might be gone through.
            + " AND (SELECT live FROM record r WHERE r.review_id = f.review_id AND r.id ="
            + " f.first_record) ORDER BY first_record",
        taker,
        reviewId);
  }

  private void stream(String query, Consumer<Normalised> taker, UUID... arguments) {
    StoredForms forms = new StoredForms();
    sql.work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(BLOCKS_AT_ONCE);
            for (int i = 0; i < arguments.length; i++) {
              statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                forms.read(rows.getBytes(1), taker);
              }
            }
            return 0;
          }
        });
  }
}
