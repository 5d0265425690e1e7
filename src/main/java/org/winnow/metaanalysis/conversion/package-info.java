/**
 * Library part: data preparation. What papers print is turned into what an analysis needs, by
 * formulas that have a name, so that a reader can see where a number comes from.
 */
@NullMarked
package org.winnow.metaanalysis.conversion;

import org.jspecify.annotations.NullMarked;
