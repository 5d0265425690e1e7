package org.winnow.flow;

import org.winnow.record.SourceKind;

/**
 * What one source claims, counted apart from its records, so that the two can be compared.
 *
 * @param committed the records that its committed imports were said to hold, less withdrawn imports
 */
public record SourceTally(String sourceId, SourceKind kind, String name, int committed) {}
