import { http } from '../api/http';
import type { Conflict, MyVote, Page, Queue, StageId, Verdict } from '../api/schema';
import { AHEAD } from './queue';

export function fetchQueue(review: string, stage: StageId, after: string | undefined): Promise<Queue> {
  return http.get<Queue>(`/reviews/${review}/stages/${stage}/queue`, { query: { limit: AHEAD, after } });
}

/** A key of its own: the review's stream must not change a list under somebody who reads it. */
export function myVotesKey(review: string, stage: StageId, verdict: Verdict | undefined) {
  return ['my-votes', review, stage, verdict ?? 'all'];
}

/** With the version of the item, without which a vote cannot be changed. */
export type ListedVote = MyVote & { readonly version?: number };

export function fetchMyVotes(
  review: string,
  stage: StageId,
  verdict: Verdict | undefined,
  cursor: string | undefined,
) {
  return http.get<Page<ListedVote>>(`/reviews/${review}/stages/${stage}/votes`, {
    query: { verdict, cursor },
  });
}

export function fetchConflicts(review: string, stage: StageId, cursor: string | undefined) {
  return http.get<Page<Conflict>>(`/reviews/${review}/stages/${stage}/conflicts`, { query: { cursor } });
}
