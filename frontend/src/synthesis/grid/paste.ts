import type { StudyRow } from '../../api/schema';
import {
  emptyRow,
  hasTwoMeanings,
  judgementOf,
  positioned,
  withCell,
  yearOf,
  type GridColumn,
} from './columns';

/**
 * The cells of a block as spreadsheets copy it: tabs between cells, quotes around cells with line breaks. A text without
 * tabs is a block when semicolons, or two or more commas, divide all its lines alike; a comma alone is a decimal sign.
 */
export function cellsOf(text: string, sign?: ',' | ';' | '\t'): readonly (readonly string[])[] {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (sign) return split(clean, sign);
  if (clean.includes('\t')) return split(clean, '\t');
  const lines = clean.split('\n');
  if (divides(lines, ';', 1)) return split(clean, ';');
  if (lines.length > 1 && divides(lines, ',', 2)) return split(clean, ',');
  return split(clean, '\t');
}

function divides(lines: readonly string[], sign: string, least: number): boolean {
  const counts = lines.map((line) => line.split(sign).length - 1);
  const [first = 0] = counts;
  return first >= least && counts.every((count) => count === first);
}

function split(text: string, sign: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell: string;
    [cell, at] = text[at] === '"' ? quoted(text, at, sign) : bare(text, at, sign);
    row.push(cell.trim());
    if (text[at] !== sign) {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}

function bare(text: string, from: number, sign: string): [string, number] {
  let to = from;
  while (to < text.length && text[to] !== sign && text[to] !== '\n') to++;
  return [text.slice(from, to), to];
}

function quoted(text: string, from: number, sign: string): [string, number] {
  let cell = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (at + 1 === text.length || text[at + 1] === sign || text[at + 1] === '\n') {
      return [cell.replace(/\s*\n\s*/g, ' '), at + 1];
    } else break;
  }
  // Not a quoted cell after all: a quotation mark at its beginning.
  return bare(text, from, sign);
}

/** Heads of other programs' tables, by data column. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  study: [
    'study',
    'studlab',
    'slab',
    'author',
    'study or subgroup',
    'study id',
    'trial name',
    '研究',
    '作者',
  ],
  trial: ['trial', '试验'],
  year: ['year', 'study year', 'year of study', '年份', '年'],
  subgroup: ['subgroup', 'group', '亚组', '分组'],
  ai: ['ai', 'events 1', 'event.e', 'events exp', 'experimental cases', 'events experimental'],
  ci: ['ci', 'events 2', 'event.c', 'events ctrl', 'control cases', 'events control'],
  n1i: ['n1i', 'total 1', 'n.e', 'n1', 'total exp', 'experimental n', 'total experimental'],
  n2i: ['n2i', 'total 2', 'n.c', 'n2', 'total ctrl', 'control n', 'total control'],
  m1i: ['m1i', 'mean 1', 'mean.e', 'mean1', 'experimental mean', 'mean experimental'],
  sd1i: ['sd1i', 'sd 1', 'sd.e', 'sd1', 'experimental sd', 'sd experimental'],
  m2i: ['m2i', 'mean 2', 'mean.c', 'mean2', 'control mean', 'mean control'],
  sd2i: ['sd2i', 'sd 2', 'sd.c', 'sd2', 'control sd', 'sd control'],
  yi: ['yi', 'te', 'effect', 'effect estimate', 'giv mean', 'estimate'],
  sei: ['sei', 'sete', 'se', 'giv se', 'standard error'],
  vi: ['vi', 'variance of effect'],
  oe: ['oe', 'o-e', 'o - e'],
  v: ['v', 'var', 'variance'],
  x1i: ['x1i'],
  t1i: ['t1i', 'time.e'],
  x2i: ['x2i'],
  t2i: ['t2i', 'time.c'],
  xi: ['xi', 'event', 'events', 'cases'],
  ri: ['ri', 'cor', 'r'],
  ni: ['ni', 'n', 'total'],
};

function columnOfHead(head: string, columns: readonly GridColumn[]): GridColumn | undefined {
  const word = head.trim().toLowerCase();
  const exact = columns.find((column) => column.name.toLowerCase() === word);
  return exact ?? columns.find((column) => HEADS[column.name]?.includes(word));
}

export interface Pasted {
  readonly rows: StudyRow[];
  /** How many rows were written to. */
  readonly rowsTouched: number;
  /** Names of columns that the head has and the table had not: they became properties. */
  readonly newProperties: readonly string[];
  /** Cells beyond the last column, judgements that are none, years that are none. */
  readonly leftOut: number;
  /** True when the first row named the columns. */
  readonly byHead: boolean;
}

/**
 * Writes a block into the table. A first row that names at least two columns decides where the others go, and what it
 * names beyond the table becomes a property; else the block goes where the cursor is. Rows are added as needed.
 */
export function pasted(
  rows: readonly StudyRow[],
  columns: readonly GridColumn[],
  at: { row: number; column: number },
  block: readonly (readonly string[])[],
): Pasted {
  const pointed = withPoints(block);
  const [head = [], ...body] = pointed;
  const known = head.map((word) => columnOfHead(word, columns));
  const named = known.filter((column) => column !== undefined).length;
  const byHead = body.length > 0 && named >= 2 && head.every((word) => !/^[-+\d.,\s]+$/.test(word));
  const targets: (GridColumn | undefined)[] = byHead
    ? known.map((column, i) => column ?? propertyNamed(head[i] ?? ''))
    : columns.slice(at.column);
  const next = [...rows];
  let leftOut = 0;
  const lines = byHead ? body : pointed;
  lines.forEach((cells, i) => {
    let row = next[at.row + i] ?? emptyRow(at.row + i + 1);
    cells.forEach((text, j) => {
      const column = targets[j];
      if (text === '' && byHead) return;
      if (column === undefined) leftOut += text === '' ? 0 : 1;
      else if (column.kind === 'bias' && judgementOf(text) === undefined) leftOut++;
      else if (column.kind === 'year' && text !== '' && yearOf(text) === undefined) leftOut++;
      else row = withCell(row, column, text);
    });
    next[at.row + i] = row;
  });
  return {
    rows: positioned(next),
    rowsTouched: lines.length,
    newProperties: byHead
      ? targets.flatMap((column) => (column && !columns.includes(column) ? [column.name] : []))
      : [],
    leftOut,
    byHead,
  };
}

/**
 * 1,234 alone may be a thousand or a little more than one. In a block with other decimals by a comma, such as 0,78, it is
 * the latter, and gets its point.
 */
function withPoints(block: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const cells = block.flat();
  const byComma = cells.some((cell) => /^[-+]?\d+,\d+$/.test(cell) && !hasTwoMeanings(cell));
  const byPoint = cells.some((cell) => /^[-+]?\d*\.\d+$/.test(cell));
  if (!byComma || byPoint) return block;
  return block.map((row) => row.map((cell) => (hasTwoMeanings(cell) ? cell.replace(',', '.') : cell)));
}

function propertyNamed(name: string): GridColumn | undefined {
  const word = name.trim();
  if (word === '') return undefined;
  return /^D\d+$/.test(word) || /^overall$/i.test(word)
    ? { key: `bias ${word}`, kind: 'bias', name: word.toLowerCase() === 'overall' ? 'overall' : word }
    : { key: `property ${word}`, kind: 'property', name: word };
}

/** As spreadsheets read it. */
export function blockText(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
}
