import type { Evidence } from '../../api/schema';

/** The server takes no longer ones; in characters. */
export const LONGEST_QUOTE = 2000;

/** What is selected in a document. */
export interface Selected {
  readonly documentId: string;
  readonly page: number;
  readonly quote: string;
}

/** A quote that somebody has taken or is still writing. */
export interface Draft extends Evidence {
  readonly key: string;
}

/** Han, kana and full-width marks: lines of these are joined without a space. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** A selection as one line of text: line ends of the page are not those of the sentence. */
export function quoteOf(selection: string): string {
  const lines = selection
    .normalize('NFC')
    .replace(/\u00AD\s*/g, '')
    .split(/[\p{Cc}\s]*\n[\p{Cc}\s]*/u)
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((line) => line !== '');
  const joined = lines.reduce((text, line) => {
    const joint = WIDE.test(text.slice(-1)) && WIDE.test(line.slice(0, 1)) ? '' : ' ';
    return text === '' ? line : text + joint + line;
  }, '');
  return joined.slice(0, LONGEST_QUOTE).trim();
}

/**
 * What goes with a vote: quotes that say something, each for a reason that the vote gives or for none. What is selected
 * while a reason is chosen is quoted for that reason.
 */
export function evidenceFor(
  drafts: readonly Draft[],
  reasons: readonly string[],
  selected?: Selected & { readonly reasonId: string },
): readonly Evidence[] {
  const taken = [...drafts, ...(selected && !isThere(drafts, selected) ? [selected] : [])];
  return taken
    .map(({ reasonId, documentId, page, quote }) => ({
      ...(reasonId !== undefined && reasons.includes(reasonId) && { reasonId }),
      ...(documentId !== undefined && { documentId }),
      ...(page !== undefined && { page }),
      quote: quote.trim(),
    }))
    .filter(({ quote }) => quote !== '');
}

function isThere(drafts: readonly Draft[], { documentId, page, quote, reasonId }: Evidence): boolean {
  return drafts.some(
    (one) =>
      one.documentId === documentId &&
      one.page === page &&
      one.quote === quote &&
      (one.reasonId ?? reasonId) === reasonId,
  );
}

/** Quotes of an earlier vote, to be given again. */
export function drafted(evidence: readonly Evidence[]): readonly Draft[] {
  return evidence.map((one, i) => ({ key: String(i), ...one }));
}
