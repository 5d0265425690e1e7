import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { Flow, ImportBatch, Member, Page, Protocol, Review, Session, StageId } from '../src/api/schema';

export interface QueueItem {
  readonly itemId: number;
  readonly version: number;
  readonly record: { readonly id: number; readonly title?: string };
  readonly position: string;
}

export interface OwnVote {
  readonly itemId: number;
  readonly voteId: string;
  readonly verdict: string;
  readonly record: { readonly title?: string };
}

/** The server's API, for what a test prepares and for what it compares the pages with. */
export class Api {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async signIn(name: string): Promise<Session> {
    return this.#send('POST', '/session', { name, password: 'winnow-example' });
  }

  review(id: string): Promise<Review> {
    return this.get(`/reviews/${id}`);
  }

  flow(id: string): Promise<Flow> {
    return this.get(`/reviews/${id}/flow`);
  }

  async votes(id: string, stage: StageId = 'title-abstract'): Promise<readonly OwnVote[]> {
    return (await this.get<Page<OwnVote>>(`/reviews/${id}/stages/${stage}/votes?limit=200`)).items;
  }

  async queue(id: string, stage: StageId = 'title-abstract'): Promise<readonly QueueItem[]> {
    return (await this.get<Page<QueueItem>>(`/reviews/${id}/stages/${stage}/queue?limit=200`)).items;
  }

  async events(id: string, type: string): Promise<readonly { readonly payload: unknown }[]> {
    const page = await this.get<Page<{ payload: unknown }>>(`/reviews/${id}/ledger?type=${type}&limit=200`);
    return page.items;
  }

  /** A review with two reviewers and an adjudicator, and the given records to screen. */
  async makeReview(title: string, ris: string): Promise<string> {
    const id = randomUUID();
    const review = `/reviews/${id}`;
    await this.#send('PUT', review, { title, language: 'en' });
    const { items: team } = await this.get<Page<Member>>(`/reviews/${EXAMPLE}/members`);
    for (const { account, roles } of team)
      if (account.name !== 'lea') await this.#send('PUT', `${review}/members/${account.id}`, { roles });
    if (ris !== '') await this.import(id, ris);
    return id;
  }

  async import(review: string, ris: string): Promise<void> {
    const source = randomUUID();
    const batch = `/reviews/${review}/imports/${randomUUID()}`;
    await this.#send('PUT', `/reviews/${review}/sources/${source}`, { kind: 'database', name: 'Made' });
    const answer = await this.#request.put(`/api/v1${batch}?fileName=made.ris`, {
      headers: { 'X-Winnow-Request': '1', 'Content-Type': 'application/octet-stream' },
      data: Buffer.from(ris),
    });
    if (!answer.ok()) throw new Error(await answer.text());
    await this.#until(batch, 'ready');
    await this.#send('PUT', `${batch}/commitment`, { sourceId: source });
    await this.#until(batch, 'committed');
  }

  /** Changes the protocol as another lead would, on the newest version. */
  async changeProtocol(review: string, change: Partial<Protocol>): Promise<void> {
    const path = `/reviews/${review}/protocol`;
    const { version, amendments, ...now } = await this.get<Protocol>(path);
    void amendments;
    const body = { ...now, ...change, explanation: 'Changed for a test' };
    await this.#send('PUT', path, body, { 'If-Match': `"${version}"` });
  }

  async vote(review: string, item: QueueItem, verdict: string): Promise<void> {
    const path = `/reviews/${review}/stages/title-abstract/records/${item.itemId}/votes/${randomUUID()}`;
    await this.#send('PUT', path, { verdict, reasons: [], version: item.version });
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.#request.get(`/api/v1${path}`);
    if (!answer.ok()) throw new Error(`GET ${path}: ${answer.status()} ${await answer.text()}`);
    const body: T = await answer.json();
    return body;
  }

  text(path: string): Promise<string> {
    return this.#request.get(`/api/v1${path}`).then((answer) => answer.text());
  }

  delete(path: string): Promise<unknown> {
    return this.#send('DELETE', path, undefined);
  }

  put(path: string, body: unknown): Promise<unknown> {
    return this.#send('PUT', path, body);
  }

  async #until(batch: string, state: ImportBatch['state']): Promise<void> {
    for (let step = 0; step < 300; step++) {
      const now = await this.get<ImportBatch>(batch);
      if (now.state === state) return;
      if (now.state === 'failed') throw new Error(now.problem?.detail);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The import is never ${state}.`);
  }

  async #send<T = unknown>(
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const answer = await this.#request.fetch(`/api/v1${path}`, {
      method,
      headers: { 'X-Winnow-Request': '1', ...headers },
      data: body,
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return JSON.parse(text === '' ? 'null' : text);
  }
}

/** The id that the example review has on every server. */
export const EXAMPLE = '57494e4e-4f57-0003-0000-000000000001';

/** Records that nobody has seen before. */
export function someRecords(count: number, topic: string): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `TY  - JOUR\nTI  - ${topic} number ${i + 1}\nAU  - Author${i + 1}, A.\nPY  - ${2000 + (i % 25)}\n` +
      `T2  - Journal of Invented Things\nAB  - Abstract ${i + 1} of ${topic}, made for a test.\nER  - \n`,
  ).join('\n');
}
