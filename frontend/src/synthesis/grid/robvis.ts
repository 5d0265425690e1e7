import type { BiasJudgement, StudyRow } from '../../api/schema';
import { judgementOf } from './columns';
import { cellsOf } from './paste';

export interface Judged {
  readonly rows: StudyRow[];
  /** How many rows got judgements. */
  readonly studies: number;
  /** Studies of the file that the table has not. */
  readonly unknown: readonly string[];
  /** Cells that are no judgement. */
  readonly leftOut: number;
  readonly domains: number;
  readonly overall: boolean;
}

/**
 * The rows with the judgements of a table as robvis has it: Study, D1, D2 …, Overall, Weight. A study is known by its
 * name without regard to case; the weight is that of the analysis, and is passed over.
 */
export function withJudgements(rows: readonly StudyRow[], csv: string): Judged {
  const text = csv.replace(/^\uFEFF/, '');
  const [first = ''] = text.split('\n');
  const [head = [], ...lines] = cellsOf(text, first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',');
  const columns = head.map((word) =>
    /^overall$/i.test(word) ? 'overall' : /^d[1-9]\d?$/i.test(word) ? word.toUpperCase() : '',
  );
  const study = Math.max(
    0,
    head.findIndex((word) => /^(study|slab|研究)$/i.test(word)),
  );
  const found = new Map<string, Record<string, BiasJudgement>>();
  const spelt = new Map<string, string>();
  let leftOut = 0;
  for (const cells of lines) {
    const name = cells[study] ?? '';
    if (name === '') continue;
    const bias: Record<string, BiasJudgement> = {};
    columns.forEach((column, j) => {
      const cell = cells[j] ?? '';
      if (column === '' || cell === '') return;
      const judgement = judgementOf(cell);
      if (judgement === undefined) leftOut++;
      else bias[column] = judgement;
    });
    found.set(name.toLowerCase(), bias);
    spelt.set(name.toLowerCase(), name);
  }
  const met = new Set<string>();
  const next = rows.map((row) => {
    const key = [row.study, row.trial ?? ''].map((one) => one.toLowerCase()).find((one) => found.has(one));
    if (key === undefined) return row;
    met.add(key);
    return { ...row, bias: { ...row.bias, ...found.get(key) } };
  });
  return {
    rows: next,
    studies: next.filter((row, i) => row !== rows[i]).length,
    unknown: [...spelt].flatMap(([key, name]) => (met.has(key) ? [] : [name])),
    leftOut,
    domains: Math.max(0, ...columns.map((column) => Number(/^D(\d+)$/.exec(column)?.[1] ?? 0))),
    overall: columns.includes('overall'),
  };
}
