import { queryOptions } from '@tanstack/react-query';
import { http, Problem, type Tagged } from './http';
import { forgetKept, keep, kept } from './kept';
import type { CalibrationRounds, CalibrationRoundWhole, Protocol, Review, Session } from './schema';

/**
 * Queries that more than one room reads. Keys of a review's data are `['review', reviewId, room, …]`: an event of the
 * review's stream that names the room makes all of them stale. What must not change under somebody who reads (the
 * screening queue) therefore uses a key of another beginning.
 */
/** The server's answer, or the last one that is kept when there is no network. */
async function orKept<T>(name: string, fetch: () => Promise<T>): Promise<T> {
  try {
    const answer = await fetch();
    void keep(name, answer);
    return answer;
  } catch (failure) {
    const stored = failure instanceof Problem && failure.unreachable ? await kept<T>(name) : undefined;
    if (stored === undefined) throw failure;
    return stored;
  }
}

/** Somebody signed out, or somebody else signed in: what was kept was not for them. */
async function whoIsHere(signal: AbortSignal): Promise<Session> {
  const before = await kept<Session>('session');
  const now = await orKept('session', () => http.get<Session>('/session', { signal }));
  if (before?.account !== undefined && before.account.id !== now.account?.id) {
    await forgetKept();
    await keep('session', now);
  }
  return now;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => whoIsHere(signal),
  staleTime: 5 * 60_000,
});

export function reviewQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'review'],
    queryFn: ({ signal }) =>
      orKept(`review ${reviewId}`, () => http.get<Review>(`/reviews/${reviewId}`, { signal })),
  });
}

export function protocolQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'review', 'protocol'],
    queryFn: ({ signal }): Promise<Tagged<Protocol>> =>
      orKept(`protocol ${reviewId}`, () =>
        http.tagged<Protocol>(`/reviews/${reviewId}/protocol`, { signal }),
      ),
  });
}

export function calibrationQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'calibration'],
    queryFn: ({ signal }) => http.get<CalibrationRounds>(`/reviews/${reviewId}/calibration`, { signal }),
  });
}

export function calibrationRoundQuery(reviewId: string, roundId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'calibration', roundId],
    queryFn: ({ signal }) =>
      http.get<CalibrationRoundWhole>(`/reviews/${reviewId}/calibration/${roundId}`, { signal }),
  });
}
