/** Room: the records of a review, which of them describe one entry, and what was said of that. */
@NullMarked
package org.winnow.record;

import org.jspecify.annotations.NullMarked;
