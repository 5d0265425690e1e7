import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type {
  Cluster,
  Doubt,
  DuplicatesSummary,
  Page,
  ReviewRecord,
  SourceOverlap,
  WhyNotMerged,
} from '../api/schema';

export function summaryQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'deduplication', 'summary'],
    queryFn: ({ signal }) =>
      http.get<DuplicatesSummary>(`/reviews/${reviewId}/duplicates/summary`, { signal }),
  });
}

export function clustersQuery(reviewId: string, rule: string) {
  return infiniteQueryOptions({
    queryKey: ['review', reviewId, 'deduplication', 'clusters', rule],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Cluster>>(`/reviews/${reviewId}/duplicates`, {
        query: { cursor: pageParam, rule, limit: 25 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export function doubtsQuery(reviewId: string) {
  return infiniteQueryOptions({
    queryKey: ['review', reviewId, 'deduplication', 'doubts'],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Doubt>>(`/reviews/${reviewId}/duplicates/candidates`, {
        query: { cursor: pageParam, limit: 25 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export function overlapQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'deduplication', 'overlap'],
    queryFn: ({ signal }) => http.get<SourceOverlap>(`/reviews/${reviewId}/duplicates/overlap`, { signal }),
  });
}

export const commands = {
  merge: (reviewId: string, id: string, representative: number, members: readonly number[]) =>
    http.put(`/reviews/${reviewId}/duplicates/merges/${id}`, { representative, members }),
  split: (reviewId: string, id: string, recordId: number) =>
    http.put(`/reviews/${reviewId}/duplicates/splits/${id}`, { recordId }),
  undoMerge: (reviewId: string, id: string) => http.delete(`/reviews/${reviewId}/duplicates/merges/${id}`),
  separate: (reviewId: string, id: string, a: number, b: number) =>
    http.put(`/reviews/${reviewId}/duplicates/separations/${id}`, { a, b }),
  undoSeparation: (reviewId: string, id: string) =>
    http.delete(`/reviews/${reviewId}/duplicates/separations/${id}`),
  accept: (reviewId: string, id: string, rule: string) =>
    http.put<{ accepted: number; left: number }>(`/reviews/${reviewId}/duplicates/acceptances/${id}`, {
      rule,
    }),
  why: (reviewId: string, a: number, b: number) =>
    http.get<WhyNotMerged>(`/reviews/${reviewId}/duplicates/why`, { query: { a, b } }),
  records: async (reviewId: string, ids: readonly number[]) =>
    (await http.get<Page<ReviewRecord>>(`/reviews/${reviewId}/records`, { query: { ids: ids.join(',') } }))
      .items,
};
