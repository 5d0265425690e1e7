/** The tabs of one account in one browser. */
export interface Tabs {
  /** Runs while no other tab does. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Tells the others that the store has changed. */
  tell(): void;
  close(): void;
}

const LEASE_MS = 10_000;

export function openTabs(name: string, onChange: () => void): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  if (channel) channel.onmessage = onChange;
  return {
    alone: (work) => (hasLocks() ? navigator.locks.request(name, work) : underLease(name, work)),
    tell: () => channel?.postMessage('changed'),
    close: () => channel?.close(),
  };
}

/** Web Locks are missing on plain http:// addresses other than localhost. */
function hasLocks(): boolean {
  return 'locks' in navigator && navigator.locks !== undefined;
}

interface Lease {
  readonly tab: string;
  readonly until: number;
}

/**
 * Two tabs may now and then both believe to hold the lease; then a command is sent twice, which the server takes as
 * once. A tab that died with the lease holds up the others for ten seconds.
 */
async function underLease(name: string, work: () => Promise<void>): Promise<void> {
  const tab = randomTab();
  for (let lease = read(name); lease && lease.until > Date.now(); lease = read(name)) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(250, lease.until - Date.now())));
  }
  const renew = () => write(name, { tab, until: Date.now() + LEASE_MS });
  renew();
  const renewal = setInterval(renew, LEASE_MS / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    if (read(name)?.tab === tab) write(name, { tab, until: 0 });
  }
}

function randomTab(): string {
  return Math.random().toString(36).slice(2);
}

function read(name: string): Lease | undefined {
  try {
    const [tab, until] = (localStorage.getItem(`${name}-lease`) ?? '').split(' ');
    return tab ? { tab, until: Number(until) } : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, { tab, until }: Lease): void {
  try {
    localStorage.setItem(`${name}-lease`, `${tab} ${until}`);
  } catch {
    // No storage, no lease: the server takes a command sent twice as once.
  }
}
