import { expect, it } from 'vitest';
import { EarlyKeys } from './earlyKeys';

it('keeps the last key that opens something until the record is there', () => {
  const early = new EarlyKeys();
  expect(early.press('note')).toBe(true);
  expect(early.press('mend')).toBe(true);
  expect(early.take()).toBe('mend');
  expect(early.take()).toBeUndefined();
});

it('keeps no decision, and nothing from before one', () => {
  const early = new EarlyKeys();
  early.press('note');
  for (const decision of ['include', 'maybe', 'exclude', 'reason-1', 'later', 'undo']) {
    expect(early.press(decision)).toBe(false);
    expect(early.take()).toBeUndefined();
  }
});
