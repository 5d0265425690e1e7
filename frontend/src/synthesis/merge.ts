import type { StudyRow } from '../api/schema';
import { positioned } from './grid/columns';

/** A part of a table in which two drafts differ. */
export interface Difference {
  readonly rowId: string;
  readonly study: string;
  /** A cell, or the whole row when one side has it not. */
  readonly part: string;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
}

/** The parts of a row by name, as texts that can be compared and shown. */
function partsOf(row: StudyRow): Map<string, string> {
  const parts = new Map<string, string>();
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') parts.set(name, value);
  };
  put('study', row.study);
  put('trial', row.trial);
  put('year', row.year?.toString());
  put('subgroup', row.subgroup);
  for (const [name, value] of Object.entries(row.values)) put(name, value);
  for (const [name, value] of Object.entries(row.properties)) put(name, value);
  for (const [name, value] of Object.entries(row.bias)) put(name, value);
  put('off', row.included ? undefined : (row.reason ?? '–'));
  put('footnote', row.footnote);
  return parts;
}

export function differences(mine: readonly StudyRow[], theirs: readonly StudyRow[]): readonly Difference[] {
  const others = new Map(theirs.map((row) => [row.id, row]));
  const found: Difference[] = [];
  for (const row of mine) {
    const other = others.get(row.id);
    others.delete(row.id);
    if (!other) {
      found.push({ rowId: row.id, study: row.study, part: 'row', mine: row.study, theirs: undefined });
      continue;
    }
    const [left, right] = [partsOf(row), partsOf(other)];
    for (const part of new Set([...left.keys(), ...right.keys()]))
      if (left.get(part) !== right.get(part))
        found.push({ rowId: row.id, study: row.study, part, mine: left.get(part), theirs: right.get(part) });
  }
  for (const row of others.values())
    found.push({ rowId: row.id, study: row.study, part: 'row', mine: undefined, theirs: row.study });
  return found;
}

/** The id of a row beside its texts: rows are the same when all of it is. */
export function sameRows(a: readonly StudyRow[], b: readonly StudyRow[]): boolean {
  return a.length === b.length && a.every((row, i) => sameRow(row, b[i]));
}

function sameRow(a: StudyRow, b: StudyRow | undefined): boolean {
  return b !== undefined && (a === b || canonical(a) === canonical(b));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Both changes put together: theirs, with what I changed since the base over it. Where both changed the same cell, mine
 * stands; a row that either took away and the other did not touch is away.
 */
export function together(
  base: readonly StudyRow[],
  mine: readonly StudyRow[],
  theirs: readonly StudyRow[],
): StudyRow[] {
  const [before, own, others] = [byId(base), byId(mine), byId(theirs)];
  const result: StudyRow[] = [];
  for (const row of theirs) {
    const [was, is] = [before.get(row.id), own.get(row.id)];
    if (is) result.push(was ? merged(was, is, row) : is);
    else if (!was || !sameRow(was, row)) result.push(row);
  }
  for (const row of mine) {
    if (others.has(row.id)) continue;
    const was = before.get(row.id);
    if (!was || !sameRow(was, row)) result.push(row);
  }
  return positioned(result);
}

function byId(rows: readonly StudyRow[]): Map<string, StudyRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

function merged(base: StudyRow, mine: StudyRow, theirs: StudyRow): StudyRow {
  const off = mine.included !== base.included || mine.reason !== base.reason ? mine : theirs;
  const row: StudyRow = {
    id: theirs.id,
    position: theirs.position,
    study: pick(base.study, mine.study, theirs.study),
    values: mergedRecord(base.values, mine.values, theirs.values),
    origins: mergedRecord(base.origins, mine.origins, theirs.origins),
    properties: mergedRecord(base.properties, mine.properties, theirs.properties),
    bias: mergedRecord(base.bias, mine.bias, theirs.bias),
    included: off.included,
  };
  for (const name of ['studyId', 'trial', 'subgroup', 'footnote'] as const) {
    const value = pick(base[name], mine[name], theirs[name]);
    if (value !== undefined) row[name] = value;
  }
  const year = pick(base.year, mine.year, theirs.year);
  if (year !== undefined) row.year = year;
  if (off.reason !== undefined) row.reason = off.reason;
  return row;
}

function mergedRecord<T>(
  base: Record<string, T>,
  mine: Record<string, T>,
  theirs: Record<string, T>,
): Record<string, T> {
  const result: Record<string, T> = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = pick(base[name], mine[name], theirs[name]);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function pick<T>(base: T, mine: T, theirs: T): T {
  return canonical(mine) === canonical(base) ? theirs : mine;
}
