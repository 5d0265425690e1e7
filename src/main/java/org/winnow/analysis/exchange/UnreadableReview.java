package org.winnow.analysis.exchange;

import java.io.IOException;

/** A file that cannot be read as a review at all; the message is for people. */
public final class UnreadableReview extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableReview(String message) {
    super(message);
  }
}
