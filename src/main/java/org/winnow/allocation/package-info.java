/** Room: who is to vote on what: pairs, quotas, parts of the records, and shares handed over. */
@NullMarked
package org.winnow.allocation;

import org.jspecify.annotations.NullMarked;
