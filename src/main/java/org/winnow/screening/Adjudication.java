package org.winnow.screening;

import java.util.List;
import java.util.UUID;

/** An adjudication that has not been withdrawn. */
record Adjudication(UUID id, Verdict verdict, List<UUID> reasons, long sequence) {}
