import type { StudyRow } from '../../api/schema';
import { hasTwoMeanings, isCount, readNumber } from './columns';

/** What is wrong with a number, as far as the table itself can tell before the server has seen it. */
export type Fault = 'no-number' | 'two-meanings' | 'negative' | 'more-events-than-people' | 'beyond-one';

const NEVER_NEGATIVE = new Set(['sd1i', 'sd2i', 'sei', 'v', 't1i', 't2i']);
const EVENTS: Readonly<Record<string, string>> = { ai: 'n1i', ci: 'n2i', xi: 'ni' };

export function faultOf(row: StudyRow, name: string): Fault | undefined {
  const text = (row.values[name] ?? '').trim();
  if (text === '' || text.toUpperCase() === 'NA') return undefined;
  if (hasTwoMeanings(text)) return 'two-meanings';
  const number = readNumber(text);
  if (number === undefined) return 'no-number';
  if (number < 0 && (isCount(name) || NEVER_NEGATIVE.has(name))) return 'negative';
  if (name === 'ri' && Math.abs(number) > 1) return 'beyond-one';
  const of = EVENTS[name];
  const people = of === undefined ? undefined : readNumber(row.values[of] ?? '');
  return people !== undefined && number > people ? 'more-events-than-people' : undefined;
}
