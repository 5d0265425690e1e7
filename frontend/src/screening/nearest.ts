import type { ReviewRecord } from '../api/schema';

/** Words of a title that are asked for, the longest first: they are the rarest. */
const WORDS = 12;
const SHORTEST_WORD = 4;
const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A lookup whose best hits are the records nearest to this one: any of the title's words will do, and the search ranks
 * by how many and how rare they are. Empty for a record without a title.
 */
export function nearestTo(record: ReviewRecord): string {
  const titles = [record.titles?.en, record.titles?.zh, record.title].filter((title) => title !== undefined);
  const words = new Set<string>();
  for (const title of titles) {
    for (const [run] of title.matchAll(HAN)) {
      for (let i = 0; i + 2 <= run.length; i += 2) words.add(run.slice(i, i + 2));
    }
    for (const [word] of title.replace(HAN, ' ').toLowerCase().matchAll(WORD)) {
      if (word.length >= SHORTEST_WORD) words.add(word);
    }
  }
  const rarest = [...words].sort((a, b) => b.length - a.length).slice(0, WORDS);
  return rarest.map((word) => `title:${word}`).join(' OR ');
}
