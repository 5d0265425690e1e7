package org.winnow.review;

import java.util.UUID;

/** Fired inside the transaction after an amendment changed how a review screens. */
public record PolicyChanged(UUID reviewId) {}
