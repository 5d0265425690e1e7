/** Room: a review, its protocol and its stages. */
@NullMarked
package org.winnow.review;

import org.jspecify.annotations.NullMarked;
