import { isBox } from './boxes';

/** Numbers of a published diagram as somebody typed or pasted them, by the names of their lines. */
export type TypedFlow = Readonly<Record<string, string>>;

export interface Pasted {
  readonly values: TypedFlow;
  /** Rows that are no lines of the diagram. */
  readonly unknown: readonly string[];
}

/** The PRISMA2020 package's CSV, a list "name,n", or JSON; nothing if it is none of them. */
export function readPasted(text: string): Pasted | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const rows = trimmed.startsWith('{') ? rowsOfJson(trimmed) : rowsOfCsv(trimmed);
  if (rows === undefined || rows.length === 0) return undefined;
  const known = rows.filter(([name, value]) => isBox(name) && value !== '');
  const unknown = rows.map(([name]) => name).filter((name) => !isBox(name) && !isDecoration(name));
  return known.length === 0 ? undefined : { values: Object.fromEntries(known), unknown };
}

/** What is sent to the checker: numbers as numbers, lists of reasons as they are, nothing for empty fields. */
export function checkable(typed: TypedFlow): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      const value = text.trim();
      if (value === '') return [];
      const number = numberIn(value);
      return [[name, number ?? value]];
    }),
  );
}

/** "7,938", "7 938" or "7938"; nothing for anything else. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(/(?<=\d)[,，\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

export function listsReasons(text: string): boolean {
  return text.split(';').every((part) => /^.*[^\s,].*,\s*\d[\d,]*\s*$/.test(part) || part.trim() === '');
}

type Row = readonly [name: string, value: string];

function rowsOfJson(text: string): Row[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const values =
      'boxes' in parsed && typeof parsed.boxes === 'object' && parsed.boxes !== null ? parsed.boxes : parsed;
    return Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[name, String(value)] as const] : [],
    );
  } catch {
    return undefined;
  }
}

function rowsOfCsv(text: string): Row[] | undefined {
  const [head = [], ...rest] = cells(text);
  const names = head.map((cell) => cell.trim().toLowerCase());
  const [data, n] = [names.indexOf('data'), names.indexOf('n')];
  if (data !== -1 && n !== -1) return rest.map((row) => [(row[data] ?? '').trim(), plain(row[n] ?? '')]);
  return [head, ...rest].every((row) => row.length >= 2)
    ? [head, ...rest].map((row) => [(row[0] ?? '').trim(), plain(row.slice(1).join(','))])
    : undefined;
}

/** The package writes NA for what does not apply. */
function plain(cell: string): string {
  const value = cell.trim();
  return value === 'NA' ? '' : value;
}

/** Comma or tab separated, with quotes as RFC 4180 has them. */
function cells(text: string): string[][] {
  const separator = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[(i += 1)];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator || c === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else if (c !== '\r') cell += c;
  }
  rows.at(-1)?.push(cell);
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}

/** Rows of the package's file that draw headings and side bars, or list sources. */
function isDecoration(name: string): boolean {
  return (
    name === '' ||
    name === 'NA' ||
    /^(?:data|prevstud|newstud|othstud|identification|screening|included|database_specific_results|register_specific_results)$/.test(
      name,
    )
  );
}
