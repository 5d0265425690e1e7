import type { SynthesisAnalysis, StudyNumbers } from '../api/schema';

type Maybe = number | null | undefined;

/** From the scale of the analysis to that of the measure: the exponential for ratios. */
export function shown(value: Maybe, logScale: boolean): number | undefined {
  if (value === null || value === undefined) return undefined;
  return logScale ? Math.exp(value) : value;
}

/** With two decimals as journals print them, or with every digit that there is. */
export function estimateText(value: Maybe, full: boolean): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (full) return String(value);
  const digits = value !== 0 && Math.abs(value) < 0.095 ? 3 : 2;
  return minus(value.toFixed(digits));
}

export function rangeText(lower: Maybe, upper: Maybe, full: boolean): string {
  return `[${estimateText(lower, full)}, ${estimateText(upper, full)}]`;
}

export function percentText(value: Maybe, full: boolean): string {
  if (value === null || value === undefined) return '–';
  return full ? `${value} %` : `${Math.round(value)} %`;
}

/** P as RevMan prints it. */
export function pText(p: Maybe, full: boolean): string {
  if (p === null || p === undefined) return '–';
  if (full) return `= ${p}`;
  if (p < 0.00001) return '< 0.00001';
  if (p < 0.0001) return '< 0.0001';
  return `= ${p.toFixed(p < 0.001 ? 4 : p < 0.01 ? 3 : 2)}`;
}

function minus(text: string): string {
  return text.startsWith('-') ? (Number(text) === 0 ? text.slice(1) : `−${text.slice(1)}`) : text;
}

/** Something that was found about an analysis and that its reader must know. */
export type Warning =
  | { readonly kind: 'few-studies'; readonly studies: number }
  | { readonly kind: 'narrower-interval' }
  | { readonly kind: 'rare-events'; readonly percent: number; readonly doubleZero: number }
  | { readonly kind: 'i-squared-rule' }
  | { readonly kind: 'off'; readonly rows: number };

const ADVISED_STUDIES = 10;
const RARE = 0.05;

/**
 * With τ² = 0 the interval of Hartung and Knapp can be narrower than the ordinary one of the same analysis: more studies
 * that differ less than chance would have it, not more certainty.
 */
export function narrowerThanWald(analysis: SynthesisAnalysis): boolean {
  const { pooled, heterogeneity, studies, interval } = analysis;
  if (interval !== 'HARTUNG_KNAPP' || heterogeneity.tauSquared !== 0) return false;
  const precision = studies.reduce(
    (sum, study) => (study.se && study.notEstimable === undefined ? sum + 1 / study.se ** 2 : sum),
    0,
  );
  return precision > 0 && typeof pooled.se === 'number' && pooled.se < Math.sqrt(1 / precision) * (1 - 1e-9);
}

interface Counts {
  readonly values: Readonly<Record<string, string>>;
  readonly included: boolean;
}

/** The share of people with the event, and the studies in which nobody had it; undefined unless events are rare. */
export function rareEvents(rows: readonly Counts[]): { percent: number; doubleZero: number } | undefined {
  let [events, people, doubleZero] = [0, 0, 0];
  for (const { values, included } of rows) {
    const [a, n1, c, n2] = ['ai', 'n1i', 'ci', 'n2i'].map((name) => Number(values[name] || NaN));
    if (!included || a === undefined || n1 === undefined || c === undefined || n2 === undefined) continue;
    if (![a, n1, c, n2].every(Number.isFinite)) continue;
    events += a + c;
    people += n1 + n2;
    if (a + c === 0) doubleZero++;
  }
  return people > 0 && events / people < RARE ? { percent: (100 * events) / people, doubleZero } : undefined;
}

/** Whether what was asked for needs ten studies by the Cochrane Handbook: tests of asymmetry, regression. */
export function fewStudies(analysis: SynthesisAnalysis, asked: boolean): boolean {
  return asked && analysis.k < ADVISED_STUDIES;
}

/** The numbers of a study by its name; the first of that name. */
export function studyNamed(analysis: SynthesisAnalysis | undefined, name: string): StudyNumbers | undefined {
  return analysis?.studies.find((study) => study.study === name);
}
