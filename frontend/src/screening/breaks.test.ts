import { expect, it } from 'vitest';
import { breakIsDue } from './breaks';

const MINUTE = 60_000;
const every = (minutes: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / minutes) + 1 }, (_, i) => (from + i * minutes) * MINUTE);

it('is due after 45 minutes of decisions, not before', () => {
  expect(breakIsDue(every(1, 0, 44), 0)).toBe(false);
  expect(breakIsDue(every(1, 0, 45), 0)).toBe(true);
  expect(breakIsDue([], 0)).toBe(false);
});

it('begins anew after a pause of more than five minutes', () => {
  expect(breakIsDue([...every(1, 0, 40), ...every(1, 46, 60)], 0)).toBe(false);
});

it('begins anew when a reminder was put away', () => {
  expect(breakIsDue(every(1, 0, 89), 45 * MINUTE)).toBe(false);
  expect(breakIsDue(every(1, 0, 90), 45 * MINUTE)).toBe(true);
});
