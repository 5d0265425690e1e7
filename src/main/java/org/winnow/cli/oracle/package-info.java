/**
 * Runs the statistics over reference cases that other programs computed. Reads their folder layout
 * and the calls that were evaluated; everything is computed by the library.
 */
@NullMarked
package org.winnow.cli.oracle;

import org.jspecify.annotations.NullMarked;
