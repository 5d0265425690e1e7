import { expect, it, vi } from 'vitest';
import type { Command, StoredCommand } from '../api/outbox';
import type { QueueItem } from '../api/schema';
import { DOUBLE_PRESS_MS } from '../lib/doublePress';
import { current } from './queue';
import { Session, type QueuePage } from './session';

function item(itemId: number): QueueItem {
  return { itemId, version: 3, record: { id: itemId, title: `Record ${itemId}` }, position: `${itemId}` };
}

/** A server with so many records, of which those that reached it as votes are no longer offered. */
function reviewOf(count: number, waiting: readonly StoredCommand[] = []) {
  let now = 1_000;
  const added: Command[] = [];
  const kept: QueuePage[] = [];
  const fetchPage = vi.fn(async (after: string | undefined): Promise<QueuePage> => {
    const start = after === undefined ? 1 : Number(after) + 1;
    const ids = Array.from({ length: Math.max(0, Math.min(20, count - start + 1)) }, (_, i) => start + i);
    return { items: ids.map(item), mine: { voted: 0, remaining: count } };
  });
  const session = new Session({
    account: 'ann',
    review: 'r',
    stage: 'title-abstract',
    fetchPage,
    now: () => now,
    keep: (page) => kept.push(page),
    outbox: {
      add: async (command) => void added.push(command),
      waiting: async () => waiting,
    },
  });
  const shown = () => current(session.snapshot().queue)?.item.itemId;
  return {
    session,
    added,
    kept,
    fetchPage,
    shown,
    later: (ms: number) => (now += ms),
    begin: async () => {
      session.start();
      await vi.waitFor(() => expect(session.snapshot().supply).not.toBe('looking'));
    },
  };
}

function waitingVote(itemId: number, method: 'PUT' | 'DELETE' = 'PUT'): StoredCommand {
  const path = `/reviews/r/stages/title-abstract/records/${itemId}/votes/v`;
  return {
    sequence: itemId,
    addedAt: 0,
    lane: `r/title-abstract/${itemId}`,
    method,
    path,
    about: { title: '', act: '' },
  };
}

it('shows the next record in the same call and sends the vote by the outbox', async () => {
  const { session, added, begin, shown } = reviewOf(50);
  await begin();
  expect(shown()).toBe(1);
  expect(session.decide('exclude', ['why'])).toBe(true);
  expect(shown()).toBe(2);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({
    lane: 'r/title-abstract/1',
    method: 'PUT',
    body: { verdict: 'exclude', reasons: ['why'], version: 3 },
  });
  expect(added[0]?.path).toMatch(/^\/reviews\/r\/stages\/title-abstract\/records\/1\/votes\/[0-9a-f-]{36}$/);
  expect(session.snapshot().progress).toEqual({ voted: 1, remaining: 49 });
});

it('ignores a second press until a quarter of a second has passed', async () => {
  const { session, begin, shown, later } = reviewOf(50);
  await begin();
  session.decide('exclude', []);
  later(DOUBLE_PRESS_MS - 1);
  expect(session.decide('exclude', [])).toBe(false);
  expect(shown()).toBe(2);
  later(1);
  expect(session.decide('exclude', [])).toBe(true);
});

it('takes a vote back with its own id and gives it again with a new one', async () => {
  const { session, added, begin, shown } = reviewOf(50);
  await begin();
  session.decide('include', []);
  session.undo();
  expect(shown()).toBe(1);
  expect(session.snapshot().progress).toEqual({ voted: 0, remaining: 50 });
  session.redo();
  expect(shown()).toBe(2);
  const [given, taken, again] = added;
  expect(taken).toMatchObject({ method: 'DELETE', path: given?.path, lane: given?.lane });
  expect(again).toMatchObject({ method: 'PUT', body: { verdict: 'include' } });
  expect(again?.path).not.toBe(given?.path);
});

it('does not offer again what still waits in the outbox after a reload', async () => {
  const { begin, shown, session } = reviewOf(50, [
    waitingVote(1),
    waitingVote(2),
    waitingVote(3),
    { ...waitingVote(3, 'DELETE'), sequence: 9 },
  ]);
  await begin();
  expect(shown()).toBe(3);
  expect(session.snapshot().progress).toEqual({ voted: 2, remaining: 48 });
});

it('counts anew when the votes of an earlier page have arrived, which the server may have counted before', async () => {
  const waiting = [waitingVote(1), waitingVote(2)];
  const { begin, session, fetchPage } = reviewOf(50, waiting);
  const offered = fetchPage.getMockImplementation();
  fetchPage.mockImplementation(async (after) => {
    const page = await offered?.(after);
    return { items: page?.items ?? [], mine: { voted: 2, remaining: 48 } };
  });
  await begin();
  expect(session.snapshot().progress).toEqual({ voted: 4, remaining: 46 });
  waiting.length = 0;
  await vi.waitFor(() => expect(session.snapshot().progress).toEqual({ voted: 2, remaining: 48 }), 20_000);
  session.stop();
});

