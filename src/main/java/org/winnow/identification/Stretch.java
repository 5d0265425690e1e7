package org.winnow.identification;

import java.util.List;
import org.winnow.citation.Citation;
import org.winnow.citation.format.ParseProblem;

/**
 * What one transaction of a reading writes.
 *
 * @param position place of the first citation in the file, from 1
 * @param place place of the first problem among all of the file, from 1
 * @param progress where the reading stands at the end of the stretch
 */
record Stretch(
    int position,
    List<Citation> citations,
    int place,
    List<ParseProblem> problems,
    Progress progress) {}
