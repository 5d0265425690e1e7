package org.winnow.record;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A person judged all doubtful pairs of one rule at once to be one entry each. Each is split again
 * by itself, as any other.
 *
 * @param rule the rule that had left it to a person
 * @param count how many pairs were joined
 * @param content SHA-256 of the list of joins, as in {@link DuplicatesFound}; their rule is {@link
 *     Join#accepted}
 */
@EventType("doubts-accepted")
public record DoubtsAccepted(UUID acceptance, String rule, int count, String content)
    implements LedgerEvent {}
