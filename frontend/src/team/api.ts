import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { AccountSummary, Member, Page, Setup } from '../api/schema';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => http.get<Setup>('/setup', { signal }),
  staleTime: Infinity,
});

export function membersQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'team', 'members'],
    queryFn: ({ signal }) => http.get<Page<Member>>(`/reviews/${reviewId}/members`, { signal }),
  });
}

export function accountsQuery(words: string) {
  return queryOptions({
    queryKey: ['accounts', words],
    queryFn: ({ signal }) =>
      http.get<Page<AccountSummary>>('/accounts', { query: { query: words, limit: 200 }, signal }),
  });
}
