package org.winnow.flow;

import java.util.List;
import java.util.Map;
import org.winnow.figure.Wording;

/**
 * What the checker says of a published flow, as the API and the command line give it.
 *
 * @param problems numbers that could not be read
 */
public record FlowCheck(
    boolean holds,
    List<PublishedFlow.Checked> identities,
    Map<String, Integer> missing,
    Wording authorQuery,
    List<String> problems) {

  public static FlowCheck of(Prisma2020Csv.Contents contents) {
    PublishedFlow.Answer answer = new PublishedFlow(contents.boxes(), contents.details()).check();
    return new FlowCheck(
        answer.holds(),
        answer.identities(),
        answer.missingByName(),
        answer.authorQuery(),
        contents.problems().stream().map(Prisma2020Csv.Problem::message).toList());
  }
}
