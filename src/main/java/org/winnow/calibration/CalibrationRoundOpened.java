package org.winnow.calibration;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

/**
 * A lead asked for votes on a sample. Which of the records the lead chose is not said: why they did
 * may be something that voters must not know.
 *
 * @param items in the order in which they are shown
 */
@EventType("calibration-round-opened")
public record CalibrationRoundOpened(UUID round, int seed, int protocolVersion, List<Integer> items)
    implements LedgerEvent {}
