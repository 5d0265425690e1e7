/**
 * Library: meta-analysis of study results. Effect measures, pooling, heterogeneity, subgroups,
 * meta-regression, small-study effects and sensitivity analyses, computed on the analysis scale
 * (natural logarithm for ratios). Plain Java; no value that is not defined leaves it as a NaN.
 */
@NullMarked
package org.winnow.metaanalysis;

import org.jspecify.annotations.NullMarked;
