import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { http } from '../api/http';
import { reviewQuery } from '../api/queries';
import type { Comparison, SynthesisSummary } from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { useTitle } from '../lib/title';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  LinkButton,
  Loaded,
  PageBody,
  PageHeader,
  ProblemNote,
  Table,
} from '../ui';
import { comparisonsQuery, definitionOf, etagOf, putDefinition, synthesisKey, synthesisQuery } from './api';
import { ComparisonDialog } from './ComparisonDialog';
import { ExportDialog } from './ExportDialog';
import { ImportDialog } from './ImportDialog';
import { useText } from './messages';
import { OutcomeDialog } from './OutcomeDialog';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

type Opened =
  | { readonly what: 'import' }
  | { readonly what: 'export' }
  | { readonly what: 'comparison'; readonly comparison: Comparison | undefined }
  | { readonly what: 'outcome'; readonly comparison: Comparison }
  | { readonly what: 'delete-comparison'; readonly comparison: Comparison }
  | { readonly what: 'delete-outcome'; readonly synthesis: SynthesisSummary };

/** Comparisons and their outcomes, in the order of the report. */
export function SynthesesPage() {
  const { reviewId = '' } = useParams();
  const text = useText();
  const words = text.overview;
  const review = useQuery(reviewQuery(reviewId));
  const comparisons = useQuery(comparisonsQuery(reviewId));
  const [open, setOpen] = useState<Opened>();
  useTitle(text.title, review.data?.title);
  const edits = review.data?.roles.some((role) => role === 'lead' || role === 'reviewer') ?? false;
  const items = comparisons.data?.items ?? [];
  const some = items.some((comparison) => comparison.syntheses.length > 0);
  const close = () => setOpen(undefined);
  const add = (
    <Button kind="primary" onClick={() => setOpen({ what: 'comparison', comparison: undefined })}>
      {words.addComparison}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader
        title={text.title}
        actions={
          <>
            {some && <LinkButton to={`/reviews/${reviewId}/synthesis/findings`}>{words.findings}</LinkButton>}
            {edits && <Button onClick={() => setOpen({ what: 'import' })}>{words.import}</Button>}
            {some && <Button onClick={() => setOpen({ what: 'export' })}>{words.exportTo}</Button>}
            {edits && items.length > 0 && add}
          </>
        }
      >
        {text.intro}
      </PageHeader>
      <Loaded query={comparisons} lines={8}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={words.empty} actions={edits && add}>
              {words.emptyText}
            </EmptyState>
          ) : (
            items.map((comparison, i) => (
              <ComparisonCard
                key={comparison.id}
                reviewId={reviewId}
                comparisons={items}
                at={i}
                edits={edits}
                onOpen={setOpen}
              />
            ))
          )
        }
      </Loaded>
      {open?.what === 'export' && <ExportDialog reviewId={reviewId} onClose={close} />}
      {open?.what === 'import' && <ImportDialog reviewId={reviewId} onClose={close} />}
      {open?.what === 'comparison' && (
        <ComparisonDialog
          reviewId={reviewId}
          existing={open.comparison}
          position={Math.max(0, ...items.map((one) => one.position)) + 1}
          onClose={close}
        />
      )}
      {open?.what === 'outcome' && (
        <OutcomeDialog
          reviewId={reviewId}
          comparison={open.comparison}
          existing={undefined}
          onClose={close}
        />
      )}
      {open?.what === 'delete-comparison' && (
        <DeleteDialog
          reviewId={reviewId}
          path={`/reviews/${reviewId}/comparisons/${open.comparison.id}`}
          onClose={close}
        >
          {words.deleteComparison}
        </DeleteDialog>
      )}
      {open?.what === 'delete-outcome' && (
        <DeleteDialog
          reviewId={reviewId}
          path={`/reviews/${reviewId}/syntheses/${open.synthesis.id}`}
          onClose={close}
        >
          {words.deleteOutcome(open.synthesis.rows)}
        </DeleteDialog>
      )}
    </PageBody>
  );
}

