import type { SynthesisAnalysis, StudyNumbers } from '../api/schema';

type Maybe = number | null | undefined;

/** From the scale of the analysis to that of the measure: the exponential for ratios. */
export function shown(value: Maybe, logScale: boolean): number | undefined {
  if (value === null || value === undefined) return undefined;
  return logScale ? Math.exp(value) : value;
}

/**
 * With two decimals as journals print them, with three where two would show a zero that is none, or with every digit that
 * there is.
 */
export function estimateText(value: Maybe, full: boolean): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (full) return String(value);
  return minus(value.toFixed(value !== 0 && Math.abs(value) < 0.005 ? 3 : 2));
}

export function rangeText(lower: Maybe, upper: Maybe, full: boolean): string {
  return `[${estimateText(lower, full)},\u00a0${estimateText(upper, full)}]`;
}

export function percentText(value: Maybe, full: boolean): string {
  if (value === null || value === undefined) return '–';
  return full ? `${value} %` : `${Math.round(value)} %`;
}

/** P as RevMan prints it, for the cell of a table. */
export function pText(p: Maybe, full: boolean): string {
  if (p === null || p === undefined) return '–';
  if (full) return String(p);
  if (p < 0.00001) return '< 0.00001';
  if (p < 0.0001) return '< 0.0001';
  return p.toFixed(p < 0.001 ? 4 : p < 0.01 ? 3 : 2);
}

/** The same within a sentence: "P = 0.13", "P < 0.0001". */
export function pEquation(p: Maybe, full: boolean): string {
  const text = pText(p, full);
  return text.startsWith('<') ? `P ${text}` : `P = ${text}`;
}

function minus(text: string): string {
  return text.startsWith('-') ? (Number(text) === 0 ? text.slice(1) : `−${text.slice(1)}`) : text;
}

/** The numbers of a study by its name; the first of that name. */
export function studyNamed(analysis: SynthesisAnalysis | undefined, name: string): StudyNumbers | undefined {
  return analysis?.studies.find((study) => study.study === name);
}
