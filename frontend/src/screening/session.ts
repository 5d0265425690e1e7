import type { Command, Outbox, StoredCommand } from '../api/outbox';
import type { Evidence, MyShare, RetrievalState, ReviewRecord, StageId, Verdict } from '../api/schema';
import { DoublePress } from '../lib/doublePress';
import { newId } from '../lib/ids';
import {
  comeRound,
  current,
  decided,
  emptyQueue,
  joined,
  moved,
  needsMore,
  openAnywhere,
  putAside,
  redone,
  refilled,
  stale,
  mended,
  undone,
  wentTo,
  withoutOpen,
  type Decision,
  type Original,
  type Queue,
  type QueueItem,
  type Step,
} from './queue';

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly mine?: Progress | undefined;
  readonly share?: MyShare | undefined;
}

export interface Progress {
  readonly voted: number;
  readonly remaining: number;
}

export interface SessionSnapshot {
  readonly queue: Queue;
  readonly progress?: Progress;
  /** "looking": nothing to show yet, or the end is being looked at once more. */
  readonly supply: 'looking' | 'flowing' | 'failed' | 'finished';
  readonly failure?: unknown;
  /** Moments of this session's decisions, for the pace. */
  readonly decidedAt: readonly number[];
  readonly retrieval: ReadonlyMap<number, RetrievalState>;
  /** What the lead's rules leave me, where there are any. */
  readonly share?: MyShare | undefined;
}

export interface SessionParts {
  readonly account: string;
  readonly review: string;
  readonly stage: StageId;
  readonly outbox: Pick<Outbox, 'add' | 'waiting'>;
  readonly fetchPage: (after: string | undefined) => Promise<QueuePage>;
  /** Told what lies ahead whenever that changes, to keep it for a time without a network. */
  readonly keep?: (page: QueuePage) => void;
  readonly now?: () => number;
}

const RETRY_MS = 5_000;
const RECOUNT_MS = 1_000;

