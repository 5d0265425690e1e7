import { queryOptions } from '@tanstack/react-query';
import { outboxOf } from '../../api/accountOutbox';
import { http } from '../../api/http';
import type { OnRecord, Page, Tag } from '../../api/schema';
import { Notebook } from './notebook';

export function tagsQuery(review: string) {
  return queryOptions({
    queryKey: ['review', review, 'annotation', 'tags'],
    queryFn: async ({ signal }) => (await http.get<Page<Tag>>(`/reviews/${review}/tags`, { signal })).items,
  });
}

export type NewTag = Pick<Tag, 'id' | 'name' | 'owner' | 'place' | 'kind' | 'options'>;

export function putTag(review: string, { id, name, owner, place, kind, options }: NewTag): Promise<void> {
  return http.put(`/reviews/${review}/tags/${id}`, {
    name,
    owner,
    place,
    ...(kind !== undefined && { kind }),
    ...(kind === 'choice' && { options }),
  });
}

export function mergeTag(review: string, tag: string, into: string): Promise<void> {
  return http.put(`/reviews/${review}/tags/${tag}/merger`, { into });
}

export function removeTag(review: string, tag: string): Promise<void> {
  return http.delete(`/reviews/${review}/tags/${tag}`);
}

const notebooks = new Map<string, Notebook>();

export function notebookFor(account: string, review: string): Notebook {
  const key = `${account} ${review}`;
  const known = notebooks.get(key);
  if (known) return known;
  const notebook = new Notebook({
    account,
    review,
    outbox: {
      add: (command) => outboxOf(account).add(command),
      waiting: () => outboxOf(account).waiting(),
    },
    fetch: async (ids) =>
      (await http.get<Page<OnRecord>>(`/reviews/${review}/annotations`, { query: { ids: ids.join(',') } }))
        .items,
  });
  notebooks.set(key, notebook);
  return notebook;
}
