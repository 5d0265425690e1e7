const WORK_MS = 45 * 60_000;
/** So long a pause is a break already. */
const BREAK_MS = 5 * 60_000;

/**
 * Whether somebody has decided for 45 minutes without a break of five.
 *
 * @param moments of decisions, in milliseconds, the latest last
 * @param remindedAt when a reminder was put away; the 45 minutes begin anew there
 */
export function breakIsDue(moments: readonly number[], remindedAt: number): boolean {
  const last = moments.at(-1);
  if (last === undefined) return false;
  let begun = last;
  for (let i = moments.length - 2; i >= 0; i -= 1) {
    const moment = moments[i] ?? begun;
    if (moment < remindedAt || begun - moment > BREAK_MS) break;
    begun = moment;
  }
  return last - Math.max(begun, remindedAt) >= WORK_MS;
}
