/**
 * The service worker: the pages' own files, so that Winnow opens without a network, and the outbox when the network
 * comes back after the last tab was closed. Answers of the API are never kept here.
 */
const SHELL = __SHELL__;
const CACHE = `winnow-shell-${__VERSION__}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

/* A new version waits until the last tab of the old one is closed: open tabs go on with the files they began with. */
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith('winnow-shell-') && name !== CACHE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(?:api|login|q)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => stored('/')));
  // Their names carry a hash of their content.
  else if (pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
  else if (SHELL.includes(pathname)) event.respondWith(fetch(request).catch(() => stored(pathname)));
});

async function stored(path) {
  return (await caches.match(path)) ?? Response.error();
}

/* Where the browser knows Background Sync. Other browsers send at the next opening. */
self.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendOutboxes());
});

const OUTBOX = 'winnow-outbox-';

async function sendOutboxes() {
  for (const { name } of await indexedDB.databases())
    if (name.startsWith(OUTBOX)) await navigator.locks.request(name, () => sendOutbox(name));
}

/**
 * As the page sends: each account's own, in the order of each lane; what the server refuses stays for the page to
 * explain. Throws without a network, and the browser tries again later.
 */
async function sendOutbox(name) {
  const database = await asked(indexedDB.open(name));
  const blocked = new Set();
  try {
    const commands = await asked(database.transaction('commands').objectStore('commands').getAll());
    for (const { sequence, lane, method, path, body, refusal } of commands) {
      if (refusal !== undefined || blocked.has(lane)) continue;
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          'X-Winnow-Request': '1',
          'X-Winnow-Account': name.slice(OUTBOX.length),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.status === 401) return;
      if (answer.ok || (method === 'DELETE' && answer.status === 404)) {
        await asked(database.transaction('commands', 'readwrite').objectStore('commands').delete(sequence));
      } else {
        blocked.add(lane);
      }
    }
  } finally {
    database.close();
    const channel = new BroadcastChannel(name);
    channel.postMessage('changed');
    channel.close();
  }
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
