package org.winnow.flow;

import org.winnow.figure.Wording;

/**
 * One equation between the numbers of a flow, evaluated.
 *
 * @param id as in the list of identities, {@code I0} to {@code I15}
 * @param difference the right side less the left side; zero when it holds. Where the two sides are
 *     equally large but not the same set, the number of ids that are out of place
 * @param formula the equation with the numbers in place
 */
public record Identity(String id, boolean holds, int difference, String formula, Wording label) {}
