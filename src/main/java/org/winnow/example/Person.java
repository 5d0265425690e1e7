package org.winnow.example;

import java.util.List;
import java.util.UUID;

/** Somebody of the example's team. */
enum Person {
  LEA("lea", "Lea Lindqvist", List.of("lead")),
  ANN("ann", "Ann Costa", List.of("reviewer")),
  BOB("bob", "Bob Wang 王博", List.of("reviewer")),
  EVE("eve", "Eve Okafor", List.of("adjudicator")),
  OLE("ole", "Ole Hansen", List.of("observer"));

  /** Published, so the demo listens on the loopback address only. */
  static final String PASSWORD = "winnow-example";

  final String login;
  final String displayName;
  final List<String> roles;

  Person(String login, String displayName, List<String> roles) {
    this.login = login;
    this.displayName = displayName;
    this.roles = roles;
  }

  UUID id() {
    return new UUID(0x57494E4E4F570000L, ordinal() + 1L);
  }
}
