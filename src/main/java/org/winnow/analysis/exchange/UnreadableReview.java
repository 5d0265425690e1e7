package org.winnow.analysis.exchange;

import java.io.IOException;
import org.winnow.figure.Wording;

/** A file that cannot be read as a review at all; the message is for people. */
public final class UnreadableReview extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Wording words;

  UnreadableReview(String en, String zh) {
    super(en);
    words = new Wording(en, zh);
  }

  /** The message in both languages. */
  public Wording words() {
    return words;
  }
}
