package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** A reviewer took a vote back; their vote before it, if any, counts again. */
@EventType(value = "vote-withdrawn", visibility = Visibility.ACTOR)
public record VoteWithdrawn(UUID vote) implements LedgerEvent {}
