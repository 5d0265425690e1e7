import { queryOptions } from '@tanstack/react-query';
import { http, type Tagged } from './http';
import type { Protocol, Review, Session } from './schema';

/**
 * Queries that more than one room reads. Keys of a review's data are `['review', reviewId, room, …]`: an event of the
 * review's stream that names the room makes all of them stale. What must not change under somebody who reads (the
 * screening queue) therefore uses a key of another beginning.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => http.get<Session>('/session', { signal }),
  staleTime: 5 * 60_000,
});

export function reviewQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'review'],
    queryFn: ({ signal }) => http.get<Review>(`/reviews/${reviewId}`, { signal }),
  });
}

export function protocolQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'review', 'protocol'],
    queryFn: ({ signal }): Promise<Tagged<Protocol>> =>
      http.tagged<Protocol>(`/reviews/${reviewId}/protocol`, { signal }),
  });
}
