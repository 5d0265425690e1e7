/** Room: which records describe one entry, found by rules and judged by people. */
@NullMarked
package org.winnow.deduplication;

import org.jspecify.annotations.NullMarked;
