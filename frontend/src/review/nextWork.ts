import type { ReviewListItem } from '../api/schema';

export interface Work {
  kind: 'title-abstract' | 'full-text' | 'conflicts';
  count: number;
  to: string;
}

/** What waits for me in one review, in the order of the pipeline. */
export function workIn(review: ReviewListItem): Work[] {
  const base = `/reviews/${review.id}`;
  const all: Work[] = [
    {
      kind: 'title-abstract',
      count: review.myOpen['title-abstract'] ?? 0,
      to: `${base}/screening/title-abstract`,
    },
    { kind: 'conflicts', count: review.myOpen.conflicts ?? 0, to: `${base}/conflicts` },
    { kind: 'full-text', count: review.myOpen['full-text'] ?? 0, to: `${base}/screening/full-text` },
  ];
  return all.filter((work) => work.count > 0);
}

/**
 * Where "go on" leads: the page of the last visit if work is left there, otherwise the first work of the first review
 * that has any.
 */
export function resumeAt(
  reviews: readonly ReviewListItem[],
  lastPath: string | undefined,
): { work: Work; review: ReviewListItem; again: boolean } | undefined {
  const all = reviews.flatMap((review) => workIn(review).map((work) => ({ work, review })));
  const last = all.find(({ work }) => lastPath !== undefined && lastPath.startsWith(work.to));
  if (last) return { ...last, again: true };
  return all[0] && { ...all[0], again: false };
}
