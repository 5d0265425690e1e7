package org.winnow.citation.format;

/**
 * What was found in a file.
 *
 * @param format name of its format; several, in a container, joined with {@code ", "}
 * @param charset name of its charset
 * @param records records handed to the sink
 * @param problems problems handed to the sink
 * @param bytes bytes read from the stream
 */
public record ReadSummary(String format, String charset, int records, int problems, long bytes) {}
