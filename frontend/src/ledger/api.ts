import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { LedgerEvent, LedgerVerification, Member, Page } from '../api/schema';

export interface Filter {
  type: string;
  actor: string;
}

export function eventsQuery(reviewId: string, { type, actor }: Filter) {
  return infiniteQueryOptions({
    queryKey: ['review', reviewId, 'ledger', 'events', type, actor],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<LedgerEvent>>(`/reviews/${reviewId}/ledger`, {
        query: { cursor: pageParam, type, actor, limit: 50 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // Every event of the review makes the list stale.
    staleTime: 0,
  });
}

export function actorsQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'team', 'members'],
    queryFn: ({ signal }) => http.get<Page<Member>>(`/reviews/${reviewId}/members`, { signal }),
  });
}

export function verify(reviewId: string): Promise<LedgerVerification> {
  return http.get<LedgerVerification>(`/reviews/${reviewId}/ledger/verify`);
}
