import { http } from '../api/http';
import type { Conflict, MyVote, Page, Queue, StageId, Verdict } from '../api/schema';

/** A part of my queue; without anything it is the whole. */
export interface Selection {
  readonly only?: 'no-abstract' | 'later' | 'maybe' | 'not-retrieved' | undefined;
  /** One of my tags. */
  readonly tag?: string | undefined;
  /** What the tag says there. */
  readonly value?: string | undefined;
}

/** The first records are few, so that they are there at once; then more at a time. */
const FIRST = 20;
const THEN = 60;

export function fetchQueue(
  review: string,
  stage: StageId,
  { only, tag, value }: Selection,
  after: string | undefined,
): Promise<Queue> {
  return http.get<Queue>(`/reviews/${review}/stages/${stage}/queue`, {
    query: { limit: after === undefined ? FIRST : THEN, after, only, tag, value },
  });
}

/** A key of its own: the review's stream must not change a list under somebody who reads it. */
export function myVotesKey(
  review: string,
  stage: StageId,
  verdict: Verdict | undefined,
  tag: string,
  value: string,
) {
  return ['my-votes', review, stage, verdict ?? 'all', tag, value];
}

export function fetchMyVotes(
  review: string,
  stage: StageId,
  verdict: Verdict | undefined,
  tag: string,
  value: string,
  cursor: string | undefined,
) {
  return http.get<Page<MyVote>>(`/reviews/${review}/stages/${stage}/votes`, {
    query: { verdict, tag, value, cursor },
  });
}

/** Whether this member may settle it: not one of the two who voted, unless the policy says so. */
export type ListedConflict = Conflict & { readonly mine?: boolean };

export function fetchConflicts(review: string, stage: StageId, cursor: string | undefined) {
  return http.get<Page<ListedConflict>>(`/reviews/${review}/stages/${stage}/conflicts`, {
    query: { cursor },
  });
}
