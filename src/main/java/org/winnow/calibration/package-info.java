/** Room: rounds in which reviewers vote for practice, to see how alike they read the criteria. */
@NullMarked
package org.winnow.calibration;

import org.jspecify.annotations.NullMarked;
