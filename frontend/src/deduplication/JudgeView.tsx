import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Doubt, DuplicatesSummary } from '../api/schema';
import { newId } from '../lib/ids';
import { useCommands } from '../lib/keyboard';
import { Button, EmptyState, Note, ProblemNote, Skeleton } from '../ui';
import { AcceptByRule } from './AcceptByRule';
import { commands, doubtsQuery } from './api';
import styles from './deduplication.module.css';
import { DoubtCard } from './DoubtCard';
import { useText } from './messages';

interface Judgement {
  id: string;
  kind: 'merge' | 'separate';
  doubt: Doubt;
}

const readAhead = 3;

/** The pairs that the rules left to people, one at a time, the likeliest first. */
export function JudgeView({
  reviewId,
  summary,
  judges,
  lead,
  active,
  onClusters,
}: {
  reviewId: string;
  summary: DuplicatesSummary;
  judges: boolean;
  lead: boolean;
  active: boolean;
  onClusters: () => void;
}) {
  const text = useText();
  const client = useQueryClient();
  const card = useRef<HTMLElement>(null);
  const doubts = useInfiniteQuery(doubtsQuery(reviewId));
  const [at, setAt] = useState(0);
  const [judged, setJudged] = useState<readonly Judgement[]>([]);
  const [asking, setAsking] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['review', reviewId] });
  const judge = useMutation({
    mutationFn: ({ id, kind, doubt: { a, b } }: Judgement) =>
      kind === 'merge'
        ? commands.merge(reviewId, id, a.duplicateOf ?? a.id, [b.id])
        : commands.separate(reviewId, id, a.id, b.id),
    // What was not taken is a question again.
    onError: (_, one) => setJudged((before) => before.filter(({ id }) => id !== one.id)),
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: ({ id, kind }: Judgement) =>
      kind === 'merge' ? commands.undoMerge(reviewId, id) : commands.undoSeparation(reviewId, id),
    onSuccess: async (_, one) => {
      await refresh();
      setJudged((before) => before.filter(({ id }) => id !== one.id));
    },
  });

  const all = doubts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = all.filter((doubt) => !judged.some((one) => samePair(one.doubt, doubt)));
  const place = Math.min(at, Math.max(open.length - 1, 0));
  const doubt = open[place];
  const last = judged.at(-1);
  const total = Math.max((summary.doubtful ?? 0) - (all.length - open.length), open.length);
  const pairKey = doubt && keyOf(doubt);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = doubts;
  useEffect(() => {
    if (place + readAhead >= open.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [place, open.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (pairKey !== undefined && active) card.current?.focus({ preventScroll: true });
  }, [pairKey, active]);

  function go(by: -1 | 1) {
    if (open.length > 0) setAt((place + by + open.length) % open.length);
  }

  function decide(kind: Judgement['kind']) {
    if (!doubt) return;
    undo.reset();
    const judgement = { id: newId(), kind, doubt };
    setAt(place);
    setJudged((before) => [...before, judgement]);
    judge.mutate(judgement);
  }

  function takeBack() {
    if (!last || judge.isPending || undo.isPending) return;
    judge.reset();
    undo.mutate(last);
  }

  useCommands(
    [
      { id: 'merge', label: text.sameEntry, key: 'KeyM', disabled: !judges, run: () => decide('merge') },
      {
        id: 'separate',
        label: text.twoEntries,
        key: 'KeyS',
        disabled: !judges,
        run: () => decide('separate'),
      },
      { id: 'next', label: text.next, key: 'KeyJ', run: () => go(1) },
      { id: 'previous', label: 'K', key: 'KeyK', run: () => go(-1) },
      { id: 'undo', label: text.undo, key: 'KeyU', disabled: !judges, run: takeBack },
    ],
    { active: active && !asking },
  );

  if (doubts.isError) return <ProblemNote problem={doubts.error} onRetry={() => void doubts.refetch()} />;
  if (!doubts.data) return <Skeleton lines={8} />;
  return (
    <>
      {judge.isError && <ProblemNote problem={judge.error} onRetry={() => decideAgain(judge.variables)} />}
      {undo.isError && <ProblemNote problem={undo.error} />}
      {undo.isSuccess && (
        <Note announce>{text.undone(undo.variables.doubt.a.id, undo.variables.doubt.b.id)}</Note>
      )}
      {last && !judge.isError && !undo.isSuccess && (
        <Note
          tone="good"
          announce
          actions={
            <Button
              size="small"
              shortcut="KeyU"
              busy={undo.isPending}
              disabled={judge.isPending}
              onClick={takeBack}
            >
              {text.undo}
            </Button>
          }
        >
          {last.kind === 'merge'
            ? text.judgedMerged(last.doubt.a.id, last.doubt.b.id)
            : text.judgedSeparate(last.doubt.a.id, last.doubt.b.id)}
        </Note>
      )}
      {doubt ? (
        <>
          <p className={styles.muted}>{text.judgeIntro}</p>
          <p className={styles.muted}>{judges ? text.judgeKeys : text.judgeReader}</p>
          <DoubtCard ref={card} key={pairKey} doubt={doubt} onEnter={() => go(1)}>
            <span className={styles.number}>{text.place(place + 1, total)}</span>
            <span className={styles.actions}>
              {judges && (
                <>
                  <Button kind="primary" shortcut="KeyM" onClick={() => decide('merge')}>
                    {text.sameEntry}
                  </Button>
                  <Button shortcut="KeyS" onClick={() => decide('separate')}>
                    {text.twoEntries}
                  </Button>
                </>
              )}
              <Button kind="quiet" shortcut="KeyJ" onClick={() => go(1)}>
                {text.next}
              </Button>
            </span>
          </DoubtCard>
        </>
      ) : hasNextPage ? (
        <Skeleton lines={8} />
      ) : (
        <EmptyState
          title={text.nothingToJudge}
          actions={<Button onClick={onClusters}>{text.seeClusters}</Button>}
        >
          {text.nothingToJudgeText}
        </EmptyState>
      )}
      {lead && <AcceptByRule reviewId={reviewId} rules={summary.doubtfulByRule ?? []} onAsking={setAsking} />}
    </>
  );

  function decideAgain(judgement: Judgement) {
    setJudged((before) => [...before, judgement]);
    judge.mutate(judgement);
  }
}

function samePair(one: Doubt, other: Doubt): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(doubt: Doubt): string {
  return `${doubt.a.id}-${doubt.b.id}`;
}
