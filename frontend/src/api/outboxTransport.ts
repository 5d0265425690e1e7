import { currentLanguage, languageTag } from '../lib/i18n';
import type { Answer, Refusal, StoredCommand, Transport } from './outbox';

const TIME_LIMIT_MS = 30_000;
/** The server, or something before it, asks to come again; nothing is wrong with the command. */
const COME_AGAIN = new Set([408, 425, 429]);

/** Sends a command to the server and says what became of it; never throws. */
export const sendToServer: Transport = async (command, account) => {
  const response = await answered(command, account);
  if (response === undefined) return { kind: 'unreachable' };
  if (response.ok || (command.method === 'DELETE' && response.status === 404)) {
    // An answer that nobody reads stays open, and the browser counts it as broken off when the page is left.
    await response.arrayBuffer().catch(() => undefined);
    return { kind: 'done' };
  }
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status >= 500 || COME_AGAIN.has(response.status)) return later(response);
  return { kind: 'refused', refusal: await refusalOf(response) };
};

async function answered(command: StoredCommand, account: string): Promise<Response | undefined> {
  try {
    return await fetch(`/api/v1${command.path}`, {
      method: command.method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': languageTag(currentLanguage()),
        'X-Winnow-Request': '1',
        // Whose command this is, in case another account signed in a moment ago in another tab.
        'X-Winnow-Account': account,
        ...(command.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      credentials: 'same-origin',
      ...(command.body === undefined ? {} : { body: JSON.stringify(command.body) }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
  } catch {
    return undefined;
  }
}

function later(response: Response): Answer {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? { kind: 'later', waitMs: seconds * 1000 }
    : { kind: 'later' };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem: unknown = await response.json().catch(() => undefined);
  return {
    status: response.status,
    code: textOf(problem, 'code') ?? `http-${response.status}`,
    detail: textOf(problem, 'detail') ?? textOf(problem, 'title') ?? '',
  };
}

function textOf(problem: unknown, name: string): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined;
  const value = Object.entries(problem).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
