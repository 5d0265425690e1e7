import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { http } from '../../api/http';
import { protocolQuery } from '../../api/queries';
import type { ReviewRecord } from '../../api/schema';
import { highlighter } from '../../lib/highlights';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { Loaded } from '../Loaded';
import { useReaderMessages } from './messages';
import { noHighlights } from './prepared';
import { RecordReader } from './RecordReader';
import styles from './reader.module.css';

/** One record over the page that names it, with the text as it was imported on request. */
export function RecordPanel({
  review,
  record,
  onClose,
}: {
  review: string;
  record: number;
  onClose: () => void;
}) {
  const text = useReaderMessages();
  const [raw, setRaw] = useState(false);
  const protocol = useQuery(protocolQuery(review)).data?.value;
  const find = useMemo(() => (protocol ? highlighter(protocol.highlights) : noHighlights), [protocol]);
  const query = useQuery({
    queryKey: ['review', review, 'record', record],
    queryFn: ({ signal }) => http.get<ReviewRecord>(`/reviews/${review}/records/${record}`, { signal }),
  });
  return (
    <Dialog title={text.record(record)} wide onClose={onClose}>
      <Loaded query={query}>
        {(loaded) => (
          <RecordReader
            record={loaded}
            find={find}
            strength="soft"
            headingLevel="h2"
            {...(protocol && { mask: protocol.policy.mask })}
          />
        )}
      </Loaded>
      <p className={styles.views}>
        <Button size="small" kind="quiet" aria-expanded={raw} onClick={() => setRaw(!raw)}>
          {raw ? text.hideSource : text.source}
        </Button>
      </p>
      {raw && <RawText review={review} record={record} />}
    </Dialog>
  );
}

function RawText({ review, record }: { review: string; record: number }) {
  const query = useQuery({
    queryKey: ['review', review, 'record', record, 'raw'],
    queryFn: ({ signal }) => http.text(`/reviews/${review}/records/${record}/raw`, { signal }),
  });
  return <Loaded query={query}>{(raw) => <pre className={styles.raw}>{raw}</pre>}</Loaded>;
}
