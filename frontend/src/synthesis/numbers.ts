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

/** The numbers of a study by its name; the first of that name. */
export function studyNamed(analysis: SynthesisAnalysis | undefined, name: string): StudyNumbers | undefined {
  return analysis?.studies.find((study) => study.study === name);
}
