import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import type { Cluster, DuplicatesSummary } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { newId } from '../lib/ids';
import { useCommands } from '../lib/keyboard';
import { useTitle } from '../lib/title';
import { Button, EmptyState, Loaded, Note, PageBody, PageHeader, ProblemNote, Select, Skeleton } from '../ui';
import { clustersQuery, commands, summaryQuery } from './api';
import { ClusterCard } from './ClusterCard';
import styles from './deduplication.module.css';
import { JudgeView } from './JudgeView';
import { MergeDialog } from './MergeDialog';
import { ruleName, useText } from './messages';
import { OverlapView } from './OverlapView';
import { WhyDialog } from './WhyDialog';

export function DuplicatesPage() {
  const { reviewId = '' } = useParams();
  const text = useText();
  const client = useQueryClient();
  const review = useQuery(reviewQuery(reviewId));
  const summary = useQuery(summaryQuery(reviewId));
  const [rule, setRule] = useState('');
  const [merging, setMerging] = useState(false);
  const [merged, setMerged] = useState(false);
  const [explaining, setExplaining] = useState(false);
  useTitle(text.title, review.data?.title);
  const lead = review.data?.roles.includes('lead') ?? false;
  const reviewer = review.data?.roles.includes('reviewer') ?? false;
  const split = useMutation({
    mutationFn: ({ id, recordId }: { id: string; recordId: number }) =>
      commands.split(reviewId, id, recordId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', reviewId] }),
  });
  return (
    <PageBody>
      <PageHeader
        title={text.title}
        actions={
          <>
            <Button onClick={() => setExplaining(true)}>{text.why}</Button>
            {lead && <Button onClick={() => setMerging(true)}>{text.merge}</Button>}
          </>
        }
      >
        {text.intro}
      </PageHeader>
      {merged && (
        <Note tone="good" announce>
          {text.mergeDone}
        </Note>
      )}
      {split.isSuccess && (
        <Note tone="good" announce>
          {text.splitDone(split.variables.recordId)}
        </Note>
      )}
      {split.isError && <ProblemNote problem={split.error} onRetry={() => split.mutate(split.variables)} />}
      <Loaded query={summary} lines={3}>
        {(data) => (
          <>
            {data.records > 0 && <Summary summary={data} />}
            <Views
              summary={data}
              judge={(onClusters) => (
                <JudgeView
                  reviewId={reviewId}
                  summary={data}
                  judges={lead || reviewer}
                  lead={lead}
                  active={!merging && !explaining}
                  onClusters={onClusters}
                />
              )}
              overlap={<OverlapView reviewId={reviewId} />}
              clusters={
                data.clusters === 0 ? (
                  <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>
                ) : (
                  <>
                    <RuleChoice summary={data} rule={rule} onChange={setRule} />
                    <p className={styles.muted}>{lead ? text.keys : text.onlyLead}</p>
                    <Clusters
                      key={rule}
                      reviewId={reviewId}
                      rule={rule}
                      lead={lead}
                      busy={split.isPending}
                      active={!merging && !explaining}
                      onSplit={(recordId) => split.mutate({ id: newId(), recordId })}
                      onMerge={() => setMerging(true)}
                    />
                  </>
                )
              }
            />
          </>
        )}
      </Loaded>
      {merging && (
        <MergeDialog
          reviewId={reviewId}
          onClose={() => setMerging(false)}
          onDone={() => {
            setMerging(false);
            setMerged(true);
          }}
        />
      )}
      {explaining && <WhyDialog reviewId={reviewId} onClose={() => setExplaining(false)} />}
    </PageBody>
  );
}

type View = 'judge' | 'clusters' | 'overlap';

/** What waits for a person comes first, when something does; the choice is kept in the address. */
function Views({
  summary,
  judge,
  clusters,
  overlap,
}: {
  summary: DuplicatesSummary;
  judge: (onClusters: () => void) => ReactNode;
  clusters: ReactNode;
  overlap: ReactNode;
}) {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const doubtful = summary.doubtful ?? 0;
  // The last judgement must not take the page away from under its own undo.
  const [first] = useState<View>(doubtful > 0 ? 'judge' : 'clusters');
  const names: Record<View, string> = {
    judge: text.toJudge(doubtful),
    clusters: text.clustersView(summary.clusters),
    overlap: text.overlapView,
  };
  const views: readonly View[] = ['judge', 'clusters', 'overlap'];
  const view = views.find((one) => one === search.get('view')) ?? first;
  return (
    <>
      <nav className={styles.views} aria-label={text.views}>
        {views.map((one) => (
          <Link key={one} to={`?view=${one}`} replace aria-current={one === view}>
            {names[one]}
          </Link>
        ))}
      </nav>
      {view === 'judge' && judge(() => setSearch({ view: 'clusters' }, { replace: true }))}
      {view === 'clusters' && clusters}
      {view === 'overlap' && overlap}
    </>
  );
}

/** Rules that need no judgement: a number that is given once only, or nothing that differs. */
const exactRules = [
  'same-doi',
  'same-pmid',
  'same-cochrane-review',
  'same-registration',
  'same-in-everything',
];

/** Duplicates by who was how sure of them. */
function bySureness({ byRule }: DuplicatesSummary) {
  const count = (rules: (rule: string) => boolean) =>
    byRule.filter(({ rule }) => rules(rule)).reduce((sum, one) => sum + one.count, 0);
  const byPeople = (rule: string) => rule === 'by-hand' || rule.startsWith('accepted-');
  const exact = (rule: string) => exactRules.includes(rule);
  return {
    exact: count(exact),
    certain: count((rule) => !exact(rule) && !byPeople(rule)),
    byPeople: count(byPeople),
  };
}

function Summary({ summary }: { summary: DuplicatesSummary }) {
  const text = useText();
  const format = useFormat();
  const joined = bySureness(summary);
  const numbers = [
    { name: text.records, n: summary.records },
    { name: text.unique, n: summary.unique },
    { name: text.duplicates, n: summary.duplicates },
    { name: text.exact, n: joined.exact },
    { name: text.certain, n: joined.certain },
    { name: text.byPeople, n: joined.byPeople },
    { name: text.doubtful, n: summary.doubtful ?? 0 },
    { name: text.within, n: summary.withinSource },
    { name: text.between, n: summary.betweenSources },
  ];
  return (
    <div className={styles.summary}>
      <dl className={styles.numbers}>
        {numbers.map(({ name, n }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      <meter
        className={styles.meter}
        min={0}
        max={Math.max(summary.records, 1)}
        value={summary.unique}
        aria-label={text.barLabel(summary.unique, summary.duplicates)}
      />
    </div>
  );
}

function RuleChoice({
  summary,
  rule,
  onChange,
}: {
  summary: DuplicatesSummary;
  rule: string;
  onChange: (rule: string) => void;
}) {
  const text = useText();
  const all = summary.byRule.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className={styles.narrow}>
      <Select
        label={text.rule}
        value={rule}
        onChange={onChange}
        options={[
          { value: '', label: text.allRules(all) },
          ...summary.byRule.map((one) => ({
            value: one.rule,
            label: text.ruleOption(ruleName(one.rule, text), one.count),
          })),
        ]}
      />
    </div>
  );
}

function Clusters({
  reviewId,
  rule,
  lead,
  busy,
  active,
  onSplit,
  onMerge,
}: {
  reviewId: string;
  rule: string;
  lead: boolean;
  busy: boolean;
  active: boolean;
  onSplit: (recordId: number) => void;
  onMerge: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const list = useRef<HTMLUListElement>(null);
  const clusters = useInfiniteQuery(clustersQuery(reviewId, rule));
  const items: Cluster[] = clusters.data?.pages.flatMap((page) => page.items) ?? [];

  /** The cluster that holds the focus. */
  function here(): number {
    const cards = [...(list.current?.children ?? [])];
    return cards.findIndex((card) => card.contains(document.activeElement));
  }

  function go(by: -1 | 1) {
    const now = here();
    const card = list.current?.children.item(
      now === -1 ? 0 : Math.max(0, Math.min(items.length - 1, now + by)),
    );
    if (card instanceof HTMLElement) card.focus();
  }

  function splitHere() {
    const cluster = items[here()];
    const others = cluster?.members.filter((member) => member.record.id !== cluster.representative) ?? [];
    // With more than one duplicate the key cannot know which; the buttons do.
    if (others.length === 1 && others[0]) onSplit(others[0].record.id);
  }

  useCommands(
    [
      { id: 'next', label: 'J', key: 'KeyJ', run: () => go(1) },
      { id: 'previous', label: 'K', key: 'KeyK', run: () => go(-1) },
      { id: 'split', label: text.split, key: 'KeyS', disabled: !lead || busy, run: splitHere },
      { id: 'merge', label: text.merge, key: 'KeyM', disabled: !lead, run: onMerge },
    ],
    { active },
  );

  if (clusters.isError)
    return <ProblemNote problem={clusters.error} onRetry={() => void clusters.refetch()} />;
  if (!clusters.data) return <Skeleton lines={8} />;
  if (items.length === 0) return <p className={styles.muted}>{text.noneByRule}</p>;
  return (
    <>
      <ul className={styles.clusters} ref={list}>
        {items.map((cluster) => (
          <ClusterCard
            key={cluster.representative}
            cluster={cluster}
            lead={lead}
            busy={busy}
            onSplit={onSplit}
          />
        ))}
      </ul>
      {clusters.hasNextPage && (
        <div>
          <Button busy={clusters.isFetchingNextPage} onClick={() => void clusters.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </>
  );
}
