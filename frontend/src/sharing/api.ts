import { queryOptions } from '@tanstack/react-query';
import { http, type Tagged } from '../api/http';
import type {
  Allocation,
  AllocationOutlook,
  AllocationVersion,
  ImportBatch,
  Member,
  Page,
  Source,
  StageId,
  Tag,
} from '../api/schema';

export function allocationQuery(review: string, stage: StageId) {
  return queryOptions({
    queryKey: ['review', review, 'allocation', stage],
    queryFn: ({ signal }): Promise<Tagged<AllocationVersion>> =>
      http.tagged<AllocationVersion>(`/reviews/${review}/stages/${stage}/allocation`, { signal }),
  });
}

/** What the rules come to changes with every vote, and is not needed as soon as that. */
export function outlookQuery(review: string, stage: StageId) {
  return queryOptions({
    queryKey: ['allocation-outlook', review, stage],
    queryFn: ({ signal }) =>
      http.get<AllocationOutlook>(`/reviews/${review}/stages/${stage}/allocation/outlook`, { signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });
}

export function saveAllocation(review: string, stage: StageId, rules: Allocation, base: number) {
  return http.put<AllocationVersion>(`/reviews/${review}/stages/${stage}/allocation`, rules, {
    ifMatch: `"${base}"`,
  });
}

// The same keys and shapes as where these lists are at home, so that one answer serves all pages.
export function membersQuery(review: string) {
  return queryOptions({
    queryKey: ['review', review, 'team', 'members'],
    queryFn: ({ signal }) => http.get<Page<Member>>(`/reviews/${review}/members`, { signal }),
  });
}

export function importsQuery(review: string) {
  return queryOptions({
    queryKey: ['review', review, 'identification', 'imports'],
    queryFn: ({ signal }) =>
      http.get<Page<ImportBatch>>(`/reviews/${review}/imports`, { query: { limit: 200 }, signal }),
  });
}

export function sourcesQuery(review: string) {
  return queryOptions({
    queryKey: ['review', review, 'identification', 'sources'],
    queryFn: ({ signal }) =>
      http.get<Page<Source>>(`/reviews/${review}/sources`, { query: { limit: 200 }, signal }),
  });
}

export function tagsQuery(review: string) {
  return queryOptions({
    queryKey: ['review', review, 'annotation', 'tags'],
    queryFn: async ({ signal }) => (await http.get<Page<Tag>>(`/reviews/${review}/tags`, { signal })).items,
  });
}
