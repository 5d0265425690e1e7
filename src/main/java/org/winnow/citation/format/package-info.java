/**
 * Library: readers and writers of citation files. Plain Java, no I/O beyond the stream handed in.
 */
@NullMarked
package org.winnow.citation.format;

import org.jspecify.annotations.NullMarked;
