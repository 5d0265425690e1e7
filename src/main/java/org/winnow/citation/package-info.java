/** Library: what a citation is, whatever format it came in. Plain Java, no framework. */
@NullMarked
package org.winnow.citation;

import org.jspecify.annotations.NullMarked;
