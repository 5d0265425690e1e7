import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Cluster, DuplicatesSummary, Page, ReviewRecord } from '../api/schema';

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

export const commands = {
  merge: (reviewId: string, id: string, representative: number, members: readonly number[]) =>
    http.put(`/reviews/${reviewId}/duplicates/merges/${id}`, { representative, members }),
  split: (reviewId: string, id: string, recordId: number) =>
    http.put(`/reviews/${reviewId}/duplicates/splits/${id}`, { recordId }),
  records: async (reviewId: string, ids: readonly number[]) =>
    (await http.get<Page<ReviewRecord>>(`/reviews/${reviewId}/records`, { query: { ids: ids.join(',') } }))
      .items,
};
