import { expect, it } from 'vitest';
import type { QueueItem } from '../api/schema';
import {
  BEHIND,
  comeRound,
  current,
  decided,
  emptyQueue,
  moved,
  needsMore,
  putAside,
  ready,
  redone,
  refilled,
  rowsOf,
  undone,
  wentTo,
  withoutOpen,
  type Decision,
  type Queue,
} from './queue';

function items(from: number, to: number): QueueItem[] {
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    itemId: from + i,
    version: 1,
    record: { id: from + i, title: `Record ${from + i}` },
    position: `p${from + i}`,
  }));
}

const nobody: ReadonlySet<number> = new Set();

function queueOf(from: number, to: number): Queue {
  return refilled(emptyQueue, items(from, to), nobody, nobody);
}

function include(voteId = 'v'): Decision {
  return { voteId, verdict: 'include', reasons: [], at: 0 };
}

const shown = (queue: Queue) => current(queue)?.item.itemId;

it('shows the next open record after a decision', () => {
  expect(shown(decided(queueOf(1, 3), include()))).toBe(2);
});

it('asks for more while fewer than 120 are ready, until nothing more comes', () => {
  const full = queueOf(1, 121);
  expect([ready(full), needsMore(full)]).toEqual([120, false]);
  const short = decided(full, include());
  expect([ready(short), needsMore(short)]).toEqual([119, true]);
  expect(needsMore(refilled(short, [], nobody, nobody))).toBe(false);
});

it('never changes the record on the page when more arrive', () => {
  const reading = moved(queueOf(1, 5), 1);
  expect(shown(refilled(reading, items(6, 20), nobody, nobody))).toBe(2);
});

it('does not show again what is here or was decided meanwhile', () => {
  const queue = refilled(queueOf(1, 3), items(2, 6), new Set([5]), nobody);
  expect(queue.entries.map((entry) => entry.item.itemId)).toEqual([1, 2, 3, 4, 6]);
});

it('keeps fifty records behind', () => {
  let queue = queueOf(1, 200);
  for (let i = 0; i < 120; i += 1) queue = decided(queue, include());
  expect(queue.at).toBe(BEHIND);
  expect(queue.entries[0]?.item.itemId).toBe(121 - BEHIND);
});

it('takes back decisions without limit, also of records that are no longer kept', () => {
  let queue = queueOf(1, 200);
  for (let i = 0; i < 120; i += 1) queue = decided(queue, include(`v${i}`));
  for (let i = 0; i < 120; i += 1) queue = undone(queue)?.queue ?? emptyQueue;
  expect(shown(queue)).toBe(1);
  expect(current(queue)?.decision).toBeUndefined();
  expect(undone(queue)).toBeUndefined();
});

it('does again what was taken back, as a new vote, and comes out at the same record', () => {
  const before = decided(decided(queueOf(1, 4), include('a')), include('b'));
  const back = undone(undone(before)?.queue ?? emptyQueue)?.queue ?? emptyQueue;
  expect(shown(back)).toBe(1);
  const once = redone(back, 'a2', 5);
  expect(once?.step).toMatchObject({ after: { voteId: 'a2' } });
  const twice = redone(once?.queue ?? emptyQueue, 'b2', 6);
  expect(shown(twice?.queue ?? emptyQueue)).toBe(3);
  expect(redone(twice?.queue ?? emptyQueue, 'c', 7)).toBeUndefined();
});

it('restores the former decision when a change is taken back', () => {
  const first = decided(queueOf(1, 3), include('first'));
  const changed = decided(moved(first, -1), { ...include('second'), verdict: 'exclude' });
  const back = undone(changed);
  expect(back?.step).toMatchObject({ after: { voteId: 'second' }, before: { voteId: 'first' } });
  expect(current(back?.queue ?? emptyQueue)?.decision?.voteId).toBe('first');
});

it('forgets what could be done again once something else is decided', () => {
  const back = undone(decided(queueOf(1, 3), include()))?.queue ?? emptyQueue;
  expect(redone(decided(back, include('other')), 'x', 0)).toBeUndefined();
});

it('puts a record aside until all others are done', () => {
  let queue = putAside(queueOf(1, 3));
  queue = decided(decided(queue, include()), include());
  expect(shown(queue)).toBeUndefined();
  queue = comeRound(refilled(queue, [], nobody, nobody));
  expect(shown(queue)).toBe(1);
});

it('moves over decided and open records alike and stops at both ends', () => {
  const queue = decided(queueOf(1, 2), include());
  expect(shown(moved(queue, -1))).toBe(1);
  expect(shown(moved(moved(queue, -1), -1))).toBe(1);
  expect(shown(moved(queue, 1))).toBe(2);
});

it('keeps the rows of a list where they are until the current record leaves them', () => {
  const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((entry) => entry.item.itemId);
  const queue = queueOf(1, 30);
  expect(ids(rowsOf(queue, undefined, 3))).toEqual([1, 2, 3]);
  const second = decided(queue, include());
  expect(ids(rowsOf(second, 1, 3))).toEqual([1, 2, 3]);
  const fourth = wentTo(second, 4);
  expect(ids(rowsOf(fourth, 1, 3))).toEqual([4, 5, 6]);
  expect(ids(rowsOf(moved(fourth, -1), 4, 3))).toEqual([1, 2, 3]);
});

it('forgets what is open when another part of the queue was worked on, not what was decided', () => {
  const queue = withoutOpen(decided(decided(queueOf(1, 9), include()), include()));
  expect(queue.entries.map((entry) => entry.item.itemId)).toEqual([1, 2]);
  expect([shown(queue), queue.exhausted]).toEqual([undefined, false]);
  expect(shown(refilled(queue, items(3, 5), nobody, nobody))).toBe(3);
});
