import type { Source, SourceDetails } from '../api/schema';

/** What stands in the form: texts, as typed. */
export interface SourceForm {
  kind: SourceDetails['kind'];
  name: string;
  platform: string;
  searchedOn: string;
  query: string;
  limits: string;
  hitsReported: string;
  /** Number of its round; empty for the newest. */
  round: string;
}

export const kinds: readonly SourceDetails['kind'][] = [
  'database',
  'register',
  'website',
  'organisation',
  'citation-searching',
  'other',
];

export function emptyForm(name: string): SourceForm {
  return {
    kind: 'database',
    name,
    platform: '',
    searchedOn: '',
    query: '',
    limits: '',
    hitsReported: '',
    round: '',
  };
}

export function formOf(source: Source): SourceForm {
  return {
    kind: source.kind,
    name: source.name,
    platform: source.platform ?? '',
    searchedOn: source.searchedOn ?? '',
    query: source.query ?? '',
    limits: source.limits ?? '',
    hitsReported: source.hitsReported === undefined ? '' : String(source.hitsReported),
    round: source.round === undefined ? '' : String(source.round),
  };
}

/** The number in the form; undefined when it is empty or no whole number. Chinese and English digit grouping is let pass. */
export function hitsIn(form: SourceForm): number | undefined {
  const digits = form.hitsReported.replace(/[\s,，]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

export function hitsAreWrong(form: SourceForm): boolean {
  return form.hitsReported.trim() !== '' && hitsIn(form) === undefined;
}

export function detailsOf(form: SourceForm): SourceDetails {
  const hits = hitsIn(form);
  return {
    kind: form.kind,
    name: form.name.trim(),
    ...(form.platform.trim() ? { platform: form.platform.trim() } : {}),
    ...(form.searchedOn ? { searchedOn: form.searchedOn } : {}),
    ...(form.query.trim() ? { query: form.query.trim() } : {}),
    ...(form.limits.trim() ? { limits: form.limits.trim() } : {}),
    ...(hits === undefined ? {} : { hitsReported: hits }),
    ...(form.round ? { round: Number(form.round) } : {}),
  };
}
