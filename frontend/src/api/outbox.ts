/**
 * Commands that must reach the server, kept in IndexedDB until it has answered.
 *
 * A command is stored before it is sent and removed after the answer, so a reload, a closed tab or a train tunnel loses
 * nothing; since ids are made here and the server takes the same command twice as once, sending it again does no harm.
 * Commands about one item go in order, different items side by side. A refusal by the server is kept and shown until
 * the user has read it. Every account has a database of its own: nobody sends or sees what another one decided.
 */
import { memoryShelf, openShelf, type NewCommand, type Shelf } from './outboxShelf';
import { openTabs, type Tabs } from './outboxTabs';

export interface Command {
  /** Commands with the same lane are sent in the order in which they were added. */
  readonly lane: string;
  readonly method: 'PUT' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: unknown;
  /** What the user did, so that a refusal can be explained: the title of the record and the name of the act. */
  readonly about: { readonly title: string; readonly act: string };
}

export interface StoredCommand extends Command {
  readonly sequence: number;
  readonly addedAt: number;
  readonly refusal?: Refusal | undefined;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** What became of one attempt. */
export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The server is there but cannot take this command now. */
  | { readonly kind: 'later'; readonly waitMs?: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' };

export type Transport = (command: StoredCommand, account: string) => Promise<Answer>;

export type OutboxState = 'saved' | 'saving' | 'offline' | 'signed-out' | 'other-account';

export interface OutboxSnapshot {
  readonly state: OutboxState;
  /** Commands on their way, those included that are just being stored. */
  readonly unsent: number;
  readonly waiting: readonly StoredCommand[];
  readonly refused: readonly StoredCommand[];
  /** False where the browser stores nothing (some private windows): then a closed tab loses what is not yet sent. */
  readonly durable: boolean;
}

export interface OutboxOptions {
  readonly account: string;
  readonly transport: Transport;
  /** The account that is signed in in this browser at this moment, as far as a tab can know without asking. */
  readonly signedIn?: () => string | undefined;
  readonly now?: () => number;
  /** First pause after a failure; it doubles up to a minute. */
  readonly firstPauseMs?: number;
}

const LONGEST_PAUSE_MS = 60_000;
const SIDE_BY_SIDE = 4;

export class Outbox {
  readonly account: string;
  readonly #transport: Transport;
  readonly #signedIn: () => string | undefined;
  readonly #now: () => number;
  readonly #firstPauseMs: number;
  readonly #listeners = new Set<() => void>();
  readonly #shelf: Promise<Shelf>;
  /** For commands that the browser has no room to store. */
  readonly #overflow = memoryShelf();
  readonly #tabs: Tabs;
  readonly #inFlight = new Set<string>();
  readonly #pauses = new Map<number, { readonly until: number; readonly failures: number }>();
  #commands: readonly StoredCommand[] = [];
  #adding = 0;
  #durable = true;
  #trouble: Exclude<OutboxState, 'saved' | 'saving'> | undefined;
  #failures = 0;
  #draining = false;
  #halted = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #news = news();
  #snapshot: OutboxSnapshot = { state: 'saved', unsent: 0, waiting: [], refused: [], durable: true };

  constructor(options: OutboxOptions) {
    this.account = options.account;
    this.#transport = options.transport;
    this.#signedIn = options.signedIn ?? (() => options.account);
    this.#now = options.now ?? Date.now;
    this.#firstPauseMs = options.firstPauseMs ?? 1_000;
    const name = `winnow-outbox-${options.account}`;
    this.#shelf = openShelf(name).catch(() => {
      this.#durable = false;
      return memoryShelf();
    });
    this.#tabs = openTabs(name, () => void this.#reload());
    window.addEventListener('online', this.wake);
    window.addEventListener('beforeunload', this.#warn);
    void this.#drain();
  }

  /** Counted at once; stored within milliseconds; sent when the network allows. */
  async add(command: Command): Promise<void> {
    if (this.#closed) throw new Error('The outbox of this account is closed.');
    this.#adding += 1;
    this.#publish();
    await this.#inOrder(async () => {
      const kept = await this.#keep({ ...command, addedAt: this.#now() });
      this.#commands = [...this.#commands, kept];
      this.#adding -= 1;
    });
    this.#tell();
    this.#news.arrive();
    // A pause of another command is no reason to wait; a missing network is.
    if (this.#trouble === undefined) this.#cancelReturn();
    void this.#drain();
  }

  /** The user has read why the server refused; the command is given up. */
  async dismiss(sequence: number): Promise<void> {
    await this.#remove(sequence);
    this.#tell();
  }

  /** Tries a refused command once more, for instance after the stage was opened again. */
  async retry(sequence: number): Promise<void> {
    await this.#replace(sequence, (command) => ({ ...command, refusal: undefined }));
    this.#tell();
    this.wake();
  }

  /** What is stored and not yet sent, by any tab: a queue asks before it shows a decided record again. */
  async waiting(): Promise<readonly StoredCommand[]> {
    await this.#reload();
    return this.#snapshot.waiting;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): OutboxSnapshot => this.#snapshot;

  /** Tries at once instead of waiting for the end of the pause. */
  wake = (): void => {
    this.#failures = 0;
    this.#pauses.clear();
    this.#cancelReturn();
    void this.#drain();
  };

  /** Stops sending; what waits stays stored for the next time that this account signs in. */
  close(): void {
    this.#closed = true;
    this.#halted = true;
    this.#cancelReturn();
    window.removeEventListener('online', this.wake);
    window.removeEventListener('beforeunload', this.#warn);
    this.#tabs.close();
    this.#listeners.clear();
    void this.#inOrder(async () => (await this.#shelf).close());
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.#snapshot.unsent > 0) event.preventDefault();
  };

  async #drain(): Promise<void> {
    if (this.#draining || this.#closed || this.#timer !== undefined) return;
    this.#draining = true;
    this.#halted = false;
    try {
      do {
        await this.#tabs.alone(async () => {
          await this.#reload();
          await this.#sendAll();
        });
      } while (!this.#halted && this.#next() !== undefined);
    } finally {
      this.#draining = false;
      this.#returnLater();
    }
    this.#publish();
  }

  async #sendAll(): Promise<void> {
    const active = new Set<Promise<void>>();
    for (;;) {
      this.#news = news();
      for (
        let next = this.#next();
        next && active.size < SIDE_BY_SIDE && !this.#halted;
        next = this.#next()
      ) {
        const sending = this.#send(next).finally(() => active.delete(sending));
        active.add(sending);
      }
      if (active.size === 0) return;
      await Promise.race([...active, this.#news.arrived]);
    }
  }

  async #send(command: StoredCommand): Promise<void> {
    if (this.#signedIn() !== this.account) {
      this.#halt('other-account');
      return;
    }
    this.#inFlight.add(command.lane);
    try {
      await this.#settle(command, await this.#transport(command, this.account));
    } finally {
      this.#inFlight.delete(command.lane);
    }
    this.#tell();
  }

  async #settle(command: StoredCommand, answer: Answer): Promise<void> {
    switch (answer.kind) {
      case 'done':
        this.#reached();
        return this.#remove(command.sequence);
      case 'refused':
        this.#reached();
        return this.#replace(command.sequence, (kept) => ({ ...kept, refusal: answer.refusal }));
      case 'later': {
        this.#reached();
        const failures = (this.#pauses.get(command.sequence)?.failures ?? 0) + 1;
        const until = this.#now() + (answer.waitMs ?? this.#pause(failures));
        this.#pauses.set(command.sequence, { until, failures });
        return;
      }
      case 'unreachable':
        return this.#halt('offline');
      case 'signed-out':
        return this.#halt('signed-out');
      default:
        answer satisfies never;
    }
  }

  #reached(): void {
    this.#failures = 0;
    this.#trouble = undefined;
  }

  #halt(trouble: 'offline' | 'signed-out' | 'other-account'): void {
    if (trouble === 'offline') wakeWorkerLater();
    this.#trouble = trouble;
    this.#failures += 1;
    this.#halted = true;
  }

