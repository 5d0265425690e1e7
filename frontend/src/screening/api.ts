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

export function fetchMyVotes(
  review: string,
  stage: StageId,
  verdict: Verdict | undefined,
  cursor: string | undefined,
) {
  return http.get<Page<MyVote>>(`/reviews/${review}/stages/${stage}/votes`, {
    query: { verdict, cursor },
  });
}

/** Whether this member may settle it: not one of the two who voted, unless the policy says so. */
export type ListedConflict = Conflict & { readonly mine?: boolean };

export function fetchConflicts(review: string, stage: StageId, cursor: string | undefined) {
  return http.get<Page<ListedConflict>>(`/reviews/${review}/stages/${stage}/conflicts`, {
    query: { cursor },
  });
}
