import type { Evidence, QueueItem as SentItem, RetrievalState, ReviewRecord, Verdict } from '../api/schema';

/* The reviewer's own queue of one stage: what lies ahead, what was decided, and the way back. Never does I/O. */
/** At full text it also says how far the search for the report has come. */
export type QueueItem = SentItem & { readonly retrieval?: RetrievalState };

export interface Decision {
  readonly voteId: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  /** At full text, what was quoted for it. */
  readonly evidence?: readonly Evidence[];
  readonly at: number;
}

export interface Entry {
  readonly item: QueueItem;
  readonly decision?: Decision;
  /** Put aside until all others are done. */
  readonly later: boolean;
  /** Another record stands for it now, so there is nothing to vote on here. */
  readonly duplicateOf?: Original;
}

/** The record that a duplicate was joined to. */
export interface Original {
  readonly id: number;
  readonly title: string;
}

/** One act that can be taken back. */
export type Step =
  | { readonly kind: 'vote'; readonly item: QueueItem; readonly before?: Decision; readonly after: Decision }
  | { readonly kind: 'later'; readonly item: QueueItem }
  | {
      readonly kind: 'duplicate';
      readonly item: QueueItem;
      readonly before?: Decision;
      readonly mergeId: string;
      readonly of: Original;
    };

/** A step taken back or done again, and the queue after it. */
export interface Taken {
  readonly queue: Queue;
  readonly step: Step;
}

export interface Queue {
  readonly entries: readonly Entry[];
  /** Index of the record on the page; past the last one when there is none. */
  readonly at: number;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** Whether the server has said that nothing is left behind what is here. */
  readonly exhausted: boolean;
}

/** So many open records are kept ahead, so that a train without a network is time to work. */
export const AHEAD = 120;
export const BEHIND = 50;

export const emptyQueue: Queue = { entries: [], at: 0, done: [], undone: [], exhausted: false };

export function current(queue: Queue): Entry | undefined {
  return queue.entries[queue.at];
}

/** Open records after the one on the page. */
export function ready(queue: Queue): number {
  return queue.entries.slice(queue.at + 1).filter(isOpen).length;
}

export function needsMore(queue: Queue): boolean {
  return !queue.exhausted && ready(queue) < AHEAD;
}

/** Appends what the server sent, less what is here already or was decided meanwhile. The record on the page stays. */
export function refilled(
  queue: Queue,
  items: readonly QueueItem[],
  settled: ReadonlySet<number>,
  later: ReadonlySet<number>,
): Queue {
  const here = new Set(queue.entries.map((entry) => entry.item.itemId));
  const added = items
    .filter((item) => !here.has(item.itemId) && !settled.has(item.itemId))
    .map((item): Entry => ({ item, later: later.has(item.itemId) }));
  const grown = { ...queue, entries: [...queue.entries, ...added], exhausted: items.length === 0 };
  return current(queue) === undefined ? movedOn(grown, queue.at - 1) : grown;
}

/** Forgets what lies ahead, since it may be out of date; the record on the page and the way back stay. */
export function stale(queue: Queue): Queue {
  return { ...queue, entries: queue.entries.slice(0, queue.at + 1), exhausted: false };
}

/** Forgets the record on the page too, unless it is decided: another part of the queue may have dealt with it. */
export function withoutOpen(queue: Queue): Queue {
  const entries = queue.entries.slice(0, queue.at + 1).filter((entry) => entry.decision !== undefined);
  return { ...queue, entries, at: entries.length, exhausted: false };
}

/** The record as somebody mended it, wherever it stands. */
export function mended(queue: Queue, record: ReviewRecord): Queue {
  const entries = queue.entries.map((entry) =>
    entry.item.record.id === record.id ? { ...entry, item: { ...entry.item, record } } : entry,
  );
  return { ...queue, entries };
}

/** Goes to a record that is here. */
export function wentTo(queue: Queue, itemId: number): Queue {
  const at = queue.entries.findIndex((entry) => entry.item.itemId === itemId);
  return at === -1 ? queue : { ...queue, at };
}

/** The rows of list mode: as many as asked for, from the first one shown before, the current one always among them. */
export function rowsOf(queue: Queue, first: number | undefined, size: number): readonly Entry[] {
  const before = queue.entries.findIndex((entry) => entry.item.itemId === first);
  const at = Math.min(queue.at, queue.entries.length - 1);
  const fits = before !== -1 && at >= before && at < before + size;
  const start = fits ? before : before !== -1 && at < before ? Math.max(0, at - size + 1) : at;
  return queue.entries.slice(Math.max(start, 0), Math.max(start, 0) + size);
}

