import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { Outbox, type Answer, type Command, type StoredCommand } from './outbox';
import { sendToServer } from './outboxTransport';

const opened: Outbox[] = [];
let accounts = 0;

function newAccount(): string {
  accounts += 1;
  return `account-${accounts}`;
}

function outboxOf(
  account: string,
  transport: (command: StoredCommand) => Promise<Answer>,
  signedIn?: () => string,
) {
  const outbox = new Outbox({ account, transport, firstPauseMs: 5, ...(signedIn && { signedIn }) });
  opened.push(outbox);
  return outbox;
}

function vote(item: number, id: string): Command {
  return {
    lane: `r/title-abstract/${item}`,
    method: 'PUT',
    path: `/votes/${id}`,
    body: { verdict: 'include' },
    about: { title: `Record ${item}`, act: 'include' },
  };
}

const done = async (): Promise<Answer> => ({ kind: 'done' });
const unreachable = async (): Promise<Answer> => ({ kind: 'unreachable' });

function until(what: () => void): Promise<void> {
  return vi.waitFor(what, { timeout: 10_000, interval: 5 });
}

afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close();
});

it('sends a command once and is then empty', async () => {
  const sent: string[] = [];
  const outbox = outboxOf(newAccount(), async ({ path }) => {
    sent.push(path);
    return { kind: 'done' };
  });
  const added = outbox.add(vote(1, 'a'));
  expect(outbox.snapshot()).toMatchObject({ state: 'saving', unsent: 1 });
  await added;
  await until(() => expect(outbox.snapshot()).toMatchObject({ state: 'saved', unsent: 0 }));
  expect(sent).toEqual(['/votes/a']);
});

it('keeps commands over a closed tab and sends each of them from the next one', async () => {
  const account = newAccount();
  const first = outboxOf(account, unreachable);
  for (let i = 0; i < 100; i += 1) await first.add(vote(i, `v${i}`));
  await until(() => expect(first.snapshot()).toMatchObject({ state: 'offline', unsent: 100 }));
  first.close();

  const sent: string[] = [];
  const second = outboxOf(account, async ({ path }) => {
    sent.push(path);
    return { kind: 'done' };
  });
  await until(() => expect(sent).toHaveLength(100));
  await until(() => expect(second.snapshot().state).toBe('saved'));
  expect(new Set(sent).size).toBe(100);
});

it('tries again until the server answers, with the same id', async () => {
  const answers: Answer[] = [
    { kind: 'unreachable' },
    { kind: 'later' },
    { kind: 'unreachable' },
    { kind: 'done' },
  ];
  const tried: string[] = [];
  const outbox = outboxOf(newAccount(), async ({ path }) => {
    tried.push(path);
    return answers.shift() ?? { kind: 'done' };
  });
  await outbox.add(vote(1, 'same'));
  await until(() => expect(outbox.snapshot().state).toBe('saved'));
  expect(tried).toEqual(Array.from({ length: 4 }, () => '/votes/same'));
});

it('sends what belongs to one item in order, even when the first is slow', async () => {
  const finished: string[] = [];
  const outbox = outboxOf(newAccount(), async ({ path, method }) => {
    await new Promise((resolve) => setTimeout(resolve, path.endsWith('slow') ? 60 : 1));
    finished.push(`${method} ${path}`);
    return { kind: 'done' };
  });
  void outbox.add(vote(1, 'slow'));
  void outbox.add({ ...vote(1, 'slow'), method: 'DELETE' });
  void outbox.add(vote(1, 'quick'));
  void outbox.add(vote(2, 'other'));
  await until(() => expect(finished).toHaveLength(4));
  expect(finished.filter((act) => !act.endsWith('other'))).toEqual([
    'PUT /votes/slow',
    'DELETE /votes/slow',
    'PUT /votes/quick',
  ]);
  expect(finished[0]).toBe('PUT /votes/other');
});

it('does not let a command that the server cannot take hold up the other items', async () => {
  const sent: string[] = [];
  const outbox = outboxOf(newAccount(), async ({ path }) => {
    if (path.endsWith('stuck')) return { kind: 'later', waitMs: 60_000 };
    sent.push(path);
    return { kind: 'done' };
  });
  await outbox.add(vote(1, 'stuck'));
  await outbox.add(vote(1, 'behind'));
  await outbox.add(vote(2, 'free'));
  await until(() => expect(sent).toEqual(['/votes/free']));
  expect(outbox.snapshot().waiting.map(({ path }) => path)).toEqual(['/votes/stuck', '/votes/behind']);
});

it('keeps a refused command with its reason, also over a reload, until the user has read it', async () => {
  const account = newAccount();
  const refusal = { status: 409, code: 'stage-closed', detail: 'The stage is closed.' };
  const first = outboxOf(account, async () => ({ kind: 'refused', refusal }));
  await first.add(vote(7, 'late'));
  await until(() => expect(first.snapshot().refused).toHaveLength(1));
  first.close();

  const send = vi.fn(done);
  const second = outboxOf(account, send);
  await until(() => expect(second.snapshot().refused).toHaveLength(1));
  const kept = second.snapshot().refused[0];
  expect(kept).toMatchObject({ about: { title: 'Record 7' }, refusal });
  expect(second.snapshot().state).toBe('saved');
  expect(send).not.toHaveBeenCalled();
  await second.dismiss(kept?.sequence ?? 0);
  expect(second.snapshot().refused).toEqual([]);
});

