import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { http } from '../api/http';
import type { LookupResult, ReviewRecord } from '../api/schema';
import { Button, Dialog, ProblemNote, RecordSummary, Skeleton, TextField } from '../ui';
import { useScreeningMessages } from './messages';
import { nearestTo } from './nearest';
import type { Original } from './queue';
import styles from './screening.module.css';

const SHOWN = 8;

/** Finds the record that the one on the page is a copy of: the nearest ones at first, then what is searched for. */
export function DuplicatePanel({
  reviewId,
  record,
  onChoose,
  onClose,
}: {
  reviewId: string;
  record: ReviewRecord;
  onChoose: (original: Original) => void;
  onClose: () => void;
}) {
  const text = useScreeningMessages().duplicatePanel;
  const [words, setWords] = useState('');
  const search = useRef<HTMLDivElement>(null);
  // A dialog that opens takes the focus to its first button.
  useEffect(() => search.current?.querySelector('input')?.focus(), []);
  const typed = useDeferredValue(words.trim());
  const asked = typed === '' ? nearestTo(record) : typed;
  const found = useQuery({
    queryKey: ['nearest', reviewId, record.id, asked],
    queryFn: ({ signal }) =>
      http.get<LookupResult>(`/reviews/${reviewId}/lookup`, {
        // The record itself is mostly the best hit.
        query: { q: asked, limit: SHOWN + 1 },
        signal,
      }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const others = found.data?.items.map((hit) => hit.record).filter(({ id }) => id !== record.id) ?? [];
  return (
    <Dialog title={text.title} onClose={onClose} wide>
      <p>{text.intro}</p>
      <div ref={search}>
        <TextField label={text.search} hint={text.hint} value={words} onChange={setWords} />
      </div>
      <h3>{typed === '' ? text.nearest : text.found}</h3>
      {found.isError && <ProblemNote problem={found.error} />}
      {found.isLoading && <Skeleton />}
      {((found.isSuccess && others.length === 0) || asked === '') && <p>{text.nothing}</p>}
      <ul className={styles.originals}>
        {others.slice(0, SHOWN).map((other) => {
          const title = other.title ?? String(other.id);
          return (
            <li key={other.id}>
              <RecordSummary record={other} />
              <Button
                size="small"
                aria-label={text.same(title)}
                onClick={() => onChoose({ id: other.id, title })}
              >
                {text.choose}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
