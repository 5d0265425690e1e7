import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { address, http, type Tagged } from '../api/http';
import type {
  BiasTool,
  Comparison,
  Conversion,
  Converted,
  FindingsRow,
  LanguageCode,
  Page,
  StudyRow,
  Synthesis,
  SynthesisAnalysis,
  SynthesisDefinition,
  SynthesisImport,
  SynthesisSettings,
} from '../api/schema';
import { settingsQuery } from './settings';

export function synthesisKey(review: string) {
  return ['review', review, 'synthesis'];
}

export function comparisonsQuery(review: string) {
  return queryOptions({
    queryKey: [...synthesisKey(review), 'comparisons'],
    queryFn: ({ signal }) => http.get<Page<Comparison>>(`/reviews/${review}/comparisons`, { signal }),
  });
}

export function synthesisQuery(review: string, id: string) {
  return queryOptions({
    queryKey: [...synthesisKey(review), 'one', id],
    queryFn: ({ signal }): Promise<Tagged<Synthesis>> =>
      http.tagged<Synthesis>(`/reviews/${review}/syntheses/${id}`, { signal }),
  });
}

/** The numbers by settings that are only tried out. */
export function trialQuery(review: string, id: string, inputs: string, settings: SynthesisSettings) {
  const query = settingsQuery(settings);
  return queryOptions({
    queryKey: [...synthesisKey(review), 'analysis', id, inputs, query],
    queryFn: ({ signal }) =>
      http.get<SynthesisAnalysis>(`/reviews/${review}/syntheses/${id}/analysis?${query}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export const figureKinds = [
  'forest',
  'funnel',
  'galbraith',
  'baujat',
  'labbe',
  'bubble',
  'influence',
  'leave-one-out',
  'cumulative',
  'gosh',
  'doi',
  'drapery',
  'qq',
  'bias-table',
  'bias-summary',
] as const;
export type FigureKind = (typeof figureKinds)[number];
export const layouts = ['revman', 'jama', 'bmj', 'lancet', 'plain', 'grayscale'] as const;
export type Layout = (typeof layouts)[number];
export const sorts = ['table', 'year', 'name', 'effect', 'weight', 'bias'] as const;
export const decimalMarks = ['', '.', ',', '·'] as const;
export const weightChoices = ['one', 'both', 'none'] as const;

/** How a forest plot is drawn beside its layout. */
export interface ForestOptions {
  readonly sort: (typeof sorts)[number];
  readonly decimal: (typeof decimalMarks)[number];
  readonly weights: (typeof weightChoices)[number];
  readonly density: boolean;
  /** Beside the total, once it was judged. */
  readonly certainty: boolean;
}

export const usualForest: ForestOptions = {
  sort: 'table',
  decimal: '',
  weights: 'one',
  density: false,
  certainty: true,
};

/** Figures that look as a journal has them. */
export const layoutKinds: readonly FigureKind[] = [
  'forest',
  'leave-one-out',
  'cumulative',
  'bias-table',
  'bias-summary',
];

export interface FigureChoice {
  readonly kind: FigureKind;
  readonly layout: Layout;
  readonly language: LanguageCode;
  /** Those of the synthesis unless others are tried out. */
  readonly settings: SynthesisSettings | undefined;
  readonly forest: ForestOptions;
}

function figurePath(review: string, id: string, choice: FigureChoice, format: string): string {
  const query = new URLSearchParams(choice.settings ? settingsQuery(choice.settings) : '');
  query.set('language', choice.language);
  if (layoutKinds.includes(choice.kind)) query.set('layout', choice.layout);
  if (choice.kind === 'forest') {
    const { sort, decimal, weights, density, certainty } = choice.forest;
    if (sort !== 'table') query.set('sort', sort);
    if (decimal !== '') query.set('decimal', decimal);
    if (weights !== 'one') query.set('weights', weights);
    if (density) query.set('density', 'yes');
    if (!certainty) query.set('certainty', '');
  }
  return `/reviews/${review}/syntheses/${id}/figures/${choice.kind}.${format}?${query.toString()}`;
}

export function figureAddress(review: string, id: string, choice: FigureChoice, format: string): string {
  return address(figurePath(review, id, choice, format));
}

/** The drawing and its words for those who cannot see it. */
export function figureQuery(review: string, id: string, inputs: string, choice: FigureChoice) {
  return queryOptions({
    queryKey: [...synthesisKey(review), 'figure', id, inputs, figurePath(review, id, choice, 'svg')],
    queryFn: async ({ signal }) => {
      const [svg, words] = await Promise.all([
        http.text(figurePath(review, id, choice, 'svg'), { signal }),
        http.get<{ title: string; description: string }>(figurePath(review, id, choice, 'json'), { signal }),
      ]);
      return { svg, ...words };
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The table of a figure's numbers, as CSV. */
export function figureTableQuery(review: string, id: string, inputs: string, choice: FigureChoice) {
  const path = figurePath(review, id, choice, 'csv');
  return queryOptions({
    queryKey: [...synthesisKey(review), 'figure', id, inputs, path],
    queryFn: ({ signal }) => http.text(path, { signal }),
    staleTime: Infinity,
  });
}

export const biasToolsQuery = queryOptions({
  queryKey: ['bias-tools'],
  queryFn: ({ signal }) => http.get<BiasTool[]>('/bias-tools', { signal }),
  staleTime: Infinity,
});

/** What a file in a format has no place for. */
export function lossesQuery(review: string, format: string) {
  return queryOptions({
    queryKey: [...synthesisKey(review), 'losses', format],
    queryFn: ({ signal }) =>
      http.get<Page<string>>(`/reviews/${review}/syntheses/export/losses`, { query: { format }, signal }),
  });
}

export const conversionsQuery = queryOptions({
  queryKey: ['conversions'],
  queryFn: ({ signal }) => http.get<Conversion[]>('/conversions', { signal }),
  staleTime: Infinity,
});

export function convertedQuery(method: string, inputs: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ['conversions', method, inputs],
    queryFn: ({ signal }) => http.get<Converted>(`/conversions/${method}`, { query: { ...inputs }, signal }),
    staleTime: Infinity,
  });
}

export function findingsQuery(review: string, comparison: string) {
  return queryOptions({
    queryKey: [...synthesisKey(review), 'findings', comparison],
    queryFn: ({ signal }) =>
      http.get<Page<FindingsRow>>(`/reviews/${review}/summary-of-findings`, {
        query: { comparison },
        signal,
      }),
  });
}

export type DefinitionCommand = SynthesisDefinition & { explanation?: string };

export function definitionOf({
  comparisonId,
  position,
  outcome,
  timePoint,
  unit,
  data,
  benefit,
  favours,
  settings,
  riskOfBias,
}: Synthesis): SynthesisDefinition {
  return { comparisonId, position, outcome, timePoint, unit, data, benefit, favours, settings, riskOfBias };
}

export function putDefinition(review: string, id: string, command: DefinitionCommand, etag?: string) {
  return http.put<Synthesis>(`/reviews/${review}/syntheses/${id}`, command, etag ? { ifMatch: etag } : {});
}

export function putRows(review: string, id: string, rows: readonly StudyRow[], etag: string) {
  return http.put<Synthesis>(`/reviews/${review}/syntheses/${id}/rows`, { rows }, { ifMatch: etag });
}

export function putImport(review: string, id: string, file: File) {
  return http.put<SynthesisImport>(
    `/reviews/${review}/syntheses/imports/${id}?fileName=${encodeURIComponent(file.name)}`,
    file,
  );
}

export const exportFormats = ['rm5', 'revman-csv', 'revman-web', 'jasp', 'stata', 'robvis'] as const;
export const scriptTools = ['metafor', 'meta', 'stata'] as const;

export function etagOf(version: number): string {
  return `"${version}"`;
}
