/** Room: the ledger as people read it, and the proof that it holds. */
@NullMarked
package org.winnow.audit;

import org.jspecify.annotations.NullMarked;
