package org.winnow.screening;

import java.util.Map;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;
import org.winnow.review.Stage;

/**
 * A lead took the decisions of another tool's export over as votes.
 *
 * @param importId the import that the file came in by
 * @param file name of that file in the file store
 * @param votes how many votes that made
 * @param content name of the kept list of them
 * @param notCarried how many decisions could not become votes
 * @param notCarriedContent name of the kept list of those, with the reasons why
 */
@EventType(value = "votes-taken-over", visibility = Visibility.UNBLINDED)
public record VotesTakenOver(
    UUID takeover,
    UUID importId,
    String file,
    Stage stage,
    Mapping mapping,
    int protocolVersion,
    int votes,
    String content,
    int notCarried,
    String notCarriedContent)
    implements LedgerEvent {

  /**
   * What the lead said the other tool's words mean; what is not in it was not taken over.
   *
   * @param people accounts by the person's name there
   * @param verdicts verdicts by the tool's words
   * @param reasons the protocol's reasons by the tool's words
   */
  public record Mapping(
      Map<String, UUID> people, Map<String, Verdict> verdicts, Map<String, UUID> reasons) {}
}
