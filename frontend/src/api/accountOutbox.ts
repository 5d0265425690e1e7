import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { remember, remembered } from '../lib/remembered';
import { Outbox, type OutboxSnapshot } from './outbox';
import { sendToServer } from './outboxTransport';
import { sessionQuery } from './queries';

let open: Outbox | undefined;

/** One outbox a tab: that of the account that is signed in. */
export function outboxOf(account: string): Outbox {
  if (open?.account === account) return open;
  open?.close();
  tellTabs(account);
  open = new Outbox({ account, transport: sendToServer, signedIn: () => remembered('account') ?? account });
  return open;
}

/** Tells every tab of this browser who is signed in now, so that none sends somebody else's decisions. */
function tellTabs(account: string): void {
  remember('account', account);
}

/** Opens the outbox as soon as somebody is signed in, on whatever page: what waits there is sent. */
export function useAccountOutbox(): Outbox | undefined {
  const session = useQuery(sessionQuery);
  const account = session.data?.account?.id;
  const outbox = account === undefined ? undefined : outboxOf(account);
  useEffect(() => {
    if (account === undefined) return;
    tellTabs(account);
    outboxOf(account).wake();
  }, [account, session.dataUpdatedAt]);
  return outbox;
}

const nothing: OutboxSnapshot = { state: 'saved', unsent: 0, waiting: [], refused: [], durable: true };
const neverChanges = () => () => {};

export function useOutboxSnapshot(outbox: Outbox | undefined): OutboxSnapshot {
  return useSyncExternalStore(outbox?.subscribe ?? neverChanges, outbox?.snapshot ?? (() => nothing));
}
