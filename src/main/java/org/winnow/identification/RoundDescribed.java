package org.winnow.identification;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A round of searching was opened, or is called otherwise now.
 *
 * @param number its place in the review; the first round is 1 and needs no event
 * @param begunOn date as the reviewers give it, ISO 8601 where they know the day
 */
@EventType("round-described")
record RoundDescribed(UUID round, int number, String name, String begunOn) implements LedgerEvent {}
