package org.winnow.screening;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/** All standing votes of a reviewer in a stage no longer count; others are asked in their place. */
@EventType(value = "votes-voided", visibility = Visibility.ACTOR)
public record VotesVoided(Stage stage, UUID reviewer, String reason) implements LedgerEvent {}
