package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** All who voted are asked to vote anew; their votes until then stay in the history. */
@EventType(value = "conflict-returned", visibility = Visibility.UNBLINDED)
public record ConflictReturned(UUID id, Stage stage, int item, String comment)
    implements LedgerEvent {}
