/** Room: what a member finds to do, in a review and in all of them. Reads every room above it. */
@NullMarked
package org.winnow.overview;

import org.jspecify.annotations.NullMarked;
