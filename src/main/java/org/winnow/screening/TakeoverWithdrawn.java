package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/** All votes of a takeover were taken back; those that people cast here stay. */
@EventType(value = "takeover-withdrawn", visibility = Visibility.UNBLINDED)
public record TakeoverWithdrawn(UUID takeover) implements LedgerEvent {}
