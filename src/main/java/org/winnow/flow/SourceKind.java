package org.winnow.flow;

/**
 * Where records come from. Databases and registers form one arm of the diagram, the rest another.
 */
public enum SourceKind {
  DATABASE,
  REGISTER,
  WEBSITE,
  ORGANISATION,
  CITATION_SEARCHING,
  OTHER;

  /** Whether records of this kind are screened in the arm of databases and registers. */
  boolean inDatabaseArm() {
    return this == DATABASE || this == REGISTER;
  }
}
