/** Room: comparisons, outcomes and the syntheses of their studies' data. */
@NullMarked
package org.winnow.synthesis;

import org.jspecify.annotations.NullMarked;
