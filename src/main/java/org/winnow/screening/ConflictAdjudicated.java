package org.winnow.screening;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** A conflict was settled; the votes stay what they are. */
@EventType(value = "conflict-adjudicated", visibility = Visibility.UNBLINDED)
public record ConflictAdjudicated(
    UUID adjudication, Stage stage, int item, Verdict verdict, List<UUID> reasons, String comment)
    implements LedgerEvent {}
