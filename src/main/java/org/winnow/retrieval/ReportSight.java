package org.winnow.retrieval;

import java.util.UUID;
import org.winnow.team.CurrentAccount;

/** Who may know that there is a report. The room that decides it implements it. */
public interface ReportSight {
  /**
   * Whether a member may know of a report, if there is one. That there is one tells that its record
   * passed, which is what others voted.
   */
  boolean knows(UUID reviewId, int report, CurrentAccount member);
}
