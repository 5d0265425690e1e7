package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

@EventType(value = "adjudication-withdrawn", visibility = Visibility.UNBLINDED)
public record AdjudicationWithdrawn(UUID adjudication) implements LedgerEvent {}
