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
  const [chosen, setChosen] = useState('');
  const [tag, value] = meant(chosen);
  const put = useMutation({
    mutationFn: async () => {
      const open = [...records];
      const work = async () => {
        for (let record = open.shift(); record !== undefined; record = open.shift())
          await http.put(
            `/reviews/${review}/records/${record}/tags/${tag}`,
            value === undefined ? {} : { value },
          );
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return records.length;
    },
  });
  // A text is typed on each record; a choice is offered with each of its options.
  const ofReview = tags.data?.filter(({ owner, kind }) => owner === 'review' && kind !== 'text') ?? [];
  if (ofReview.length === 0 || records.length === 0) return null;
  return (
    <div className={styles.tagging}>
      <Select
        label={text.tagShown}
        value={chosen}
        options={[
          { value: '', label: text.chooseTag },
          ...ofReview.flatMap(({ id, name, kind, options = [] }) =>
            kind === 'choice'
              ? options.map((option) => ({ value: `${id} ${option}`, label: `${name}: ${option}` }))
              : [{ value: id, label: name }],
          ),
        ]}
        onChange={(other) => {
          setChosen(other);
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

/** A tag's id and, behind a space, what it is to say. */
function meant(chosen: string): [string, string | undefined] {
  const space = chosen.indexOf(' ');
  return space === -1 ? [chosen, undefined] : [chosen.slice(0, space), chosen.slice(space + 1)];
}
