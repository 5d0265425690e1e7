/** Room: what members note on records for themselves, and how they sort them by tags. */
@NullMarked
package org.winnow.annotation;

import org.jspecify.annotations.NullMarked;
