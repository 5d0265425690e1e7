import { noticeLetters } from '../lib/fonts';
import { common, currentLanguage, languageTag, textIn } from '../lib/i18n';
import { Problem, type FieldError } from '../lib/problem';

export { Problem };

const base = '/api/v1';

type Query = Record<string, string | number | boolean | undefined>;

export interface Options {
  query?: Query;
  signal?: AbortSignal;
  /** `If-Match`: the version that the change was made on. */
  ifMatch?: string;
}

export interface Tagged<T> {
  value: T;
  etag: string | undefined;
}

/** The server's API. Every call either gives the answer's JSON or throws a Problem. */
export const http = {
  get: <T>(path: string, options?: Options): Promise<T> => call<T>('GET', path, undefined, options),
  put: <T = void>(path: string, body?: unknown, options?: Options): Promise<T> =>
    call<T>('PUT', path, body, options),
  post: <T = void>(path: string, body?: unknown, options?: Options): Promise<T> =>
    call<T>('POST', path, body, options),
  delete: <T = void>(path: string, options?: Options): Promise<T> =>
    call<T>('DELETE', path, undefined, options),
  text: async (path: string, options?: Options): Promise<string> =>
    (await send('GET', path, undefined, options)).text(),
  tagged: async <T>(path: string, options?: Options): Promise<Tagged<T>> => {
    const response = await send('GET', path, undefined, options);
    return { value: await json<T>(response), etag: response.headers.get('ETag') ?? undefined };
  },
};

/** The address of something that the browser itself fetches: an export, an event stream. */
export function address(path: string, query?: Query): string {
  return base + path + queryString(query);
}

async function call<T>(method: string, path: string, body: unknown, options?: Options): Promise<T> {
  return json<T>(await send(method, path, body, options));
}

async function send(method: string, path: string, body: unknown, options: Options = {}): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': languageTag(currentLanguage()),
  });
  if (method !== 'GET') headers.set('X-Winnow-Request', '1');
  if (options.ifMatch !== undefined) headers.set('If-Match', options.ifMatch);
  if (body !== undefined)
    headers.set('Content-Type', body instanceof Blob ? 'application/octet-stream' : 'application/json');
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    const text = textIn(common, currentLanguage()).problem;
    throw new Problem({ code: 'unreachable', detail: text.unreachableDetail, status: 0 });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  noticeLetters(text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '');
  let body: Partial<ProblemJson> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) body = parsed;
  } catch {
    // Not from our server (a proxy's error page): the status is all there is.
  }
  return new Problem({
    code: body.code ?? `http-${response.status}`,
    detail: body.detail ?? body.title ?? '',
    status: response.status,
    errors: body.errors,
    errorId: body.errorId,
    body,
  });
}

interface ProblemJson {
  code: string;
  title: string;
  detail: string;
  errors: FieldError[];
  errorId: string;
}

function queryString(query: Query = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') given.set(name, String(value));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}
