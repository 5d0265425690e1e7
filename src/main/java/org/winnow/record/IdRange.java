package org.winnow.record;

/** Record numbers from first to last, both included. */
public record IdRange(int first, int last) {}
