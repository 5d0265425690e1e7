/**
 * Platform: technique without any word of the domain. Knows HTTP, files, the clock, the database.
 */
@NullMarked
package org.winnow.platform;

import org.jspecify.annotations.NullMarked;
