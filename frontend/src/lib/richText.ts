/**
 * Text of records as their databases send it: now and then with a little markup in it ("CD4<sup>+</sup>") and with
 * character references. Only a handful of tags means anything here; all else, scripts included, stays plain text.
 * Nothing is ever handed to the browser's HTML parser.
 */
export type MarkKind = 'i' | 'b' | 'sub' | 'sup';

export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

export interface RichText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const KINDS: Readonly<Record<string, MarkKind>> = {
  i: 'i',
  em: 'i',
  b: 'b',
  strong: 'b',
  sub: 'sub',
  sup: 'sup',
};
const BREAKS = new Set(['br', 'p']);
const TAG = /<(\/?)(i|em|b|strong|sub|sup|br|p)(?:\s[^<>]*)?\/?>/gi;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  plusmn: '±',
  times: '×',
  le: '≤',
  ge: '≥',
  deg: '°',
  micro: 'µ',
  middot: '·',
  hellip: '…',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
};

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closes: boolean;
}

export function richText(source: string): RichText {
  if (!source.includes('<') && !source.includes('&')) return { text: source, marks: [] };
  const tags = meaningfulTags(source);
  const marks: Mark[] = [];
  const open: { kind: MarkKind; start: number }[] = [];
  let text = '';
  let from = 0;
  for (const tag of tags) {
    text += decoded(source.slice(from, tag.start));
    from = tag.end;
    const kind = KINDS[tag.name];
    if (kind === undefined) {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
    } else if (tag.closes) {
      const opened = open.pop();
      if (opened && opened.start < text.length) marks.push({ ...opened, end: text.length });
    } else {
      open.push({ kind, start: text.length });
    }
  }
  text += decoded(source.slice(from));
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** Line breaks, and those opening and closing tags that belong together; a lone "<i" of "p <i" is text. */
function meaningfulTags(source: string): Tag[] {
  const all = [...source.matchAll(TAG)].map((match): Tag => ({
    start: match.index,
    end: match.index + match[0].length,
    name: (match[2] ?? '').toLowerCase(),
    closes: match[1] === '/',
  }));
  const kept = new Set<Tag>();
  const open: Tag[] = [];
  for (const tag of all) {
    if (BREAKS.has(tag.name)) {
      kept.add(tag);
    } else if (!tag.closes) {
      open.push(tag);
    } else {
      const partner = open.findLastIndex((candidate) => candidate.name === tag.name);
      const opening = open[partner];
      if (opening) {
        kept.add(opening).add(tag);
        open.length = partner;
      }
    }
  }
  return all.filter((tag) => kept.has(tag));
}

function decoded(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return isPrintable(code) ? String.fromCodePoint(code) : whole;
  });
}

function isPrintable(code: number): boolean {
  return (
    code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000)
  );
}
