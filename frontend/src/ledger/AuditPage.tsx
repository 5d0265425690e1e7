import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import type { LedgerEvent } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Button, EmptyState, Note, PageBody, PageHeader, ProblemNote, Select, Skeleton, Table } from '../ui';
import { actorsQuery, eventsQuery, verify } from './api';
import styles from './ledger.module.css';
import { typeName, useText } from './messages';
import { Verification } from './Verification';

export function AuditPage() {
  const { reviewId = '' } = useParams();
  const text = useText();
  const review = useQuery(reviewQuery(reviewId));
  const verification = useMutation({ mutationFn: () => verify(reviewId) });
  useTitle(text.title, review.data?.title);
  return (
    <PageBody>
      <PageHeader
        title={text.title}
        actions={
          <Button kind="primary" busy={verification.isPending} onClick={() => verification.mutate()}>
            {text.verify}
          </Button>
        }
      >
        {text.intro}
      </PageHeader>
      {verification.isPending && <p role="status">{text.verifying}</p>}
      {verification.isError && (
        <ProblemNote problem={verification.error} onRetry={() => verification.mutate()} />
      )}
      {verification.isSuccess && <Verification result={verification.data} />}
      {review.data?.blinded && <Note>{text.blinded}</Note>}
      <Events reviewId={reviewId} />
    </PageBody>
  );
}

function Events({ reviewId }: { reviewId: string }) {
  const text = useText();
  const common = useCommon();
  const [search, setSearch] = useSearchParams();
  const filter = { type: search.get('type') ?? '', actor: search.get('actor') ?? '' };
  const events = useInfiniteQuery(eventsQuery(reviewId, filter));
  const actors = useQuery(actorsQuery(reviewId));
  const filtered = filter.type !== '' || filter.actor !== '';
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];

  function set(name: 'type' | 'actor', value: string) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  }

  return (
    <section className={styles.section} aria-labelledby="events">
      <h2 id="events">{text.events}</h2>
      <div className={styles.filters}>
        <Select
          label={text.filterType}
          value={filter.type}
          onChange={(type) => set('type', type)}
          options={[
            { value: '', label: text.everything },
            ...Object.entries(text.types).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          label={text.filterActor}
          value={filter.actor}
          onChange={(actor) => set('actor', actor)}
          options={[
            { value: '', label: text.everybody },
            ...(actors.data?.items ?? []).map(({ account }) => ({
              value: account.id,
              label: account.displayName,
            })),
          ]}
        />
      </div>
      {events.isError ? (
        <ProblemNote problem={events.error} onRetry={() => void events.refetch()} />
      ) : !events.data ? (
        <Skeleton lines={8} />
      ) : items.length === 0 ? (
        filtered ? (
          <div className={styles.row}>
            <p>{text.noneFits}</p>
            <Button size="small" onClick={() => setSearch({}, { replace: true })}>
              {text.clear}
            </Button>
          </div>
        ) : (
          <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>
        )
      ) : (
        <EventTable events={items} />
      )}
      {events.hasNextPage && (
        <div>
          <Button busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function EventTable({ events }: { events: readonly LedgerEvent[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table
      caption={text.eventsCaption}
      rows={events}
      rowKey={(event) => event.sequence ?? `${event.at} ${event.type} ${JSON.stringify(event.payload)}`}
      columns={[
        {
          key: 'sequence',
          head: text.number,
          number: true,
          rowHeader: true,
          cell: (event) => event.sequence !== undefined && format.number(event.sequence),
        },
        {
          key: 'at',
          head: text.when,
          cell: (event) => <time dateTime={event.at}>{format.exactTime(event.at)}</time>,
        },
        {
          key: 'actor',
          head: text.who,
          cell: (event) => event.actor?.displayName ?? <span className={styles.muted}>{text.server}</span>,
        },
        {
          key: 'type',
          head: text.what,
          cell: (event) => (
            <>
              <p>{typeName(event.type, text)}</p>
              <details>
                <summary className={styles.summary}>
                  {text.content}
                  <span className="visually-hidden">
                    {' '}
                    {text.showContent(typeName(event.type, text), format.exactTime(event.at))}
                  </span>
                </summary>
                <pre
                  className={styles.payload}
                  tabIndex={0}
                  aria-label={text.showContent(typeName(event.type, text), format.exactTime(event.at))}
                >
                  {JSON.stringify(event.payload, null, 2)}
                </pre>
              </details>
            </>
          ),
        },
        {
          key: 'hash',
          head: text.hash,
          cell: (event) => (
            <span className={styles.hash} title={event.hash}>
              {event.hash?.slice(0, 12)}
            </span>
          ),
        },
      ]}
    />
  );
}
