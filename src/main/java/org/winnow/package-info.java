/** Winnow: a systematic review from database exports to published figures. */
@NullMarked
package org.winnow;

import org.jspecify.annotations.NullMarked;
