/** Columns that a result of a conversion can go into, by what the result is called: of either group, or of both. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  mean: ['m1i', 'm2i'],
  sd: ['sd1i', 'sd2i'],
  n: ['n1i', 'n2i', 'ni'],
  events: ['ai', 'ci', 'xi'],
  estimate: ['yi'],
  difference: ['yi'],
  loghr: ['yi'],
  logor: ['yi'],
  logratio: ['yi'],
  smd: ['yi'],
  se: ['sei'],
  variance: ['vi', 'v'],
  r: ['ri'],
};

/** The column for a result, of the group in which the cursor was; empty when none fits. */
export function targetFor(output: string, data: readonly string[], near: string | undefined): string {
  if (data.includes(output)) return output;
  const name = output.toLowerCase().replace(/[^a-z0-9]/g, '');
  const second = name.endsWith('2') || (!name.endsWith('1') && isOfSecond(near));
  const fitting = (TARGETS[name] ?? TARGETS[name.replace(/[12]$/, '')] ?? []).filter((column) =>
    data.includes(column),
  );
  return fitting.find((column) => isOfSecond(column) === second) ?? fitting[0] ?? '';
}

function isOfSecond(column: string | undefined): boolean {
  return column === 'ci' || (column?.includes('2') ?? false);
}
