import { useQuery } from '@tanstack/react-query';
import type { SourceOverlap } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { EmptyState, Loaded, Table, type Column } from '../ui';
import { overlapQuery } from './api';
import styles from './deduplication.module.css';
import { useText } from './messages';

type Source = SourceOverlap['sources'][number];

/** What each source found alone, and what each two found both. */
export function OverlapView({ reviewId }: { reviewId: string }) {
  const text = useText();
  const overlap = useQuery(overlapQuery(reviewId));
  return (
    <Loaded query={overlap} lines={6}>
      {(data) =>
        data.sources.length === 0 ? (
          <EmptyState title={text.noSources}>{text.noSourcesText}</EmptyState>
        ) : (
          <>
            <h2>{text.overlapTitle}</h2>
            <p className={styles.muted}>{text.overlapText}</p>
            <Matrix overlap={data} />
          </>
        )
      }
    </Loaded>
  );
}

function Matrix({ overlap }: { overlap: SourceOverlap }) {
  const text = useText();
  const format = useFormat();
  function both(one: Source, other: Source): number {
    return (
      overlap.pairs.find(
        ({ a, b }) =>
          (a === one.sourceId && b === other.sourceId) || (a === other.sourceId && b === one.sourceId),
      )?.entries ?? 0
    );
  }
  const columns: Column<Source>[] = [
    { key: 'source', head: text.source, rowHeader: true, cell: (source) => source.name },
    { key: 'records', head: text.records, number: true, cell: (source) => format.number(source.records) },
    { key: 'within', head: text.within, number: true, cell: (source) => format.number(source.withinSource) },
    { key: 'entries', head: text.entries, number: true, cell: (source) => format.number(source.entries) },
    { key: 'alone', head: text.onlyHere, number: true, cell: (source) => format.number(source.unique) },
    ...overlap.sources.map((other) => ({
      key: other.sourceId,
      head: other.name,
      number: true,
      cell: (source: Source) =>
        source.sourceId === other.sourceId ? (
          <span className={styles.muted}>–</span>
        ) : (
          format.number(both(source, other))
        ),
    })),
  ];
  return (
    <Table
      caption={text.overlapTitle}
      columns={columns}
      rows={overlap.sources}
      rowKey={(source) => source.sourceId}
    />
  );
}
