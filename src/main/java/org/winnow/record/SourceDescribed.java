package org.winnow.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * What is known of a search: what was searched, where, when and how.
 *
 * @param searchedOn date of the search as the reviewers give it, ISO 8601 where they know the day
 * @param hitsReported how many hits the database itself reported
 */
@EventType("source-described")
public record SourceDescribed(
    UUID source,
    SourceKind kind,
    String name,
    String platform,
    String searchedOn,
    String query,
    String limits,
    @Nullable Integer hitsReported)
    implements LedgerEvent {}
