/** The ledger: every change of a review, in order, hash-chained. No word of the domain. */
@NullMarked
package org.winnow.ledger;

import org.jspecify.annotations.NullMarked;
