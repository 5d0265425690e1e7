/** Room: where records come from: sources, and the import of the files that searches gave. */
@NullMarked
package org.winnow.identification;

import org.jspecify.annotations.NullMarked;
