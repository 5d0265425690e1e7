package org.winnow.calibration;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * The votes of a round are shown to everybody: by a lead, or, without an actor, by the last vote.
 */
@EventType("calibration-round-revealed")
public record CalibrationRoundRevealed(UUID round) implements LedgerEvent {}
