package org.winnow.flow;

import java.util.List;
import org.winnow.ledger.LedgerHead;

/**
 * The flow of a review at one moment.
 *
 * @param head the end of the ledger that it was counted from
 * @param closed whether both stages are closed, so that nothing will change any more
 */
public record Flow(
    FlowSets sets,
    FlowBoxes boxes,
    FlowDetails details,
    List<Identity> identities,
    LedgerHead head,
    boolean closed) {

  /** Whether the numbers may be printed as the review's last word. */
  public boolean isFinal() {
    return closed && sets.pending().isNothing() && identities.stream().allMatch(Identity::holds);
  }
}
