/**
 * Library: figures, laid out once from values and written as SVG, PDF and PNG. Plain Java; needs no
 * fonts of the system, only those on its class path.
 */
@NullMarked
package org.winnow.figure;

import org.jspecify.annotations.NullMarked;
