import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Source } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Badge, Button, Dialog, Loaded, ProblemNote, Table, type Column } from '../ui';
import { commands, sourcesQuery } from './api';
import styles from './identification.module.css';
import { useText } from './messages';
import { SourceFields } from './SourceFields';
import { detailsOf, formOf, hitsAreWrong } from './sourceForm';

/** What was searched, with the numbers that belong side by side: hits reported and records received. */
export function Sources({ reviewId, lead }: { reviewId: string; lead: boolean }) {
  const text = useText();
  const sources = useQuery(sourcesQuery(reviewId));
  return (
    <Loaded query={sources} lines={3}>
      {({ items }) =>
        items.length === 0 ? null : (
          <SourceTable reviewId={reviewId} sources={items} lead={lead} title={text.sources} />
        )
      }
    </Loaded>
  );
}

function SourceTable({
  reviewId,
  sources,
  lead,
  title,
}: {
  reviewId: string;
  sources: readonly Source[];
  lead: boolean;
  title: string;
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
  return (
    <section className={styles.section} aria-labelledby="sources">
      <h2 id="sources">{title}</h2>
      <Table caption={text.sourcesCaption} columns={columns} rows={sources} rowKey={(source) => source.id} />
      {editing && <EditSource reviewId={reviewId} source={editing} onClose={() => setEditing(undefined)} />}
    </section>
  );
}

function EditSource({
  reviewId,
  source,
  onClose,
}: {
  reviewId: string;
  source: Source;
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
        <SourceFields form={form} onChange={setForm} faults={faults} />
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
