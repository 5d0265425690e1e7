import type { StudyDataKind, SynthesisSettings } from '../api/schema';

/** The words that a setting can have, in the order of the page. */
export const dataKinds: readonly StudyDataKind[] = [
  'dichotomous',
  'continuous',
  'effect',
  'observed-expected',
  'rates',
  'proportion',
  'correlation',
];

const MEASURES: Readonly<Record<StudyDataKind, readonly string[]>> = {
  dichotomous: ['RR', 'OR', 'RD', 'PETO', 'AS'],
  continuous: ['MD', 'SMD', 'ROM'],
  effect: ['GEN', 'HR', 'RR', 'OR', 'RD', 'MD', 'SMD', 'ROM', 'IRR', 'IRD'],
  'observed-expected': ['PETO', 'HR'],
  rates: ['IRR', 'IRD'],
  proportion: ['PLO', 'PFT', 'PAS', 'PR'],
  correlation: ['ZCOR', 'COR'],
};

export function measuresOf(data: StudyDataKind): readonly string[] {
  return MEASURES[data];
}

export const models = ['random', 'fixed', 'i-squared-rule'] as const;
export const estimators = ['DL', 'REML', 'ML', 'PM', 'PMM', 'EB', 'SJ', 'HS', 'HSK', 'HE'] as const;
export const intervals = ['wald', 'wald-t', 'hksj', 'hksj-adhoc', 'kr'] as const;
export const predictions = ['off', 'z', 't-k1', 't-k2', 'hksj'] as const;
export const levels = ['90', '95', '97.5', '99', '99.9'] as const;

/** As the server has it: a whole number, or a text with decimals. */
export function levelOf(text: string): number | string {
  return Number.isInteger(Number(text)) ? Number(text) : text;
}
export const zeroRules = ['revman', 'metafor', 'all', 'if0all', 'treatment-arm', 'none'] as const;
export const conventions = ['revman5', 'revman-web', 'metafor', 'meta'] as const;
export const totals = ['overall', 'subgroups', 'none'] as const;
export const sensitivities = [
  'leave1out',
  'cumulative',
  'cumulative:year',
  'influence',
  'trimfill',
  'estimators',
] as const;

const TESTS = [
  'egger',
  'egger-mixed',
  'begg',
  'thompson',
  'pet-peese',
  'trimfill',
  'fsn',
  'excess',
  'selection',
  'limit',
  'lfk',
] as const;

/** Tests of small-study effects that the data allow: some need the events or the means of both groups. */
export function testsOf(data: StudyDataKind): readonly string[] {
  switch (data) {
    case 'dichotomous':
      return [...TESTS, 'harbord', 'peters', 'macaskill', 'deeks', 'ruecker', 'schwarzer'];
    case 'continuous':
      return [...TESTS, 'pustejovsky'];
    default:
      return TESTS;
  }
}

export type ConventionName = (typeof conventions)[number];
export type SettingName = keyof SynthesisSettings;

/** In the order of the page. */
const settingNames = [
  'measure',
  'method',
  'model',
  'tauSquared',
  'ci',
  'prediction',
  'level',
  'subgroup',
  'zero',
  'convention',
  'moderators',
  'tests',
  'sensitivity',
  'swapEvents',
  'totals',
  'studyLevel',
  'permutations',
] as const satisfies readonly SettingName[];

export function methodsOf(data: StudyDataKind, measure: string): readonly string[] {
  if (measure === 'PETO') return ['PETO'];
  if (data === 'dichotomous' && measure === 'OR') return ['MH', 'IV', 'GLMM', 'PENALISED'];
  return data === 'dichotomous' && ['RR', 'RD'].includes(measure) ? ['MH', 'IV'] : ['IV'];
}

/** What a new synthesis begins with: what RevMan of today would do. */
export function usualSettings(data: StudyDataKind): SynthesisSettings {
  const measure = measuresOf(data)[0] ?? 'GEN';
  return fitting(data, withConvention({ ...BARE, measure }, 'revman-web'));
}

const BARE: SynthesisSettings = {
  measure: 'GEN',
  method: 'IV',
  model: 'random',
  ci: 'wald',
  level: 95,
  convention: 'revman-web',
};

/** A convention sets what its program would do unasked; measure, model and what is looked at beside stay. */
export function withConvention(settings: SynthesisSettings, convention: ConventionName): SynthesisSettings {
  return {
    ...settings,
    tauSquared: undefined,
    prediction: undefined,
    zero: undefined,
    ci: 'wald',
    convention,
  };
}

/** The settings without what does not go together: a method that the measure has not. */
export function fitting(data: StudyDataKind, settings: SynthesisSettings): SynthesisSettings {
  const measures = measuresOf(data);
  const measure = measures.includes(settings.measure) ? settings.measure : (measures[0] ?? settings.measure);
  const methods = methodsOf(data, measure);
  const method = methods.includes(settings.method ?? '') ? settings.method : (methods[0] ?? 'IV');
  const model = method === 'PETO' || method === 'PENALISED' ? 'fixed' : settings.model;
  return { ...settings, measure, method, model };
}

/** The estimator, the rule for empty cells and the prediction interval that a convention has unless one is chosen. */
export const usualOf: Readonly<
  Record<ConventionName, { tauSquared: string; zero: string; prediction: string }>
> = {
  revman5: { tauSquared: 'DL', zero: 'revman', prediction: 'off' },
  'revman-web': { tauSquared: 'REML', zero: 'revman', prediction: 't-k1' },
  metafor: { tauSquared: 'REML', zero: 'metafor', prediction: 't-k1' },
  meta: { tauSquared: 'REML', zero: 'revman', prediction: 't-k1' },
};

export function conventionOf(settings: SynthesisSettings): ConventionName {
  return conventions.find((one) => one === settings.convention) ?? 'revman-web';
}

/** Settings that an empty word takes away again when they are saved and others are tried out. */
const LEAVABLE: readonly SettingName[] = [
  'tauSquared',
  'prediction',
  'subgroup',
  'zero',
  'moderators',
  'tests',
  'sensitivity',
  'studyLevel',
];

/** For settings that are tried out: what the address says. */
export function settingsQuery(settings: SynthesisSettings): string {
  const query = new URLSearchParams();
  for (const name of settingNames) {
    const value = (settings[name] ?? '').toString();
    if (value !== '' || LEAVABLE.includes(name)) query.set(name, value);
  }
  return query.toString();
}

export function sameSettings(a: SynthesisSettings, b: SynthesisSettings): boolean {
  return differingSettings(a, b).length === 0;
}

/** The names of the settings in which two differ. */
export function differingSettings(a: SynthesisSettings, b: SynthesisSettings): readonly SettingName[] {
  return settingNames.filter((name) => (a[name] ?? '').toString() !== (b[name] ?? '').toString());
}

/** The list with a word more, or less. */
export function withListed(list: readonly string[] | undefined, word: string, listed: boolean): string[] {
  const others = (list ?? []).filter((one) => one !== word);
  return listed ? [...others, word] : others;
}
