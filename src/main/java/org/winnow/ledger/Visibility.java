package org.winnow.ledger;

/** Who may read an event before votes are revealed. */
public enum Visibility {
  /** Every member. */
  TEAM,
  /** The actor, and members who are not blinded. */
  ACTOR,
  /** Only members who are not blinded. */
  UNBLINDED
}
