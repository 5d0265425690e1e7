package org.winnow.identification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.format.ColumnMapping;
import org.winnow.citation.format.ReadOptions;

/**
 * One file on its way into a review.
 *
 * @param sha256 name of the file in the file store
 * @param reading how often the file was begun to be read
 * @param wanted how a person said that the file is to be read
 * @param format name of the format it was read in; empty until it was
 * @param charset name of the charset it was read in; empty until it was
 * @param database the database it seems to come from; empty when nothing tells
 * @param problem code of what stands against it; empty when nothing does
 * @param problemAbout what the problem's text speaks of
 * @param newDuplicates how many of its records were joined to others when it was committed
 */
record ImportBatch(
    UUID reviewId,
    UUID id,
    String fileName,
    long bytes,
    String sha256,
    ImportState state,
    int reading,
    Manner wanted,
    String format,
    String charset,
    Progress progress,
    String database,
    String problem,
    String problemAbout,
    @Nullable UUID sourceId,
    Instant createdAt,
    UUID by,
    @Nullable Instant committedAt,
    @Nullable UUID committedBy,
    @Nullable Integer newDuplicates) {

  /** The problem of a file that was read to its end without a record. */
  static final String NO_RECORDS = "no-records";

  /** Whether its file was read to the end and none of it is in the review. */
  boolean takesRepairs() {
    return state == ImportState.READY || state == ImportState.FAILED && problem.equals(NO_RECORDS);
  }

  /** The problems of a table whose columns are not known, or have no names. */
  private static final Set<String> UNKNOWN_COLUMNS = Set.of("unknown-columns", "no-column-names");

  /** What is known of the columns that its records stand in. */
  enum Columns {
    /** A person has said what they mean. */
    SAID,
    /** They were known by their names. */
    KNOWN,
    /** None of them is known as the title. */
    UNKNOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing for a file that is no table. */
  Optional<Columns> columns() {
    if (UNKNOWN_COLUMNS.contains(problem)) {
      return Optional.of(Columns.UNKNOWN);
    }
    if (Arrays.stream(format.split(", ")).noneMatch(TABLES::contains)) {
      return Optional.empty();
    }
    if (progress.records() > 0 && progress.completeness().title() == 0) {
      return Optional.of(Columns.UNKNOWN);
    }
    return Optional.of(wanted.columns().isNone() ? Columns.KNOWN : Columns.SAID);
  }

  private static final Set<String> TABLES = Set.of("csv", "xlsx");

  /**
   * How a file is to be read: a format and a charset by name, or found by its content, and what the
   * columns of a table mean.
   */
  record Manner(String format, String charset, ColumnMapping columns) {
    static final Manner FOUND = new Manner(ReadOptions.AUTO, ReadOptions.AUTO, ColumnMapping.NONE);

    Manner with(ColumnMapping mapping) {
      return new Manner(format, charset, mapping);
    }

    ReadOptions options() {
      return ReadOptions.of(format, charset).withColumns(columns);
    }

    boolean findsCharset() {
      return charset.equalsIgnoreCase(ReadOptions.AUTO);
    }
  }
}
