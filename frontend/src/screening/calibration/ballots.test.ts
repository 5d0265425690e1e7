import { expect, it } from 'vitest';
import type { CalibrationItem } from '../../api/schema';
import { record } from '../../test/screeningReview';
import { ballotsOf, nextOpen } from './ballots';

const items: CalibrationItem[] = [
  { itemId: 7, record: record(7), mine: { verdict: 'include', reasons: [] } },
  { itemId: 3, record: record(3) },
  { itemId: 9, record: record(9) },
];

it('goes on to the next record without a vote, and from the end to the beginning', () => {
  const mine = ballotsOf(items);
  expect(nextOpen(items, mine, -1)).toBe(1);
  expect(nextOpen(items, mine, 1)).toBe(2);
  expect(nextOpen(items, mine, 2)).toBe(1);
});

it('has nowhere to go when every record has a vote', () => {
  const all = new Map(items.map(({ itemId }) => [itemId, { verdict: 'maybe' as const, reasons: [] }]));
  expect(nextOpen(items, all, 0)).toBeUndefined();
});
