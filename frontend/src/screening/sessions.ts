import { outboxOf } from '../api/accountOutbox';
import type { StageId } from '../api/schema';
import { fetchQueue } from './api';
import { Session } from './session';

const sessions = new Map<string, Session>();

/** The session lasts as long as the tab, so that undo still works after a look at another page. */
export function sessionFor(account: string, review: string, stage: StageId): Session {
  const key = `${account} ${review} ${stage}`;
  const known = sessions.get(key);
  if (known) return known;
  const session = new Session({
    account,
    review,
    stage,
    // Asked for each time: after somebody else was signed in, it is a new one.
    outbox: {
      add: (command) => outboxOf(account).add(command),
      waiting: () => outboxOf(account).waiting(),
    },
    fetchPage: (after) => fetchQueue(review, stage, after),
    ...(storage() && { memory: storage() }),
  });
  sessions.set(key, session);
  return session;
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
