import type { ReviewRecord } from '../api/schema';
import type { DuplicatesText } from './messages.en';

export interface FieldPair {
  field: keyof DuplicatesText['fields'];
  there: string;
  here: string;
}

/** The fields of two records side by side, as texts; only those that at least one of them has. */
export function fieldPairs(representative: ReviewRecord, other: ReviewRecord): FieldPair[] {
  const [there, here] = [textsOf(representative), textsOf(other)];
  return there
    .map(({ field, text }, i) => ({ field, there: text, here: here[i]?.text ?? '' }))
    .filter((pair) => pair.there !== '' || pair.here !== '');
}

export function differ(pair: FieldPair): boolean {
  return pair.there !== pair.here;
}

function textsOf(record: ReviewRecord): { field: FieldPair['field']; text: string }[] {
  return [
    { field: 'title', text: record.title ?? '' },
    { field: 'titleEn', text: otherTitle(record, record.titles?.en) },
    { field: 'titleZh', text: otherTitle(record, record.titles?.zh) },
    { field: 'authors', text: record.authors?.join('; ') ?? '' },
    { field: 'year', text: record.year === undefined ? '' : String(record.year) },
    { field: 'journal', text: record.journal ?? '' },
    { field: 'volume', text: record.volume ?? '' },
    { field: 'issue', text: record.issue ?? '' },
    { field: 'pages', text: record.pages ?? '' },
    { field: 'doi', text: record.doi ?? '' },
    { field: 'pmid', text: record.pmid ?? '' },
    { field: 'language', text: record.language ?? '' },
    { field: 'type', text: record.type ?? '' },
    { field: 'abstract', text: record.abstract ?? '' },
  ];
}

/** The title itself is one of the two; it is not shown twice. */
function otherTitle(record: ReviewRecord, title: string | undefined): string {
  return title === undefined || title === record.title ? '' : title;
}

/** Record numbers as somebody types them, with English or Chinese commas; undefined when they are not at least two. */
export function numbersIn(text: string): number[] | undefined {
  const words = text.split(/[\s,，、;；]+/).filter(Boolean);
  if (!words.every((one) => /^[1-9]\d{0,8}$/.test(one))) return undefined;
  const numbers = [...new Set(words.map(Number))];
  return numbers.length >= 2 ? numbers : undefined;
}
