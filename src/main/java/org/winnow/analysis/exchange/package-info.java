/**
 * Library: the analyses of a review in the files of other programs. Readers keep what they cannot
 * carry as a list of words; writers answer with such a list.
 */
@NullMarked
package org.winnow.analysis.exchange;

import org.jspecify.annotations.NullMarked;