it('sends a refused command again when the user asks for it', async () => {
  const answers: Answer[] = [{ kind: 'refused', refusal: { status: 409, code: 'stage-closed', detail: '' } }];
  const outbox = outboxOf(newAccount(), async () => answers.shift() ?? { kind: 'done' });
  await outbox.add(vote(1, 'a'));
  await until(() => expect(outbox.snapshot().refused).toHaveLength(1));
  await outbox.retry(outbox.snapshot().refused[0]?.sequence ?? 0);
  await until(() => expect(outbox.snapshot()).toMatchObject({ state: 'saved', refused: [] }));
});

it('never sends or shows what another account has decided in this browser', async () => {
  const first = outboxOf(newAccount(), unreachable);
  await first.add(vote(1, 'hers'));
  first.close();
  const sent: string[] = [];
  const second = outboxOf(newAccount(), async ({ path }) => {
    sent.push(path);
    return { kind: 'done' };
  });
  await second.add(vote(2, 'mine'));
  await until(() => expect(second.snapshot().state).toBe('saved'));
  expect(sent).toEqual(['/votes/mine']);
});

it('stops when somebody else has signed in meanwhile, and goes on when the first one is back', async () => {
  const account = newAccount();
  let signedIn = 'somebody else';
  const send = vi.fn(done);
  const outbox = outboxOf(account, send, () => signedIn);
  await outbox.add(vote(1, 'a'));
  await until(() => expect(outbox.snapshot().state).toBe('other-account'));
  expect(send).not.toHaveBeenCalled();
  signedIn = account;
  await until(() => expect(outbox.snapshot().state).toBe('saved'));
  expect(send).toHaveBeenCalledTimes(1);
});

it('waits, refusing nothing, while nobody is signed in', async () => {
  const outbox = outboxOf(newAccount(), async () => ({ kind: 'signed-out' }));
  await outbox.add(vote(1, 'a'));
  await until(() => expect(outbox.snapshot()).toMatchObject({ state: 'signed-out', unsent: 1, refused: [] }));
});

it('does not send twice from two tabs of the same account', async () => {
  const account = newAccount();
  const sent: string[] = [];
  const slowly = async ({ path }: StoredCommand): Promise<Answer> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sent.push(path);
    return { kind: 'done' };
  };
  const [one, other] = [outboxOf(account, slowly), outboxOf(account, slowly)];
  for (let i = 0; i < 20; i += 1) await (i % 2 === 0 ? one : other).add(vote(i, `v${i}`));
  await until(() => expect(new Set(sent).size).toBe(20));
  await until(() => expect([one.snapshot().state, other.snapshot().state]).toEqual(['saved', 'saved']));
  expect(sent).toHaveLength(20);
});

it('warns before the page is left only while something is unsent', async () => {
  const outbox = outboxOf(newAccount(), unreachable);
  const leaving = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(leaving()).toBe(false);
  await outbox.add(vote(1, 'a'));
  expect(leaving()).toBe(true);
});

it('still sends, and says that it stores nothing, where the browser has no database', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not in private windows', 'SecurityError');
  });
  const outbox = outboxOf(newAccount(), done);
  await outbox.add(vote(1, 'a'));
  await until(() => expect(outbox.snapshot()).toMatchObject({ state: 'saved', durable: false }));
});

it('tells answers of the server apart', async () => {
  const command: StoredCommand = { ...vote(1, 'a'), sequence: 1, addedAt: 0 };
  const answering = (status: number, body = '', headers = {}) => {
    vi.stubGlobal('fetch', async () => new Response(status === 204 ? null : body, { status, headers }));
    return sendToServer(command, 'me');
  };
  expect(await answering(200)).toEqual({ kind: 'done' });
  expect(await answering(401)).toEqual({ kind: 'signed-out' });
  expect(await answering(503)).toEqual({ kind: 'later' });
  expect(await answering(429, '', { 'Retry-After': '7' })).toEqual({ kind: 'later', waitMs: 7000 });
  expect(await answering(409, '{"code":"stage-closed","detail":"Closed."}')).toEqual({
    kind: 'refused',
    refusal: { status: 409, code: 'stage-closed', detail: 'Closed.' },
  });
  expect(await answering(400, '<html>')).toMatchObject({ kind: 'refused', refusal: { code: 'http-400' } });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect(await sendToServer(command, 'me')).toEqual({ kind: 'unreachable' });
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  expect(await sendToServer({ ...command, method: 'DELETE' }, 'me')).toEqual({ kind: 'done' });
  vi.unstubAllGlobals();
});