  /** The first command whose lane is free and whose pause is over. */
  #next(): StoredCommand | undefined {
    const blocked = new Set(this.#inFlight);
    for (const command of this.#unsent()) {
      if (blocked.has(command.lane)) continue;
      if ((this.#pauses.get(command.sequence)?.until ?? 0) <= this.#now()) return command;
      blocked.add(command.lane);
    }
    return undefined;
  }

  #returnLater(): void {
    if (this.#closed || this.#unsent().length === 0) return;
    const soonest = Math.min(...[...this.#pauses.values()].map(({ until }) => until - this.#now()));
    const wait =
      this.#halted || !Number.isFinite(soonest) ? this.#pause(this.#failures) : Math.max(soonest, 1);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#drain();
    }, wait);
  }

  #cancelReturn(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #pause(failures: number): number {
    const pause = Math.min(this.#firstPauseMs * 2 ** Math.max(failures - 1, 0), LONGEST_PAUSE_MS);
    return pause * (0.75 + Math.random() / 2);
  }

  #unsent(): readonly StoredCommand[] {
    return this.#commands.filter((command) => command.refusal === undefined);
  }

  async #keep(command: NewCommand): Promise<StoredCommand> {
    try {
      return await (await this.#shelf).add(command);
    } catch {
      this.#durable = false;
      return await this.#overflow.add(command);
    }
  }

  #remove(sequence: number): Promise<void> {
    return this.#inOrder(async () => {
      await (await this.#shelfOf(sequence)).remove(sequence);
      this.#pauses.delete(sequence);
      this.#commands = this.#commands.filter((command) => command.sequence !== sequence);
    });
  }

  #replace(sequence: number, change: (command: StoredCommand) => StoredCommand): Promise<void> {
    return this.#inOrder(async () => {
      const kept = this.#commands.find((command) => command.sequence === sequence);
      if (kept === undefined) return;
      const changed = change(kept);
      await (await this.#shelfOf(sequence)).replace(changed);
      this.#commands = this.#commands.map((command) => (command === kept ? changed : command));
    });
  }

  /** What other tabs of this account added, sent or were refused. */
  #reload(): Promise<void> {
    return this.#inOrder(async () => {
      this.#commands = [...(await (await this.#shelf).all()), ...(await this.#overflow.all())];
    });
  }

  /** Numbers of the overflow are negative, so that the two never share one. */
  async #shelfOf(sequence: number): Promise<Shelf> {
    return sequence < 0 ? this.#overflow : this.#shelf;
  }

  /**
   * One access to the store after the other: keys pressed in a row keep their order, and no reading from before a
   * removal arrives after it.
   */
  #inOrder<T>(access: () => Promise<T>): Promise<T> {
    const result = this.#last.then(access);
    this.#last = result.catch(() => undefined);
    return result.finally(() => this.#publish());
  }

  #tell(): void {
    if (!this.#closed) this.#tabs.tell();
  }

  #publish(): void {
    const waiting = this.#unsent();
    const refused = this.#commands.filter((command) => command.refusal !== undefined);
    const unsent = waiting.length + this.#adding;
    const state = unsent === 0 ? 'saved' : (this.#trouble ?? 'saving');
    this.#snapshot = { state, unsent, waiting, refused, durable: this.#durable };
    for (const listener of this.#listeners) listener();
  }
}

/** Asks the browser, where it can, to send when the network is back even if no tab is open then. */
function wakeWorkerLater(): void {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return;
  void navigator.serviceWorker.ready
    .then((worker: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) =>
      worker.sync?.register('outbox'),
    )
    .catch(() => undefined);
}

function news(): { readonly arrived: Promise<void>; readonly arrive: () => void } {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  return { arrived, arrive };
}
