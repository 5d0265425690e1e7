import { outboxOf } from '../api/accountOutbox';
import { kept, keep } from '../api/kept';
import type { StageId } from '../api/schema';
import { Problem } from '../lib/problem';
import { fetchQueue, type Selection } from './api';
import { Session, type QueuePage } from './session';

const sessions = new Map<string, Session>();
/** The part of a queue that was worked on last, by account, review and stage. */
const latest = new Map<string, Session>();

/** The session lasts as long as the tab, so that undo still works after a look at another page. */
export function sessionFor(account: string, review: string, stage: StageId, selection: Selection): Session {
  const whole = `${account} ${review} ${stage}`;
  const key = `${whole} ${selection.only ?? ''} ${selection.tag ?? ''} ${selection.value ?? ''}`;
  const session = sessions.get(key) ?? newSession(account, review, stage, selection, `queue ${key}`);
  sessions.set(key, session);
  if (latest.get(whole) !== session) session.forgetOpen();
  latest.set(whole, session);
  return session;
}

function newSession(
  account: string,
  review: string,
  stage: StageId,
  selection: Selection,
  place: string,
): Session {
  return new Session({
    account,
    review,
    stage,
    // Asked for each time: after somebody else was signed in, it is a new one.
    outbox: {
      add: (command) => outboxOf(account).add(command),
      waiting: () => outboxOf(account).waiting(),
    },
    fetchPage: async (after): Promise<QueuePage> => {
      try {
        return await fetchQueue(review, stage, selection, after);
      } catch (failure) {
        const stored =
          after === undefined && failure instanceof Problem && failure.unreachable
            ? await kept<QueuePage>(place)
            : undefined;
        if (stored === undefined || stored.items.length === 0) throw failure;
        return stored;
      }
    },
    keep: (page) => void keep(place, page),
  });
}
