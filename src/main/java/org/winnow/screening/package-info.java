/** Room: votes, conflicts, adjudications, and what they amount to. */
@NullMarked
package org.winnow.screening;

import org.jspecify.annotations.NullMarked;
