/** Room: tells open pages that something has changed, and never what they must not know. */
@NullMarked
package org.winnow.live;

import org.jspecify.annotations.NullMarked;
