/**
 * Room: the PRISMA flow of a review, counted from sets of ids. What counts, checks and draws is
 * plain Java and serves the command line too.
 */
@NullMarked
package org.winnow.flow;

import org.jspecify.annotations.NullMarked;
