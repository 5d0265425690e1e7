package org.winnow.team;

import java.util.UUID;

/** Somebody who can sign in. */
record Account(
    UUID id,
    String name,
    String displayName,
    String language,
    boolean administrator,
    boolean disabled) {}
