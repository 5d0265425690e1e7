/** Room: reports, and whether their documents could be had. */
@NullMarked
package org.winnow.retrieval;

import org.jspecify.annotations.NullMarked;
