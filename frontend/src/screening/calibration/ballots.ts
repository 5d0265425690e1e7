import type { Ballot, CalibrationItem } from '../../api/schema';

/** What I said, by record. */
export type Ballots = ReadonlyMap<number, Ballot>;

export function ballotsOf(items: readonly CalibrationItem[]): Ballots {
  return new Map(items.flatMap(({ itemId, mine }) => (mine ? [[itemId, mine]] : [])));
}

/** The place of the next record without a vote after this one, then from the beginning; none when all have one. */
export function nextOpen(
  items: readonly CalibrationItem[],
  ballots: Ballots,
  after: number,
): number | undefined {
  const open = items.flatMap(({ itemId }, place) => (ballots.has(itemId) ? [] : [place]));
  return open.find((place) => place > after) ?? open[0];
}
