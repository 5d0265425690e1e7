package org.winnow.team;

import jakarta.enterprise.context.ApplicationScoped;

/** For those who talk to somebody for longer than a request: whether they are still signed in. */
@ApplicationScoped
public class OpenSessions {
  private final SessionService sessions;

  OpenSessions(SessionService sessions) {
    this.sessions = sessions;
  }

  /**
   * Belongs to the caller's transaction.
   *
   * @param session as {@link CurrentAccount#session} named it
   */
  public boolean isOpen(String session) {
    return sessions.isOpen(session);
  }
}
