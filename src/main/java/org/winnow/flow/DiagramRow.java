package org.winnow.flow;

/** Two boxes at one height: the main one, and to its right what leaves there. */
record DiagramRow(DiagramCell main, DiagramCell side) {
  static final DiagramRow EMPTY = new DiagramRow(DiagramCell.NONE, DiagramCell.NONE);
}
