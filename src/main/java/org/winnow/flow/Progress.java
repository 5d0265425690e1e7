package org.winnow.flow;

/** How far a review is when its diagram is drawn. */
public sealed interface Progress {
  /** Every stage is closed; the numbers are those to publish. */
  record Complete() implements Progress {}

  /** Work goes on: what waits is printed as a term of its own, under a watermark. */
  record Interim(FlowSets.Pending pending) implements Progress {}
}
