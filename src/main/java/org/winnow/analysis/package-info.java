/** Library: a table of studies, pooled as its settings say, as numbers and as the figures of it. */
@NullMarked
package org.winnow.analysis;

import org.jspecify.annotations.NullMarked;
