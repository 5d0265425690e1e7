/**
 * What the screening page was given last, kept in IndexedDB, so that it opens and goes on without a network. Only for
 * reading; what the user does is in the outbox. Emptied at sign-out and when somebody else signs in.
 */
const NAME = 'winnow-kept';
const STORE = 'answers';

let database: Promise<IDBDatabase> | undefined;

/** Keeps a value under a name; a browser that stores nothing only forgets it. */
export async function keep(name: string, value: unknown): Promise<void> {
  await within('readwrite', (store) => store.put(value, name)).catch(() => undefined);
}

export async function kept<T>(name: string): Promise<T | undefined> {
  const found: unknown = await within('readonly', (store) => store.get(name)).catch(() => undefined);
  return found as T | undefined;
}

export async function forgetKept(): Promise<void> {
  await within('readwrite', (store) => store.clear()).catch(() => undefined);
}

async function within(
  mode: IDBTransactionMode,
  access: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  database ??= opened();
  const transaction = (await database).transaction(STORE, mode);
  const request = access(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up.'));
  });
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(new Error('There is no IndexedDB.'));
      return;
    }
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB does not open.'));
  });
}
