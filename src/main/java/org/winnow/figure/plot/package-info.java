/**
 * Library: the plots of a meta-analysis as scenes: forest and funnel. They are given texts and
 * numbers as they are to be shown and compute nothing of the studies.
 */
@NullMarked
package org.winnow.figure.plot;

import org.jspecify.annotations.NullMarked;
