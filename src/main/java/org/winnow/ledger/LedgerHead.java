package org.winnow.ledger;

/**
 * The end of a review's chain: the last sequence, and the hash (hexadecimal) that proves all
 * before.
 */
public record LedgerHead(long sequence, String hash) {}
