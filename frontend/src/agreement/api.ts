import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { ReviewerAgreement, StageId } from '../api/schema';

export type VotesChoice = 'first' | 'final';
export type MaybeChoice = 'own' | 'include' | 'exclude';

export function agreementQuery(review: string, stage: StageId, votes: VotesChoice, maybe: MaybeChoice) {
  return queryOptions({
    queryKey: ['review', review, 'screening', 'agreement', stage, votes, maybe],
    queryFn: ({ signal }) =>
      http.get<ReviewerAgreement>(`/reviews/${review}/stages/${stage}/agreement`, {
        query: { votes, maybe },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
