package org.winnow.record;

import java.util.Map;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * Records were joined by rules, without a person.
 *
 * @param run names this run
 * @param byRule how many records each rule joined
 * @param content SHA-256 of the list of joins, which is kept: one line each, {@code duplicate
 *     representative rule}
 */
@EventType("duplicates-found")
public record DuplicatesFound(UUID run, int count, Map<String, Integer> byRule, String content)
    implements LedgerEvent {}
