package org.winnow.team;

import java.util.UUID;

/** Fired inside the transaction after a member left a review, or is no longer its reviewer. */
public record MemberRemoved(UUID reviewId, UUID account) {}
