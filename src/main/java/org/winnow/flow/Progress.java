package org.winnow.flow;

/** How far a review is when its diagram is drawn. */
public sealed interface Progress {
  /** Every stage is closed; the numbers are those to publish. */
  record Complete() implements Progress {}

  /**
   * Work goes on: what waits is printed as a term of its own, under a watermark.
   *
   * @param main what waits in the arm of databases and registers
   * @param other what waits in that of other methods
   */
  record Interim(FlowSets.Pending main, FlowSets.Pending other) implements Progress {}

  /** Where a review stands whose stages are not all closed. */
  static Progress interim(FlowSets sets) {
    return new Interim(sets.pendingInDatabaseArm(), sets.pendingInOtherMethods());
  }
}
