import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SearchRound, Source } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Badge, Button, Dialog, Loaded, ProblemNote, Table, type Column } from '../ui';
import { commands, roundsQuery, sourcesQuery } from './api';
import { CompletenessTable } from './CompletenessTable';
import styles from './identification.module.css';
import { useText } from './messages';
import { OpenRound, RoundHead } from './Rounds';
import { SourceFields } from './SourceFields';
import { detailsOf, formOf, hitsAreWrong } from './sourceForm';

/** What was searched, with the numbers that belong side by side: hits reported and records received. */
export function Sources({ reviewId, lead }: { reviewId: string; lead: boolean }) {
  const text = useText();
  const sources = useQuery(sourcesQuery(reviewId));
  const rounds = useQuery(roundsQuery(reviewId));
  return (
    <Loaded query={sources} lines={3}>
      {({ items }) => (
        <Loaded query={rounds} lines={1}>
          {({ items: all }) =>
            items.length === 0 && all.length === 1 ? null : (
              <>
                <section className={styles.section} aria-labelledby="sources">
                  <div className={styles.head}>
                    <h2 id="sources">{text.sources}</h2>
                    {lead && (
                      <span className={styles.actions}>
                        <OpenRound reviewId={reviewId} />
                      </span>
                    )}
                  </div>
                  {all.length === 1 ? (
                    <SourceTable reviewId={reviewId} sources={items} lead={lead} rounds={all} />
                  ) : (
                    all.toReversed().map((round) => (
                      <section
                        key={round.number}
                        className={styles.section}
                        aria-label={text.roundTitle(round.number, round.name ?? '')}
                      >
                        <RoundHead reviewId={reviewId} round={round} lead={lead} />
                        <SourceTable
                          reviewId={reviewId}
                          sources={items.filter((source) => (source.round ?? 1) === round.number)}
                          lead={lead}
                          rounds={all}
                          round={round}
                        />
                      </section>
                    ))
                  )}
                </section>
                <CompletenessTable sources={items} />
              </>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function SourceTable({
  reviewId,
  sources,
  lead,
  rounds,
  round,
}: {
  reviewId: string;
  sources: readonly Source[];
  lead: boolean;
  rounds: readonly SearchRound[];
  /** Whose sources these are, when there are several. */
  round?: SearchRound;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  const [editing, setEditing] = useState<Source>();
  const columns: Column<Source>[] = [
    { key: 'name', head: text.source, rowHeader: true, cell: (source) => source.name },
    { key: 'kind', head: text.kind, cell: (source) => text.kinds[source.kind] },
    { key: 'platform', head: text.platform, cell: (source) => source.platform },
    {
      key: 'searchedOn',
      head: text.searchedOn,
      cell: (source) => source.searchedOn && format.date(source.searchedOn),
    },
    {
      key: 'hits',
      head: text.hits,
      number: true,
      cell: (source) =>
        source.hitsReported !== undefined &&
        (source.imports > 0 && source.hitsReported !== source.records ? (
          <Badge tone="warn">{format.number(source.hitsReported)}</Badge>
        ) : (
          format.number(source.hitsReported)
        )),
    },
    { key: 'records', head: text.records, number: true, cell: (source) => format.number(source.records) },
    {
      key: 'within',
      head: text.withinSource,
      number: true,
      cell: (source) => source.withinSource !== undefined && format.number(source.withinSource),
    },
    ...(lead
      ? [
          {
            key: 'actions',
            head: <span className="visually-hidden">{common.edit}</span>,
            cell: (source: Source) => (
              <Button
                size="small"
                aria-label={text.editSource(source.name)}
                onClick={() => setEditing(source)}
              >
                {common.edit}
              </Button>
            ),
          },
        ]
      : []),
  ];
  if (sources.length === 0) return <p className={styles.muted}>{text.roundEmpty}</p>;
  return (
    <>
      <Table
        caption={
          round ? text.sourcesOf(text.roundTitle(round.number, round.name ?? '')) : text.sourcesCaption
        }
        columns={columns}
        rows={sources}
        rowKey={(source) => source.id}
      />
      {editing && (
        <EditSource
          reviewId={reviewId}
          source={editing}
          rounds={rounds}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function EditSource({
  reviewId,
  source,
  rounds,
  onClose,
}: {
  reviewId: string;
  source: Source;
  rounds: readonly SearchRound[];
  onClose: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const client = useQueryClient();
  const [form, setForm] = useState(() => formOf(source));
  const [faults, setFaults] = useState(false);
  const save = useMutation({
    mutationFn: () => commands.describeSource(reviewId, source.id, detailsOf(form)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const faulty = form.name.trim() === '' || hitsAreWrong(form);
    setFaults(faulty);
    if (!faulty) save.mutate();
  }
  return (
    <Dialog title={text.editSource(source.name)} onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        <SourceFields form={form} onChange={setForm} faults={faults} rounds={rounds} />
        {save.isError && <ProblemNote problem={save.error} />}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {text.saveSource}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
