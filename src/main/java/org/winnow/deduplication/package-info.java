/** Room: which records are one entry: found by rules, joined and parted by people. */
@NullMarked
package org.winnow.deduplication;

import org.jspecify.annotations.NullMarked;
