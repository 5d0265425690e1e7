/** Time that somebody was away counts for nothing. */
const AWAY_MS = 3 * 60_000;
const WINDOW = 60;
const FEWEST = 5;

/** Decisions a minute over the last sixty, breaks left out; nothing before there are enough to say. */
export function decisionsPerMinute(moments: readonly number[]): number | undefined {
  const recent = moments.slice(-WINDOW);
  const gaps = recent
    .slice(1)
    .map((moment, i) => moment - (recent[i] ?? moment))
    .filter((gap) => gap <= AWAY_MS);
  const spent = gaps.reduce((sum, gap) => sum + gap, 0);
  return gaps.length < FEWEST || spent === 0 ? undefined : gaps.length / (spent / 60_000);
}
