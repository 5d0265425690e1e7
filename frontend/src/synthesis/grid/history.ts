/** States of a draft, so that steps can be taken back and done again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

const MOST_STEPS = 200;

export function began<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

export function went<T>(history: History<T>, next: T): History<T> {
  return next === history.now
    ? history
    : { past: [...history.past, history.now].slice(-MOST_STEPS), now: next, future: [] };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future };
}
