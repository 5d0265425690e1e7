/** Room: people, how they sign in, and their roles in a review. */
@NullMarked
package org.winnow.team;

import org.jspecify.annotations.NullMarked;