/**
 * A reviewer at work on one stage. Every act changes what is shown at once and goes to the outbox; nothing on the page
 * waits for the network.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #now: () => number;
  readonly #presses: DoublePress;
  readonly #listeners = new Set<() => void>();
  readonly #settled = new Set<number>();
  #snapshot: SessionSnapshot = { queue: emptyQueue, supply: 'looking', decidedAt: [], retrieval: new Map() };
  #after: string | undefined;
  #fetching = false;
  #running = false;
  /** Since the end was reached, the queue has been read once more from its start. */
  #lookedAgain = false;
  #acts = 0;
  #shownAt: number;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #recount: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#presses = new DoublePress(this.#now);
    this.#shownAt = this.#now();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): SessionSnapshot => this.#snapshot;

  /** Begins, or takes up again after the page was left. */
  start(): void {
    this.#running = true;
    window.addEventListener('online', this.refill);
    this.#show(stale(this.#snapshot.queue));
    this.#after = undefined;
    this.refill();
  }

  stop(): void {
    this.#running = false;
    window.removeEventListener('online', this.refill);
    clearTimeout(this.#retry);
    clearTimeout(this.#recount);
  }

  /** False if nothing was decided: no record, or the key came too soon after the last one. */
  decide(verdict: Verdict, reasons: readonly string[], evidence: readonly Evidence[] = []): boolean {
    const entry = current(this.#snapshot.queue);
    if (entry === undefined || entry.duplicateOf !== undefined || !this.#presses.counts()) return false;
    const decision: Decision = { voteId: newId(), verdict, reasons, evidence, at: this.#now() };
    this.#send(entry.item, decision);
    this.#settled.add(entry.item.itemId);
    this.#count(entry.decision === undefined ? 1 : 0);
    this.#snapshot = { ...this.#snapshot, decidedAt: [...this.#snapshot.decidedAt, this.#now()] };
    this.#show(decided(this.#snapshot.queue, decision));
    this.refill();
    return true;
  }

  later(): void {
    const entry = current(this.#snapshot.queue);
    if (entry === undefined || entry.decision !== undefined || entry.duplicateOf !== undefined) return;
    this.#sendLater(entry.item, 'PUT');
    this.#show(putAside(this.#snapshot.queue));
    this.refill();
  }

  /** Says that the record on the page is the same entry as another, which stands for both from now on. */
  duplicateOf(original: Original): void {
    const entry = current(this.#snapshot.queue);
    if (entry === undefined || entry.duplicateOf !== undefined) return;
    const mergeId = newId();
    void this.#parts.outbox.add(
      mergeCommand(this.#parts.review, this.#parts.stage, entry.item, mergeId, original),
    );
    this.#settled.add(entry.item.itemId);
    if (entry.decision === undefined) this.#countItems(-1);
    this.#show(joined(this.#snapshot.queue, mergeId, original));
    this.refill();
  }

  undo(): Step | undefined {
    const taken = undone(this.#snapshot.queue);
    if (taken === undefined) return undefined;
    const { step } = taken;
    if (step.kind === 'vote') {
      this.#withdraw(step.item, step.after);
      if (step.before === undefined) {
        this.#settled.delete(step.item.itemId);
        this.#count(-1);
      }
    } else if (step.kind === 'duplicate') {
      void this.#parts.outbox.add(
        splitCommand(this.#parts.review, this.#parts.stage, step.item, step.mergeId),
      );
      if (step.before === undefined) {
        this.#settled.delete(step.item.itemId);
        this.#countItems(1);
      }
    } else {
      this.#sendLater(step.item, 'DELETE');
    }
    this.#show(taken.queue);
    return step;
  }

  redo(): Step | undefined {
    const taken = redone(this.#snapshot.queue, newId(), this.#now());
    if (taken === undefined) return undefined;
    const { step } = taken;
    if (step.kind === 'vote') {
      this.#send(step.item, step.after);
      this.#settled.add(step.item.itemId);
      if (step.before === undefined) this.#count(1);
    } else if (step.kind === 'duplicate') {
      const { item, mergeId, of } = step;
      void this.#parts.outbox.add(mergeCommand(this.#parts.review, this.#parts.stage, item, mergeId, of));
      this.#settled.add(item.itemId);
      if (step.before === undefined) this.#countItems(-1);
    } else {
      this.#sendLater(step.item, 'PUT');
    }
    this.#show(taken.queue);
    this.refill();
    return step;
  }

  /** Goes to a record that is here, as by a click in list mode. */
  goTo(itemId: number): void {
    this.#show(wentTo(this.#snapshot.queue, itemId));
    this.refill();
  }

  /** Another part of the same queue was worked on: what is open here may be out of date. */
  forgetOpen(): void {
    this.#publish({ queue: withoutOpen(this.#snapshot.queue), supply: 'looking' });
  }

  /** Shows what somebody put in place of a field; the server has it by the outbox. */
  mend(record: ReviewRecord): void {
    this.#publish({ queue: mended(this.#snapshot.queue, record) });
    this.#keepAhead();
  }

  move(by: 1 | -1): void {
    this.#show(moved(this.#snapshot.queue, by));
    this.refill();
  }

  setRetrieval(state: RetrievalState): void {
    const item = current(this.#snapshot.queue)?.item;
    if (item === undefined) return;
    const retrieval = new Map(this.#snapshot.retrieval).set(item.itemId, state);
    this.#publish({ retrieval });
    void this.#parts.outbox.add({
      // The same as votes: one that follows must find the report back in the queue.
      lane: this.#lane(item.itemId),
      method: 'PUT',
      path: `/reviews/${this.#parts.review}/reports/${item.itemId}/retrieval`,
      body: { state },
      about: { title: item.record.title ?? '', act: state },
    });
  }

  /** Fetches ahead if there is room; at the end it looks once more from the start, for what was passed over. */
  refill = (): void => {
    // A session that was left asks for nothing: somebody else may have signed in since.
    if (!this.#running || this.#fetching) return;
    if (needsMore(this.#snapshot.queue)) void this.#fetch();
    else this.#finish();
  };

  /** Looks again after the end, for records that came meanwhile. */
  lookAgain(): void {
    this.#lookedAgain = true;
    this.#after = undefined;
    this.#publish({ queue: { ...this.#snapshot.queue, exhausted: false }, supply: 'looking' });
    this.refill();
  }

  async #fetch(): Promise<void> {
    this.#fetching = true;
    clearTimeout(this.#retry);
    const acts = this.#acts;
    try {
      const waiting = await this.#parts.outbox.waiting();
      const page = await this.#parts.fetchPage(this.#after);
      this.#after = page.items.at(-1)?.position ?? this.#after;
      const queue = refilled(
        this.#snapshot.queue,
        page.items,
        this.#settledWith(waiting),
        laterIn(waiting, this.#prefix),
      );
      if (current(queue) !== undefined) this.#lookedAgain = false;
      // Exact only if nothing was on its way while the server counted.
      const quiet = acts === this.#acts && waiting.length === 0;
      const first = this.#snapshot.progress === undefined;
      if (page.mine !== undefined && (quiet || first)) this.#rebase(page.mine, waiting);
      if (first && !quiet) this.#countLater();
      if (page.mine !== undefined) this.#snapshot = { ...this.#snapshot, share: page.share };
      this.#fetching = false;
      this.#show(queue);
      this.#publish({ supply: current(queue) === undefined ? 'looking' : 'flowing', failure: undefined });
      this.#keepAhead();
      this.refill();
    } catch (failure) {
      this.#fetching = false;
      this.#publish({ supply: 'failed', failure });
      if (this.#running) this.#retry = setTimeout(this.refill, RETRY_MS);
    }
  }

  /** Votes of an earlier page were on their way, and the server may have counted some: it is asked once they are there. */
  #countLater(): void {
    if (!this.#running) return;
    clearTimeout(this.#recount);
    this.#recount = setTimeout(() => void this.#countAgain(), RECOUNT_MS);
  }

  async #countAgain(): Promise<void> {
    const acts = this.#acts;
    const waiting = await this.#parts.outbox.waiting();
    const page =
      waiting.length === 0 ? await this.#parts.fetchPage(undefined).catch(() => undefined) : undefined;
    if (page?.mine === undefined || acts !== this.#acts) {
      this.#countLater();
    } else {
      this.#rebase(page.mine, []);
      this.#publish({});
    }
  }

  #finish(): void {
    const { queue } = this.#snapshot;
    if (current(queue) !== undefined || !queue.exhausted) return;
    if (!this.#lookedAgain) {
      this.#lookedAgain = true;
      this.#after = undefined;
      this.#publish({ queue: { ...queue, exhausted: false } });
      this.refill();
    } else if (openAnywhere(queue) > 0) {
      this.#show(comeRound(queue));
      this.#publish({ supply: 'flowing' });
    } else {
      this.#publish({ supply: 'finished' });
    }
  }

  #settledWith(waiting: readonly StoredCommand[]): ReadonlySet<number> {
    const settled = new Set(this.#settled);
    for (const itemId of votedIn(waiting, this.#prefix)) settled.add(itemId);
    return settled;
  }

  /** The server counts what it has; what still waits in the outbox is added. */
  #rebase(mine: Progress, waiting: readonly StoredCommand[]): void {
    const unsent = votedIn(waiting, this.#prefix).length;
    this.#snapshot = {
      ...this.#snapshot,
      progress: { voted: mine.voted + unsent, remaining: Math.max(0, mine.remaining - unsent) },
    };
  }

  #count(by: number): void {
    this.#acts += 1;
    const { progress } = this.#snapshot;
    if (progress === undefined) return;
    this.#snapshot = {
      ...this.#snapshot,
      progress: { voted: progress.voted + by, remaining: Math.max(0, progress.remaining - by) },
    };
  }

  /** There is more or less to vote on, and nothing was voted. */
  #countItems(by: number): void {
    this.#acts += 1;
    const { progress } = this.#snapshot;
    if (progress === undefined) return;
    this.#snapshot = {
      ...this.#snapshot,
      progress: { ...progress, remaining: Math.max(0, progress.remaining + by) },
    };
  }

  #send(item: QueueItem, decision: Decision): void {
    void this.#parts.outbox.add(
      voteCommand(
        this.#parts.review,
        this.#parts.stage,
        item,
        decision,
        new Date(this.#shownAt).toISOString(),
      ),
    );
  }

  #withdraw(item: QueueItem, decision: Decision): void {
    void this.#parts.outbox.add(
      withdrawCommand(this.#parts.review, this.#parts.stage, item, decision.voteId),
    );
  }

  #lane(itemId: number): string {
    return `${this.#parts.review}/${this.#parts.stage}/${itemId}`;
  }

  #show(queue: Queue): void {
    if (current(queue)?.item !== current(this.#snapshot.queue)?.item) this.#shownAt = this.#now();
    this.#publish({ queue });
  }

  #publish(change: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }

  get #prefix(): string {
    return `${this.#parts.review}/${this.#parts.stage}/`;
  }

  #sendLater(item: QueueItem, method: 'PUT' | 'DELETE'): void {
    void this.#parts.outbox.add({
      lane: this.#lane(item.itemId),
      method,
      path: `/reviews/${this.#parts.review}/stages/${this.#parts.stage}/records/${item.itemId}/later`,
      ...(method === 'PUT' && { body: {} }),
      about: { title: item.record.title ?? '', act: method === 'PUT' ? 'later' : 'not-later' },
    });
  }

  #keepAhead(): void {
    const { queue, progress } = this.#snapshot;
    const items = queue.entries
      .slice(queue.at)
      .filter((entry) => entry.decision === undefined)
      .map((entry) => entry.item);
    if (progress) this.#parts.keep?.({ items, mine: progress });
  }
}

export function decisionNow(
  verdict: Verdict,
  reasons: readonly string[],
  evidence: readonly Evidence[] = [],
): Decision {
  return { voteId: newId(), verdict, reasons, evidence, at: Date.now() };
}

export function voteCommand(
  review: string,
  stage: StageId,
  item: Pick<QueueItem, 'itemId' | 'version' | 'record' | 'allocation'>,
  decision: Decision,
  shownAt?: string,
): Command {
  const { itemId, version, record, allocation } = item;
  return {
    lane: `${review}/${stage}/${itemId}`,
    method: 'PUT',
    path: `/reviews/${review}/stages/${stage}/records/${itemId}/votes/${decision.voteId}`,
    body: {
      verdict: decision.verdict,
      reasons: decision.reasons,
      ...(decision.evidence && decision.evidence.length > 0 && { evidence: decision.evidence }),
      version,
      ...(allocation !== undefined && { allocation }),
      ...(shownAt && { shownAt }),
      decidedAt: new Date(decision.at).toISOString(),
    },
    about: { title: record.title ?? '', act: decision.verdict },
  };
}

export function withdrawCommand(
  review: string,
  stage: StageId,
  item: Pick<QueueItem, 'itemId' | 'record'>,
  voteId: string,
): Command {
  return {
    lane: `${review}/${stage}/${item.itemId}`,
    method: 'DELETE',
    path: `/reviews/${review}/stages/${stage}/records/${item.itemId}/votes/${voteId}`,
    about: { title: item.record.title ?? '', act: 'withdraw' },
  };
}

function mergeCommand(
  review: string,
  stage: StageId,
  item: Pick<QueueItem, 'itemId' | 'record'>,
  mergeId: string,
  original: Original,
): Command {
  return {
    lane: `${review}/${stage}/${item.itemId}`,
    method: 'PUT',
    path: `/reviews/${review}/duplicates/merges/${mergeId}`,
    body: { representative: original.id, members: [item.itemId], stage },
    about: { title: item.record.title ?? '', act: 'duplicate' },
  };
}

function splitCommand(
  review: string,
  stage: StageId,
  item: Pick<QueueItem, 'itemId' | 'record'>,
  mergeId: string,
): Command {
  return {
    lane: `${review}/${stage}/${item.itemId}`,
    method: 'DELETE',
    path: `/reviews/${review}/duplicates/merges/${mergeId}`,
    about: { title: item.record.title ?? '', act: 'no-duplicate' },
  };
}

/** Items whose last waiting command puts them aside. */
function laterIn(waiting: readonly StoredCommand[], prefix: string): ReadonlySet<number> {
  const later = new Set<number>();
  for (const { lane, path, method } of waiting) {
    if (!lane.startsWith(prefix) || !path.endsWith('/later')) continue;
    if (method === 'PUT') later.add(Number(lane.slice(prefix.length)));
    else later.delete(Number(lane.slice(prefix.length)));
  }
  return later;
}

/** Items whose last waiting command is a vote. */
function votedIn(waiting: readonly StoredCommand[], prefix: string): number[] {
  const last = new Map<string, StoredCommand>();
  for (const command of waiting) {
    if (command.lane.startsWith(prefix) && command.path.includes('/votes/')) last.set(command.lane, command);
  }
  return [...last.values()]
    .filter((command) => command.method === 'PUT')
    .map((command) => Number(command.lane.slice(prefix.length)));
}
