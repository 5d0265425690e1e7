package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** Somebody wrote to the others about a conflict. */
@EventType(value = "conflict-message-written", visibility = Visibility.ACTOR)
public record ConflictMessageWritten(UUID message, Stage stage, int item, String text)
    implements LedgerEvent {}
