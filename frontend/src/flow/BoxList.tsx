import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FlowBox } from '../api/schema';
import { bilingual, useCommon, useLanguage } from '../lib/i18n';
import { Button, Dialog, ProblemNote, RecordSummary, Skeleton } from '../ui';
import { RecordPanel } from '../ui/reader/RecordPanel';
import { fetchBox, flowKey } from './api';
import { boxLabel } from './boxes';
import { useFlowMessages } from './messages';
import styles from './flow.module.css';

interface BoxListProps {
  review: string;
  /** A box of the diagram has one line or several. */
  names: readonly string[];
  first: string | undefined;
  onClose: () => void;
}

/** What a number of the diagram counts: the set behind it. */
export function BoxList({ review, names, first, onClose }: BoxListProps) {
  const text = useFlowMessages();
  const language = useLanguage();
  const [name, setName] = useState(first ?? names[0] ?? '');
  const label = (box: string) => bilingual(boxLabel(box), language)?.text ?? box;
  return (
    <Dialog title={label(name)} wide onClose={onClose}>
      {names.length > 1 && (
        <div role="group" aria-label={text.lines} className={styles.group}>
          {names.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.choice}
              aria-pressed={one === name}
              onClick={() => setName(one)}
            >
              {label(one)}
            </button>
          ))}
        </div>
      )}
      <Members key={name} review={review} box={name} />
    </Dialog>
  );
}

function Members({ review, box }: { review: string; box: string }) {
  const text = useFlowMessages();
  const common = useCommon();
  const [reading, setReading] = useState<number>();
  const query = useInfiniteQuery({
    queryKey: [...flowKey(review), 'box', box],
    queryFn: ({ pageParam }) => fetchBox(review, box, pageParam),
    initialPageParam: cursorAtStart(),
    getNextPageParam: (last) => last.next,
  });
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  const [firstPage] = query.data.pages;
  const items = query.data.pages.flatMap((page) => page.items);
  const count = firstPage?.count ?? firstPage?.ids?.length ?? items.length;
  return (
    <>
      <p className={styles.boxCount} role="status">
        {text.units[unitOf(firstPage)](count)}
      </p>
      {items.length === 0 && <p>{text.emptyBox}</p>}
      <ul className={styles.members}>
        {items.map((item) => (
          <li key={item.id}>
            <span className={styles.memberId}>{item.id}</span>
            <button type="button" className={styles.member} onClick={() => setReading(item.id)}>
              <RecordSummary record={item} />
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {common.more}
        </Button>
      )}
      {reading !== undefined && (
        <RecordPanel review={review} record={reading} onClose={() => setReading(undefined)} />
      )}
    </>
  );
}

function unitOf(box: FlowBox | undefined): FlowBox['unit'] {
  return box?.unit ?? 'record';
}

function cursorAtStart(): string | undefined {
  return undefined;
}
