/** Library: which citations describe the same entry, and why. Plain Java, no framework. */
@NullMarked
package org.winnow.citation.match;

import org.jspecify.annotations.NullMarked;
