import type { BiasJudgement, StudyRow } from '../../api/schema';
import { newId } from '../../lib/ids';

/** A column of the table of studies. */
export interface GridColumn {
  readonly key: string;
  readonly kind: 'study' | 'trial' | 'year' | 'subgroup' | 'value' | 'property' | 'bias';
  /** The data column, the property or the domain that it shows. */
  readonly name: string;
}

/** Who, what was measured (so that a block of both can be pasted), and what else is known of the study. */
export function columnsOf(
  data: readonly string[],
  properties: readonly string[],
  domains: readonly string[],
): readonly GridColumn[] {
  const own = (kind: 'study' | 'trial' | 'year' | 'subgroup'): GridColumn => ({
    key: kind,
    kind,
    name: kind,
  });
  return [
    own('study'),
    ...data.map((name): GridColumn => ({ key: `value ${name}`, kind: 'value', name })),
    own('subgroup'),
    own('trial'),
    own('year'),
    ...properties.map((name): GridColumn => ({ key: `property ${name}`, kind: 'property', name })),
    ...domains.map((name): GridColumn => ({ key: `bias ${name}`, kind: 'bias', name })),
  ];
}

/** Names that any row uses, in the order in which they first appear. */
export function propertiesOf(rows: readonly StudyRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.properties)))];
}

/** D1, D2 … D10 in the order of their numbers, then the overall judgement. */
export function domainsOf(rows: readonly StudyRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.bias)))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
}

export function emptyRow(position: number): StudyRow {
  return {
    id: newId(),
    position,
    study: '',
    values: {},
    origins: {},
    properties: {},
    bias: {},
    included: true,
  };
}

export function cellText(row: StudyRow, column: GridColumn): string {
  switch (column.kind) {
    case 'study':
      return row.study;
    case 'trial':
    case 'subgroup':
      return row[column.kind] ?? '';
    case 'year':
      return row.year === undefined ? '' : String(row.year);
    case 'value':
      return row.values[column.name] ?? '';
    case 'property':
      return row.properties[column.name] ?? '';
    case 'bias':
      return row.bias[column.name] ?? '';
  }
}

/** The row with other words in one cell. A number that is typed over loses the origin of the one before. */
export function withCell(row: StudyRow, column: GridColumn, typed: string): StudyRow {
  const text = typed.trim();
  if (text === cellText(row, column)) return row;
  switch (column.kind) {
    case 'study':
      return { ...row, study: text };
    case 'trial':
    case 'subgroup':
      return text === '' ? lacking(row, column.kind) : { ...row, [column.kind]: text };
    case 'year': {
      const year = yearOf(text);
      if (year === undefined) return text === '' ? lacking(row, 'year') : row;
      return { ...row, year };
    }
    case 'value':
      return {
        ...lacking(row, 'typed'),
        values: set(row.values, column.name, text),
        origins: without(row.origins, column.name),
        ...(row.typed ? { typed: without(row.typed, column.name) } : {}),
      };
    case 'property':
      return { ...row, properties: { ...row.properties, [column.name]: text } };
    case 'bias': {
      const judgement = judgementOf(text);
      return judgement === undefined ? row : { ...row, bias: { ...row.bias, [column.name]: judgement } };
    }
  }
}

const COUNTS = new Set(['ai', 'n1i', 'ci', 'n2i', 'x1i', 'x2i', 'xi', 'ni']);

export function isCount(name: string): boolean {
  return COUNTS.has(name);
}

/**
 * A number as people and spreadsheets write it, with a point for decimals: full-width figures, a minus sign of
 * typography, a comma for decimals. The server reads cells in the same way and keeps what was typed; undefined for what
 * is no number, and for 1,234, which may be a thousand or a little more than one.
 */
export function readNumber(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replaceAll('\u00b7', '.')
    .replace(/^[\u2212\u2013\u2012\u2010\u2011]/, '-');
  if (hasTwoMeanings(plain)) return undefined;
  const pointed = /^[-+]?\d*,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  return isNumber(pointed) ? Number(pointed) : undefined;
}

export function hasTwoMeanings(typed: string): boolean {
  return /^[-+]?[1-9]\d{0,2},\d{3}$/.test(typed.trim());
}

