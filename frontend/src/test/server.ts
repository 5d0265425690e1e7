import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

export interface Answer {
  status?: number;
  json?: unknown;
  text?: string;
  headers?: { [name: string]: string };
}

type Handler = Answer | ((asked: Asked) => Answer);

/**
 * Answers `fetch` from a table of `METHOD /path`, and writes down what was asked. A question that is not in the
 * table gets a 404 problem, as from the server; a command is taken (204), since its address holds an id made on the page.
 */
export function fakeServer(table: { [call: string]: Handler }) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://localhost');
    const call: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    };
    asked.push(call);
    const handler =
      table[`${call.method} ${call.path}`] ??
      (call.method === 'GET' ? problem(404, 'not-found', 'Not found') : {});
    const answer = typeof handler === 'function' ? handler(call) : handler;
    const status = answer.status ?? (answer.json === undefined && answer.text === undefined ? 204 : 200);
    const text = answer.text ?? (answer.json === undefined ? null : JSON.stringify(answer.json));
    return new Response(status === 204 ? null : text, { status, headers: answer.headers ?? {} });
  });
  return {
    asked,
    /** The calls of one kind, in order. */
    calls: (method: string, path: string | RegExp) =>
      asked.filter(
        (call) =>
          call.method === method && (typeof path === 'string' ? call.path === path : path.test(call.path)),
      ),
  };
}

export function problem(status: number, code: string, detail: string, more: object = {}): Answer {
  return { status, json: { code, status, title: detail, detail, ...more } };
}
