package org.winnow.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of source that PRISMA 2020 counts apart. */
public enum SourceKind {
  DATABASE,
  REGISTER,
  WEBSITE,
  ORGANISATION,
  CITATION_SEARCHING,
  OTHER;

  /** Whether PRISMA counts it in the arm of databases and registers, where records are screened. */
  public boolean inDatabaseArm() {
    return this == DATABASE || this == REGISTER;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static SourceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
