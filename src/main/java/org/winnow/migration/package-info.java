/** Room: decisions that exports of other screening tools bring along, and what becomes of them. */
@NullMarked
package org.winnow.migration;

import org.jspecify.annotations.NullMarked;