export function decided(queue: Queue, after: Decision): Queue {
  const entry = current(queue);
  if (entry === undefined) return queue;
  const { item, decision: before } = entry;
  const step: Step = { kind: 'vote', item, after, ...(before && { before }) };
  return trimmed(
    movedOn(
      {
        ...withEntry(queue, { item, decision: after, later: false }),
        done: [...queue.done, step],
        undone: [],
      },
      queue.at,
    ),
  );
}

export function putAside(queue: Queue): Queue {
  const entry = current(queue);
  if (entry === undefined || entry.decision !== undefined) return queue;
  const step: Step = { kind: 'later', item: entry.item };
  return movedOn(
    { ...withEntry(queue, { ...entry, later: true }), done: [...queue.done, step], undone: [] },
    queue.at,
  );
}

/** Takes the record out of what there is to vote on: another one stands for it. */
export function joined(queue: Queue, mergeId: string, of: Original): Queue {
  const entry = current(queue);
  if (entry === undefined || entry.duplicateOf !== undefined) return queue;
  const { item, decision: before } = entry;
  const step: Step = { kind: 'duplicate', item, mergeId, of, ...(before && { before }) };
  return movedOn(
    {
      ...withEntry(queue, { ...entry, later: false, duplicateOf: of }),
      done: [...queue.done, step],
      undone: [],
    },
    queue.at,
  );
}

/** Takes the last act back and shows its record again. */
export function undone(queue: Queue): Taken | undefined {
  const step = queue.done.at(-1);
  if (step === undefined) return undefined;
  const entry: Entry =
    step.kind !== 'later' && step.before
      ? { item: step.item, decision: step.before, later: false }
      : { item: step.item, later: false };
  return {
    step,
    queue: shown({ ...queue, done: queue.done.slice(0, -1), undone: [...queue.undone, step] }, entry),
  };
}

/** Does again what was taken back, under a new id: the server has seen the old vote or merge withdrawn. */
export function redone(queue: Queue, newId: string, at: number): Taken | undefined {
  const step = queue.undone.at(-1);
  if (step === undefined) return undefined;
  const again = underId(step, newId, at);
  const entry = entryAfter(again);
  const back = shown(queue, entry);
  return {
    step: again,
    queue: movedOn({ ...back, done: [...queue.done, again], undone: queue.undone.slice(0, -1) }, back.at),
  };
}

function underId(step: Step, id: string, at: number): Step {
  switch (step.kind) {
    case 'vote':
      return { ...step, after: { ...step.after, voteId: id, at } };
    case 'duplicate':
      return { ...step, mergeId: id };
    case 'later':
      return step;
  }
}

function entryAfter(step: Step): Entry {
  switch (step.kind) {
    case 'vote':
      return { item: step.item, decision: step.after, later: false };
    case 'duplicate':
      return {
        item: step.item,
        later: false,
        duplicateOf: step.of,
        ...(step.before && { decision: step.before }),
      };
    case 'later':
      return { item: step.item, later: true };
  }
}

/** One record on or back, decided or not. */
export function moved(queue: Queue, by: 1 | -1): Queue {
  const at = queue.at + by;
  return at < 0 || at >= queue.entries.length ? queue : { ...queue, at };
}

/** When all others are done, those that were put aside or passed over come back. */
export function comeRound(queue: Queue): Queue {
  const open = queue.entries.filter(isUndecided);
  if (open.length === 0) return queue;
  const rest = queue.entries.filter((entry) => !isUndecided(entry));
  return {
    ...queue,
    entries: [...rest, ...open.map((entry) => ({ ...entry, later: false }))],
    at: rest.length,
  };
}

export function openAnywhere(queue: Queue): number {
  return queue.entries.filter(isUndecided).length;
}

function isUndecided(entry: Entry): boolean {
  return entry.decision === undefined && entry.duplicateOf === undefined;
}

function isOpen(entry: Entry): boolean {
  return isUndecided(entry) && !entry.later;
}

function movedOn(queue: Queue, from: number): Queue {
  const at = queue.entries.findIndex((entry, i) => i > from && isOpen(entry));
  return { ...queue, at: at === -1 ? queue.entries.length : at };
}

function withEntry(queue: Queue, entry: Entry): Queue {
  return { ...queue, entries: queue.entries.map((old, i) => (i === queue.at ? entry : old)) };
}

/** Goes to the entry of that item, which is put in here if it is no longer kept. */
function shown(queue: Queue, entry: Entry): Queue {
  const at = queue.entries.findIndex(({ item }) => item.itemId === entry.item.itemId);
  if (at !== -1) return withEntry({ ...queue, at }, entry);
  return {
    ...queue,
    entries: [...queue.entries.slice(0, queue.at), entry, ...queue.entries.slice(queue.at)],
  };
}

function trimmed(queue: Queue): Queue {
  const surplus = queue.at - BEHIND;
  return surplus <= 0 ? queue : { ...queue, entries: queue.entries.slice(surplus), at: queue.at - surplus };
}
