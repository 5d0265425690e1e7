package org.winnow.synthesis;

/** The data or the settings allow no analysis; the fault says why. */
final class NotAnalysable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  NotAnalysable(Fault fault) {
    super(fault.code());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
