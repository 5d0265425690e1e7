package org.winnow.calibration;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.screening.Verdict;

/** What a reviewer says of a sampled record, in place of what they said before. */
@EventType(value = "calibration-vote-cast", visibility = Visibility.ACTOR)
public record CalibrationVoteCast(UUID round, int item, Verdict verdict, List<UUID> reasons)
    implements LedgerEvent {}
