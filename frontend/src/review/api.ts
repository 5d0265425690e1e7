import { queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Page, ReviewListItem, StageId } from '../api/schema';

export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => http.get<Page<ReviewListItem>>('/reviews', { query: { limit: 200 }, signal }),
  // Somebody who comes back to this page wants to know what waits now.
  staleTime: 0,
});

export interface StageCommand {
  state: 'open' | 'closed';
  reason?: string;
  waive?: boolean;
}

export function setStage(reviewId: string, stage: StageId, command: StageCommand): Promise<void> {
  return http.put(`/reviews/${reviewId}/stages/${stage}/state`, command);
}
