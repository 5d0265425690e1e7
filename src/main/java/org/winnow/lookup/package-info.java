/** Room: finding records by their words. A Lucene index per review, built from the ledger on. */
@NullMarked
package org.winnow.lookup;

import org.jspecify.annotations.NullMarked;
