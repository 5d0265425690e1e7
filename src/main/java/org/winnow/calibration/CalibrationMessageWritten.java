package org.winnow.calibration;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/** Somebody wrote to the others about a record of a revealed round. */
@EventType("calibration-message-written")
public record CalibrationMessageWritten(UUID message, UUID round, int item, String text)
    implements LedgerEvent {}