/** A year of four or fewer digits. */
export function yearOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^[1-9]\d{0,3}$/.test(plain) ? Number(plain) : undefined;
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
}

const JUDGEMENTS: Readonly<Record<Exclude<BiasJudgement, ''>, readonly string[]>> = {
  low: ['low', 'l', '+', 'low risk', '低', '低风险'],
  some: [
    'some',
    's',
    'unclear',
    'u',
    '?',
    '-?',
    'some concerns',
    'unclear risk',
    '不清楚',
    '不清',
    '有些担忧',
    '有一定顾虑',
  ],
  moderate: ['moderate', 'm', '~', 'moderate risk', '中', '中等', '中等风险'],
  high: ['high', 'h', '-', 'x', 'high risk', '高', '高风险'],
  serious: ['serious', '×', 'serious risk', '严重', '严重风险'],
  critical: ['critical', 'c', '!', 'critical risk', '极严重', '极严重风险'],
  'no-information': ['no-information', 'ni', 'no information', '无信息'],
};

/** From the best to the worst, then what the study does not tell. */
export const judgements = [
  'low',
  'some',
  'moderate',
  'high',
  'serious',
  'critical',
  'no-information',
] as const satisfies readonly BiasJudgement[];

/** For those who do not see colours: no two are alike. The figures have the same. */
export const judgementSigns: Readonly<Record<Exclude<BiasJudgement, ''>, string>> = {
  low: '+',
  some: '?',
  moderate: '~',
  high: '−',
  serious: '×',
  critical: '!',
  'no-information': 'NI',
};

/** The judgement that somebody means by a word or a sign; undefined for other words. */
export function judgementOf(typed: string): BiasJudgement | undefined {
  const word = typed
    .trim()
    .normalize('NFKC')
    .replace('\u2212', '-')
    .toLowerCase()
    .replace(/ of bias$/, '');
  if (word === '') return '';
  for (const judgement of judgements) if (JUDGEMENTS[judgement].includes(word)) return judgement;
  return undefined;
}

export function positioned(rows: readonly StudyRow[]): StudyRow[] {
  return rows.map((row, i) => (row.position === i + 1 ? row : { ...row, position: i + 1 }));
}

/** A second row of the same trial, another pair of arms: they share a trial, and "a" and "b" tell them apart. */
export function withAnotherArm(rows: readonly StudyRow[], at: number): StudyRow[] {
  const row = rows[at];
  if (!row) return [...rows];
  const name = row.study.replace(/\s*[a-z]$/, '');
  const trial = row.trial ?? name;
  const mates = rows.filter((one) => one.trial === trial && one.trial !== undefined).length;
  const letter = String.fromCharCode(97 + Math.max(1, mates));
  const first = mates === 0 ? { ...row, study: `${name}a`, trial } : row;
  const arm: StudyRow = { ...emptyRow(0), study: `${name}${letter}`, trial };
  if (row.year !== undefined) arm.year = row.year;
  if (row.subgroup !== undefined) arm.subgroup = row.subgroup;
  arm.properties = row.properties;
  arm.bias = row.bias;
  return positioned([...rows.slice(0, at), first, arm, ...rows.slice(at + 1)]);
}

/** Without rows in which nothing stands. */
export function filledRows(rows: readonly StudyRow[]): StudyRow[] {
  return positioned(rows.filter((row) => !isEmpty(row)));
}

export function isEmpty(row: StudyRow): boolean {
  const words = [row.study, row.trial, row.year?.toString(), row.subgroup, row.footnote];
  const all = [
    ...words,
    ...Object.values(row.values),
    ...Object.values(row.properties),
    ...Object.values(row.bias),
  ];
  return all.every((word) => (word ?? '') === '');
}

function set(record: Record<string, string>, name: string, value: string): Record<string, string> {
  return value === '' ? without(record, name) : { ...record, [name]: value };
}

export function without<T>(record: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

function lacking(row: StudyRow, name: 'trial' | 'year' | 'subgroup' | 'typed'): StudyRow {
  const { [name]: taken, ...rest } = row;
  void taken;
  return rest;
}
