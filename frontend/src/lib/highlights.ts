/**
 * The protocol's highlight terms, found in the text of a record.
 *
 * A term is a word or a phrase. A word also finds its plain inflections and both spellings of -ise ("randomised" finds
 * "randomized" and "randomising"); `*` stands for any letters, `?` for one; hyphen and space are the same inside a
 * phrase. Chinese terms are found anywhere, since Chinese has no spaces between words. A term in double quotes is taken
 * letter by letter; one between slashes is a regular expression, as far as it is sure to be quick (see `guardedPattern`).
 */
export const HIGHLIGHT_GROUPS = [
  'include',
  'exclude',
  'population',
  'intervention',
  'comparison',
  'outcome',
] as const;
export type HighlightGroupName = (typeof HIGHLIGHT_GROUPS)[number];

export interface HighlightTerms {
  readonly group: HighlightGroupName;
  readonly terms: readonly string[];
}

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly group: HighlightGroupName;
}

export type Highlighter = (text: string) => readonly Hit[];

const LONGEST_TERM = 100;
const MOST_TERMS = 500;
/** Letters and digits of scripts that put spaces between words. */
const WORD = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}]';
const STARTS_WORD = new RegExp(`^(?:${WORD}|[*?])`, 'u');
const ENDS_WORD = new RegExp(`(?:${WORD}|[*?])$`, 'u');

export function highlighter(groups: readonly HighlightTerms[]): Highlighter {
  const searches = groups.flatMap(({ group, terms }) => {
    const patterns = terms.slice(0, MOST_TERMS).flatMap((term) => termPattern(term) ?? []);
    return patterns.length === 0 ? [] : [{ group, pattern: new RegExp(patterns.join('|'), 'giu') }];
  });
  return (text) =>
    withoutOverlap(
      searches.flatMap(({ group, pattern }) =>
        [...text.matchAll(pattern)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          group,
        })),
      ),
    );
}

export function hitCounts(hits: readonly Hit[]): ReadonlyMap<HighlightGroupName, number> {
  const counts = new Map<HighlightGroupName, number>();
  for (const hit of hits) counts.set(hit.group, (counts.get(hit.group) ?? 0) + 1);
  return counts;
}

/** Source of a regular expression, or nothing for a term that would match everything. */
export function termPattern(term: string): string | undefined {
  const trimmed = term.trim();
  const expression = /^\/(.+)\/$/.exec(trimmed)?.[1];
  if (expression !== undefined) return guardedPattern(expression);
  const literal = /^"(.+)"$/.exec(trimmed)?.[1];
  const plain = literal ?? trimmed;
  if (plain.length > LONGEST_TERM || !/[\p{L}\p{N}]/u.test(plain)) return undefined;
  const words = plain.split(/[\s\-\u2010-\u2013]+/).filter((word) => word !== '');
  const body = words
    .map((word) => (literal === undefined ? wordPattern(word) : escaped(word)))
    .join('[\\s\\-\\u2010-\\u2013]+');
  const before = STARTS_WORD.test(plain) ? `(?<!${WORD})` : '';
  const after = ENDS_WORD.test(plain) ? `(?!${WORD})` : '';
  return `${before}(?:${body})${after}`;
}

/** So often at most does a part repeat that has no upper limit of its own. */
const MOST_REPEATS = 20;
const MOST_REPETITIONS = 3;

/**
 * A user's regular expression, or nothing where it could take long: an expression of one person must not hold up the
 * page of others. Refused are look-around, back references, a repeated group, and more than three repetitions; a
 * repetition without a limit stands for at most twenty.
 */
export function guardedPattern(expression: string): string | undefined {
  if (expression.length > LONGEST_TERM || /\(\?(?!:)|\\[1-9k]|\)\s*[*+{?]/.test(expression)) return undefined;
  const parts = expression.match(/\\.|\[(?:\\.|[^\]])*\]|\{\d+(?:,\d*)?\}|[*+]|[^]/gu) ?? [];
  let repetitions = 0;
  const limited = parts.map((part, i) => {
    if (part === '?' && parts[i - 1] !== '(') repetitions += 1;
    if (!/^(?:[*+]|\{\d+(?:,\d*)?\})$/.test(part)) return part;
    repetitions += 1;
    if (part === '*') return `{0,${MOST_REPEATS}}`;
    if (part === '+') return `{1,${MOST_REPEATS}}`;
    const [, least = '0', most] = /^\{(\d+)(?:,(\d*))?\}$/.exec(part) ?? [];
    const from = Math.min(Number(least), MOST_REPEATS);
    const to = most === undefined ? from : Math.min(most === '' ? MOST_REPEATS : Number(most), MOST_REPEATS);
    return `{${from},${Math.max(from, to)}}`;
  });
  if (repetitions > MOST_REPETITIONS) return undefined;
  const source = `(?:${limited.join('')})`;
  try {
    return new RegExp(source, 'iu').test('') ? undefined : source;
  } catch {
    return undefined;
  }
}

function wordPattern(word: string): string {
  if (/[*?]/.test(word)) {
    return [...word].map((c) => (c === '*' ? `${WORD}*` : c === '?' ? WORD : escaped(c))).join('');
  }
  return /^[A-Za-z]+$/.test(word) ? inflected(word.toLowerCase()) : escaped(word);
}

/** Light on purpose: plural, -ed, -ing and -ise/-ize; no derivations, so that "random" does not find "randomised". */
function inflected(word: string): string {
  if (word.length < 4) return `${word}s?`;
  if (/[^aeiou]y$|ies$/.test(word)) return `${word.replace(/(?:y|ies)$/, '')}(?:y|ies)`;
  const ending = /(?:ing|ed|es|e|s)$/.exec(word)?.[0] ?? '';
  const stem = word.slice(0, word.length - ending.length);
  if (ending === 's' && /[sui]$/.test(stem)) return `${bothSpellings(word)}(?:es)?`;
  const base = stem.length >= 3 ? stem : word;
  return `${bothSpellings(base)}(?:e|es|s|ed|ing)?`;
}

function bothSpellings(stem: string): string {
  return stem.replace(/i[sz]$/, 'i[sz]').replace(/i[sz](?=ation)/, 'i[sz]');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The earliest wins, then the longest: "mesenchymal stem cells" is one hit, not three. */
function withoutOverlap(hits: readonly Hit[]): readonly Hit[] {
  const ordered = [...hits]
    .filter((hit) => hit.end > hit.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  let reached = 0;
  for (const hit of ordered) {
    if (hit.start < reached) continue;
    kept.push(hit);
    reached = hit.end;
  }
  return kept;
}
