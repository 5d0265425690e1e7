/** Room: studies, and which reports tell of them. */
@NullMarked
package org.winnow.study;

import org.jspecify.annotations.NullMarked;