function ComparisonCard({
  reviewId,
  comparisons,
  at,
  edits,
  onOpen,
}: {
  reviewId: string;
  comparisons: readonly Comparison[];
  at: number;
  edits: boolean;
  onOpen: (what: Opened) => void;
}) {
  const text = useText();
  const words = text.overview;
  const common = useCommon();
  const language = useLanguage();
  const format = useFormat();
  const client = useQueryClient();
  const comparison = comparisons[at];
  const move = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSettled: () => client.invalidateQueries({ queryKey: synthesisKey(reviewId) }),
  });
  if (!comparison) return null;
  const name = bilingual(comparison.name, language);
  const groups = [comparison.experimental, comparison.control].map((one) => bilingual(one, language)?.text);
  const called = name?.text ?? words.unnamed;
  const { syntheses } = comparison;

  const placed = (one: Comparison, position: number) =>
    http.put(
      `/reviews/${reviewId}/comparisons/${one.id}`,
      { position, name: one.name, experimental: one.experimental, control: one.control },
      { ifMatch: etagOf(one.version) },
    );
  const swapComparisons = (by: 1 | -1) =>
    move.mutate(async () => {
      const order = swapped(comparisons, at, by);
      for (const [i, one] of order.entries()) if (one.position !== i + 1) await placed(one, i + 1);
    });
  const swapOutcomes = (from: number, by: 1 | -1) =>
    move.mutate(async () => {
      for (const [i, one] of swapped(syntheses, from, by).entries()) {
        if (one.position === i + 1) continue;
        const { value, etag } = await client.fetchQuery({
          ...synthesisQuery(reviewId, one.id),
          staleTime: 0,
        });
        await putDefinition(reviewId, one.id, { ...definitionOf(value), position: i + 1 }, etag);
      }
    });

  return (
    <section className={styles.comparison} aria-label={called}>
      <div className={styles.head}>
        <div>
          <h2 lang={name?.lang}>{called}</h2>
          {groups[0] && groups[1] && <p className={styles.muted}>{words.versus(groups[0], groups[1])}</p>}
        </div>
        {edits && (
          <div className={styles.row}>
            <Button
              size="small"
              aria-label={words.upOf(called)}
              disabled={at === 0 || move.isPending}
              onClick={() => swapComparisons(-1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              aria-label={words.downOf(called)}
              disabled={at === comparisons.length - 1 || move.isPending}
              onClick={() => swapComparisons(1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              aria-label={words.editOf(called)}
              onClick={() => onOpen({ what: 'comparison', comparison })}
            >
              {common.edit}
            </Button>
            {syntheses.length === 0 && (
              <Button
                size="small"
                kind="quiet"
                aria-label={words.deleteOf(called)}
                onClick={() => onOpen({ what: 'delete-comparison', comparison })}
              >
                {words.delete}
              </Button>
            )}
          </div>
        )}
      </div>
      {move.isError && <ProblemNote problem={move.error} />}
      {syntheses.length === 0 ? (
        <p className={styles.muted}>{words.noOutcomes}</p>
      ) : (
        <Table
          caption={words.syntheses(called)}
          rows={syntheses.map((synthesis, i) => ({ synthesis, i }))}
          rowKey={({ synthesis }) => synthesis.id}
          columns={[
            {
              key: 'outcome',
              head: words.outcome,
              rowHeader: true,
              cell: ({ synthesis }) => {
                const outcome = bilingual(synthesis.outcome, language);
                return (
                  <>
                    <Link to={`/reviews/${reviewId}/synthesis/${synthesis.id}`} lang={outcome?.lang}>
                      {outcome?.text ?? words.unnamed}
                    </Link>
                    {synthesis.timePoint && <span className={styles.muted}> · {synthesis.timePoint}</span>}
                  </>
                );
              },
            },
            {
              key: 'measure',
              head: words.measure,
              cell: ({ synthesis }) => wordsFor(text.measures, synthesis.measure),
            },
            {
              key: 'rows',
              head: words.rows,
              number: true,
              cell: ({ synthesis }) => format.number(synthesis.rows),
            },
            {
              key: 'state',
              head: words.state,
              cell: ({ synthesis }) => (
                <span className={styles.row}>
                  <Badge tone={synthesis.prespecified && !synthesis.changed ? 'good' : 'plain'}>
                    {synthesis.changed
                      ? words.changed
                      : synthesis.prespecified
                        ? words.prespecified
                        : words.afterwards}
                  </Badge>
                  {synthesis.stale && <Badge tone="warn">{words.stale}</Badge>}
                </span>
              ),
            },
            ...(edits
              ? [
                  {
                    key: 'actions',
                    head: <span className="visually-hidden">{words.actions}</span>,
                    cell: ({ synthesis, i }: { synthesis: SynthesisSummary; i: number }) => {
                      const outcome = bilingual(synthesis.outcome, language)?.text ?? words.unnamed;
                      return (
                        <span className={styles.actions}>
                          <Button
                            size="small"
                            kind="quiet"
                            aria-label={words.upOf(outcome)}
                            disabled={i === 0 || move.isPending}
                            onClick={() => swapOutcomes(i, -1)}
                          >
                            ↑
                          </Button>
                          <Button
                            size="small"
                            kind="quiet"
                            aria-label={words.downOf(outcome)}
                            disabled={i === syntheses.length - 1 || move.isPending}
                            onClick={() => swapOutcomes(i, 1)}
                          >
                            ↓
                          </Button>
                          <Button
                            size="small"
                            kind="quiet"
                            aria-label={words.deleteOf(outcome)}
                            onClick={() => onOpen({ what: 'delete-outcome', synthesis })}
                          >
                            {words.delete}
                          </Button>
                        </span>
                      );
                    },
                  },
                ]
              : []),
          ]}
        />
      )}
      {edits && (
        <div>
          <Button size="small" onClick={() => onOpen({ what: 'outcome', comparison })}>
            {words.addOutcome}
          </Button>
        </div>
      )}
    </section>
  );
}

function swapped<T>(list: readonly T[], from: number, by: 1 | -1): readonly T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(from + by, 0, item);
  return next;
}

function DeleteDialog({
  reviewId,
  path,
  children,
  onClose,
}: {
  reviewId: string;
  path: string;
  children: string;
  onClose: () => void;
}) {
  const text = useText().overview;
  const common = useCommon();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => http.delete(path),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
    },
  });
  return (
    <Dialog title={text.deleteTitle} onClose={onClose}>
      <p>{children}</p>
      {remove.isError && <ProblemNote problem={remove.error} />}
      <div className={styles.row}>
        <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {text.delete}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}
