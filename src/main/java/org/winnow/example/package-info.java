/**
 * Room: the example review. Its records are invented; it is built through the API, as people would.
 */
@NullMarked
package org.winnow.example;

import org.jspecify.annotations.NullMarked;
