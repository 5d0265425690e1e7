import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../api/http';
import { reviewQuery } from '../api/queries';
import type { Page, Tag } from '../api/schema';
import { Button, Note, ProblemNote, Select } from '../ui';
import styles from './lookup.module.css';
import { useLookupMessages } from './messages';

/** So many records are tagged at the same time. */
const AT_ONCE = 4;

/** A lead puts a tag of the review on what was found, for instance to share the work out by it. */
export function TagShown({ review, records }: { review: string; records: readonly number[] }) {
  const text = useLookupMessages();
  const lead = useQuery(reviewQuery(review)).data?.roles.includes('lead') ?? false;
  const tags = useQuery({
    queryKey: ['review', review, 'annotation', 'tags'],
    queryFn: async ({ signal }) => (await http.get<Page<Tag>>(`/reviews/${review}/tags`, { signal })).items,
    enabled: lead,
  });
  const [tag, setTag] = useState('');
  const put = useMutation({
    mutationFn: async () => {
      const open = [...records];
      const work = async () => {
        for (let record = open.shift(); record !== undefined; record = open.shift())
          await http.put(`/reviews/${review}/records/${record}/tags/${tag}`, {});
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return records.length;
    },
  });
  const ofReview = tags.data?.filter(({ owner }) => owner === 'review') ?? [];
  if (ofReview.length === 0 || records.length === 0) return null;
  return (
    <div className={styles.tagging}>
      <Select
        label={text.tagShown}
        value={tag}
        options={[
          { value: '', label: text.chooseTag },
          ...ofReview.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => {
          setTag(chosen);
          put.reset();
        }}
      />
      <Button size="small" busy={put.isPending} disabled={tag === ''} onClick={() => put.mutate()}>
        {text.tagThem(records.length)}
      </Button>
      {put.isSuccess && (
        <Note tone="good" announce>
          {text.tagged(put.data)}
        </Note>
      )}
      {put.isError && <ProblemNote problem={put.error} />}
    </div>
  );
}
