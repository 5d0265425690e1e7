import type { StoredCommand } from './outbox';

export type NewCommand = Omit<StoredCommand, 'sequence' | 'refusal'>;

/** Where commands lie until the server has answered, in the order in which they came. */
export interface Shelf {
  add(command: NewCommand): Promise<StoredCommand>;
  all(): Promise<readonly StoredCommand[]>;
  replace(command: StoredCommand): Promise<void>;
  remove(sequence: number): Promise<void>;
  close(): void;
}

const STORE = 'commands';

export async function openShelf(name: string): Promise<Shelf> {
  const database = await opened(name);
  const store = (mode: IDBTransactionMode) => {
    // A vote must be on the disk, not merely in the browser's memory, before it counts as stored.
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    return { transaction, commands: transaction.objectStore(STORE) };
  };
  return {
    async add(command) {
      const { transaction, commands } = store('readwrite');
      const request = commands.add(command);
      await finished(transaction);
      return { ...command, sequence: Number(request.result) };
    },
    async all() {
      const { transaction, commands } = store('readonly');
      const request: IDBRequest<StoredCommand[]> = commands.getAll();
      await finished(transaction);
      return request.result;
    },
    async replace(command) {
      const { transaction, commands } = store('readwrite');
      commands.put(command);
      await finished(transaction);
    },
    async remove(sequence) {
      const { transaction, commands } = store('readwrite');
      commands.delete(sequence);
      await finished(transaction);
    },
    close: () => database.close(),
  };
}

/** Numbers downwards from -1. */
export function memoryShelf(): Shelf {
  const kept = new Map<number, StoredCommand>();
  let sequence = 0;
  return {
    async add(command) {
      sequence -= 1;
      const stored = { ...command, sequence };
      kept.set(sequence, stored);
      return stored;
    },
    all: async () => [...kept.values()],
    async replace(command) {
      kept.set(command.sequence, command);
    },
    async remove(removed) {
      kept.delete(removed);
    },
    close: () => {},
  };
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'sequence', autoIncrement: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open.'));
    request.onblocked = () => reject(new Error('IndexedDB is held by another version.'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up.'));
  });
}
