package org.winnow.citation.format;

/**
 * A record that could not be read.
 *
 * @param line line of the file at which it starts, from 1
 * @param code stable name of the reason, e.g. {@code no-title}; texts for people are kept by it
 * @param message the reason in English
 * @param raw the lines concerned, unchanged, at most 20,000 characters; of a table, the header and
 *     the row
 */
public record ParseProblem(int line, String code, String message, String raw) {}