it('fetches ahead in the background and goes on from the last position', async () => {
  const { session, fetchPage, begin, later } = reviewOf(300);
  await begin();
  await vi.waitFor(() => expect(fetchPage).toHaveBeenLastCalledWith('120'));
  for (let i = 0; i < 22; i += 1) {
    session.decide('include', []);
    later(300);
  }
  await vi.waitFor(() => expect(fetchPage).toHaveBeenLastCalledWith('140'));
});

it('brings back at the end what was put aside or passed over, then says that all is done', async () => {
  const { session, begin, shown, later } = reviewOf(3);
  await begin();
  session.later();
  session.move(1);
  expect(shown()).toBe(3);
  session.decide('include', []);
  await vi.waitFor(() => expect(shown()).toBe(1));
  later(300);
  session.decide('include', []);
  expect(shown()).toBe(2);
  later(300);
  session.decide('include', []);
  await vi.waitFor(() => expect(session.snapshot().supply).toBe('finished'));
});

it('puts aside by the outbox, so that it stays put aside on every machine', async () => {
  const { session, begin, shown, added } = reviewOf(30);
  await begin();
  session.later();
  expect(added[0]).toMatchObject({
    lane: 'r/title-abstract/1',
    method: 'PUT',
    path: '/reviews/r/stages/title-abstract/records/1/later',
  });
  session.stop();
  expect(shown()).toBe(2);
  session.start();
  session.undo();
  expect(shown()).toBe(1);
  expect(added[1]).toMatchObject({ method: 'DELETE', path: added[0]?.path });
});

it('does not show again at once what is still on its way to the end of the queue', async () => {
  const path = '/reviews/r/stages/title-abstract/records/1/later';
  const { begin, shown } = reviewOf(30, [{ ...waitingVote(1), path }]);
  await begin();
  expect(shown()).toBe(2);
});

it('keeps what lies ahead for a time without a network', async () => {
  const { session, begin, kept, later } = reviewOf(150);
  await begin();
  await vi.waitFor(() => expect(kept.at(-1)?.items.length).toBeGreaterThanOrEqual(120));
  session.decide('exclude', []);
  later(300);
  session.stop();
});

it('goes on with what is here while the server does not answer', async () => {
  const { session, begin, fetchPage, shown, later } = reviewOf(40);
  await begin();
  await vi.waitFor(() => expect(session.snapshot().queue.entries).toHaveLength(40));
  fetchPage.mockRejectedValue(new Error('no network'));
  for (let i = 0; i < 39; i += 1) {
    session.decide('exclude', []);
    later(300);
  }
  expect(shown()).toBe(40);
  session.stop();
});

it('keeps what is known about a report by the outbox as well', async () => {
  const { session, added, begin } = reviewOf(5);
  await begin();
  session.setRetrieval('not-retrieved');
  expect(added[0]).toMatchObject({
    method: 'PUT',
    path: '/reviews/r/reports/1/retrieval',
    body: { state: 'not-retrieved' },
  });
  expect(session.snapshot().retrieval.get(1)).toBe('not-retrieved');
});

it('takes a duplicate out of the queue without a vote, and puts it back with undo and out again with redo', async () => {
  const { session, added, begin, shown } = reviewOf(50);
  await begin();
  session.duplicateOf({ id: 9, title: 'Record 9' });
  expect(shown()).toBe(2);
  expect(added[0]).toMatchObject({
    lane: 'r/title-abstract/1',
    method: 'PUT',
    body: { representative: 9, members: [1], stage: 'title-abstract' },
  });
  const merge = added[0]?.path ?? '';
  expect(merge).toMatch(/^\/reviews\/r\/duplicates\/merges\/[0-9a-f-]{36}$/);
  expect(session.snapshot().progress).toEqual({ voted: 0, remaining: 49 });

  session.move(-1);
  expect(session.decide('include', [])).toBe(false);
  session.undo();
  expect(shown()).toBe(1);
  expect(added.at(-1)).toMatchObject({ lane: 'r/title-abstract/1', method: 'DELETE', path: merge });
  expect(session.snapshot().progress).toEqual({ voted: 0, remaining: 50 });

  session.redo();
  expect(shown()).toBe(2);
  expect(added.at(-1)).toMatchObject({ method: 'PUT', body: { representative: 9, members: [1] } });
  expect(added.at(-1)?.path).not.toBe(merge);
});

it('does not bring duplicates round again at the end of the queue', async () => {
  const { session, begin, shown } = reviewOf(2);
  await begin();
  session.duplicateOf({ id: 2, title: 'Record 2' });
  session.later();
  await vi.waitFor(() => expect(shown()).toBe(2));
  session.decide('include', []);
  await vi.waitFor(() => expect(session.snapshot().supply).toBe('finished'));
  expect(shown()).toBeUndefined();
});
