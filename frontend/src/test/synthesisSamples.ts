import type { Comparison, StudyRow, Synthesis, SynthesisAnalysis } from '../api/schema';

/** What the server says of a synthesis, for tests of its pages. */
export function analysis(changed: Partial<SynthesisAnalysis> = {}): SynthesisAnalysis {
  return {
    measure: 'MD',
    convention: 'revman-web',
    logScale: false,
    model: 'random',
    tauSquaredEstimator: 'REML',
    interval: 'WALD',
    level: 95,
    rows: 2,
    k: 2,
    studies: [
      { study: 'Li 2019', estimate: -2, se: 0.5, lower: -2.98, upper: -1.02, weight: 60 },
      { study: 'Wu 2020', estimate: -1, se: 0.6, lower: -2.176, upper: 0.176, weight: 40 },
    ],
    pooled: { estimate: -1.6, se: 0.42, lower: -2.43, upper: -0.78, statistic: -3.8, p: 0.00014 },
    heterogeneity: { q: 1.6, df: 1, p: 0.2, tauSquared: 0.19, iSquared: 39 },
    ...changed,
  };
}

export function studyRow(id: string, changed: Partial<StudyRow> = {}): StudyRow {
  return {
    id,
    position: 1,
    study: id,
    values: {},
    origins: {},
    properties: {},
    bias: {},
    included: true,
    ...changed,
  };
}

export const comparisonId = 'comparison-cells';
export const synthesisId = 'synthesis-pain';

export function synthesis(changed: Partial<Synthesis> = {}): Synthesis {
  return {
    id: synthesisId,
    version: 3,
    comparisonId,
    position: 1,
    outcome: { en: 'Pain at 12 months' },
    data: 'continuous',
    benefit: 'lower',
    settings: {
      measure: 'MD',
      method: 'IV',
      model: 'random',
      ci: 'wald',
      level: 95,
      convention: 'revman-web',
    },
    prespecified: true,
    changed: false,
    definedAt: '2026-01-02T00:00:00Z',
    definedBy: { id: 'account-lin', displayName: 'Lin' },
    columns: ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
    rows: [
      studyRow('Li 2019', {
        values: { m1i: '3', sd1i: '1.2', n1i: '20', m2i: '5', sd2i: '1.4', n2i: '21' },
        origins: { sd1i: { kind: 'converted', method: 'sd-from-se', inputs: { se: '0.27', n: '20' } } },
      }),
      studyRow('Wu 2020', {
        position: 2,
        values: { m1i: '4', sd1i: '1.6', n1i: '18', m2i: '5', sd2i: '1.5', n2i: '17' },
      }),
    ],
    analysis: analysis(),
    analysed: ['Li 2019', 'Wu 2020'],
    problems: [],
    respelt: [],
    doubleCounted: [],
    inputs: 'a'.repeat(64),
    ...changed,
  };
}

export function comparison(changed: Partial<Comparison> = {}): Comparison {
  return {
    id: comparisonId,
    position: 1,
    version: 2,
    name: { en: 'Cells against placebo' },
    experimental: { en: 'Cells' },
    control: { en: 'Placebo' },
    syntheses: [
      {
        id: synthesisId,
        version: 3,
        position: 1,
        outcome: { en: 'Pain at 12 months' },
        data: 'continuous',
        measure: 'MD',
        rows: 2,
        prespecified: true,
        changed: false,
        stale: true,
      },
    ],
    ...changed,
  };
}
