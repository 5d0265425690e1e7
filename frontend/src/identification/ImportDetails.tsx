import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ImportBatch } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Button, ProblemNote, RecordSummary, Select, Skeleton, Table } from '../ui';
import { commands, importsQuery, previewQuery } from './api';
import { share } from './CompletenessTable';
import styles from './identification.module.css';
import { useText } from './messages';
import { Quarantine } from './Quarantine';
import { charsets, completenessFields, formatChoices, formatName } from './reading';

export function ImportDetails({
  reviewId,
  batch,
  lead,
}: {
  reviewId: string;
  batch: ImportBatch;
  lead: boolean;
}) {
  const readable = batch.state !== 'queued' && batch.state !== 'reading' && batch.state !== 'discarded';
  return (
    <div className={styles.details}>
      <Facts batch={batch} />
      {lead && (batch.state === 'ready' || batch.state === 'failed') && (
        <ReadAgain reviewId={reviewId} batch={batch} />
      )}
      {readable && batch.quarantined > 0 && <Quarantine reviewId={reviewId} batch={batch} lead={lead} />}
      {readable && batch.state !== 'failed' && <Preview reviewId={reviewId} batch={batch} />}
    </div>
  );
}

function Facts({ batch }: { batch: ImportBatch }) {
  const text = useText();
  const format = useFormat();
  const { completeness } = batch;
  return (
    <dl className={styles.facts2}>
      <dt>{text.format}</dt>
      <dd>{formatName(batch.format, text) ?? text.notRecognised}</dd>
      <dt>{text.charset}</dt>
      <dd>{batch.charset ?? text.notRecognised}</dd>
      <dt>{text.database}</dt>
      <dd>{batch.guess?.database ? text.guessed(batch.guess.database) : text.notRecognised}</dd>
      <dt>{text.size}</dt>
      <dd className="num">{format.bytes(batch.bytes)}</dd>
      {completeness && batch.records > 0 && (
        <>
          <dt>{text.completeness}</dt>
          <dd className={styles.facts}>
            {completenessFields.map((field) => (
              <span key={field}>
                {text.field[field]} <b>{format.percent(share(completeness, field, batch.records))}</b>
              </span>
            ))}
          </dd>
        </>
      )}
      {batch.sha256 && (
        <>
          <dt>{text.fingerprint}</dt>
          <dd className={styles.code}>{batch.sha256}</dd>
        </>
      )}
    </dl>
  );
}

function ReadAgain({ reviewId, batch }: { reviewId: string; batch: ImportBatch }) {
  const text = useText();
  const client = useQueryClient();
  const [format, setFormat] = useState('');
  const [charset, setCharset] = useState('');
  const read = useMutation({
    mutationFn: () =>
      commands.readAgain(reviewId, batch.id, {
        ...(format ? { format } : {}),
        ...(charset ? { charset } : {}),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: importsQuery(reviewId).queryKey }),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    read.mutate();
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={text.readAgain}>
      <div>
        <h3>{text.readAgain}</h3>
        <p className={styles.muted}>{text.readAgainHint}</p>
      </div>
      <div className={styles.three}>
        <Select
          label={text.format}
          value={format}
          onChange={setFormat}
          options={[{ value: '', label: text.asRecognised }, ...formatChoices(text)]}
        />
        <Select
          label={text.charset}
          value={charset}
          onChange={setCharset}
          options={[
            { value: '', label: text.asRecognised },
            ...charsets.map((value) => ({ value, label: value })),
          ]}
        />
        <Button type="submit" busy={read.isPending}>
          {text.readAgainSubmit}
        </Button>
      </div>
      {read.isError && <ProblemNote problem={read.error} />}
    </form>
  );
}

function Preview({ reviewId, batch }: { reviewId: string; batch: ImportBatch }) {
  const text = useText();
  const common = useCommon();
  const preview = useInfiniteQuery(previewQuery(reviewId, batch));
  if (preview.isError) return <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Skeleton />;
  const records = preview.data.pages
    .flatMap((page) => page.items)
    .map((record, i) => ({ record, place: i + 1 }));
  return (
    <section className={styles.section}>
      <h3>{text.preview}</h3>
      {records.length === 0 ? (
        <p className={styles.muted}>{text.previewEmpty}</p>
      ) : (
        <Table
          caption={text.preview}
          rows={records}
          rowKey={(row) => row.place}
          columns={[
            { key: 'place', head: text.number, number: true, cell: (row) => row.place },
            { key: 'record', head: text.record, cell: (row) => <RecordSummary record={row.record} /> },
            {
              key: 'doi',
              head: text.field.doi,
              cell: (row) => <span className={styles.code}>{row.record.doi}</span>,
            },
            {
              key: 'abstract',
              head: text.field.abstract,
              cell: (row) => (row.record.abstract || row.record.abstracts ? common.yes : common.no),
            },
          ]}
        />
      )}
      {preview.hasNextPage && (
        <div>
          <Button busy={preview.isFetchingNextPage} onClick={() => void preview.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </section>
  );
}
