import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ImportBatch, ImportState } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Badge, Button, Dialog, Note, ProblemNote, ProgressBar, TextArea, type Tone } from '../ui';
import { commands, isWorking } from './api';
import { ColumnsDialog } from './ColumnsDialog';
import { Commitment } from './Commitment';
import { FileDecisions } from './FileDecisions';
import styles from './identification.module.css';
import { ImportDetails } from './ImportDetails';
import { useText } from './messages';
import { formatName } from './reading';

const tones: { [S in ImportState]: Tone } = {
  queued: 'plain',
  reading: 'accent',
  ready: 'warn',
  committing: 'accent',
  committed: 'good',
  failed: 'bad',
  discarded: 'plain',
  withdrawn: 'plain',
};

/** One file: what was recognised in it, what it holds, and what can be done with it now. */
export function ImportRow({
  reviewId,
  batch,
  lead,
}: {
  reviewId: string;
  batch: ImportBatch;
  lead: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const all = batch.records + batch.quarantined;
  const read = batch.state !== 'queued' && batch.state !== 'reading' && batch.state !== 'failed';
  return (
    <li className={styles.import}>
      <div className={styles.head}>
        <span className={styles.file}>{batch.fileName}</span>
        <Badge tone={tones[batch.state]}>{text.state[batch.state]}</Badge>
        <span className={styles.facts}>
          <span>{formatName(batch.format, text) ?? text.notRecognised}</span>
          {batch.charset && <span>{batch.charset}</span>}
          {batch.guess?.database && <span>{batch.guess.database}</span>}
          {read && <span>{text.counted(batch.records)}</span>}
          {batch.quarantined > 0 && <span className={styles.bad}>{text.attention(batch.quarantined)}</span>}
          {batch.newDuplicates !== undefined && (
            <span>
              {batch.newDuplicates === 0 ? text.noDuplicates : text.duplicatesFound(batch.newDuplicates)}
            </span>
          )}
          {batch.committedAt && batch.state === 'committed' && (
            <span>{text.committedAt(format.dateTime(batch.committedAt), batch.by ?? '')}</span>
          )}
        </span>
        <span className={styles.actions}>
          {lead && batch.columns && (batch.state === 'ready' || batch.state === 'failed') && (
            <Button
              size="small"
              kind={batch.columns === 'unknown' ? 'primary' : 'plain'}
              aria-label={text.columnsOf(batch.fileName)}
              onClick={() => setNaming(true)}
            >
              {text.columns}
            </Button>
          )}
          <Button
            size="small"
            aria-expanded={open}
            aria-label={text.detailsOf(batch.fileName)}
            onClick={() => setOpen(!open)}
          >
            {text.details} {open ? '▴' : '▾'}
          </Button>
          {lead && <TakeBack reviewId={reviewId} batch={batch} />}
        </span>
      </div>
      {isWorking(batch) && (
        <div className={styles.progress}>
          <ProgressBar value={batch.bytesRead} max={batch.bytes} label={text.state[batch.state]} />
          <span className={styles.muted}>
            {text.readSoFar(
              batch.records,
              format.percent(batch.bytes > 0 ? Math.min(1, batch.bytesRead / batch.bytes) : 0),
            )}
          </span>
        </div>
      )}
      {batch.problem && <Note tone="bad">{batch.problem.detail}</Note>}
      {naming && (
        <ColumnsDialog
          reviewId={reviewId}
          batch={batch}
          onClose={() => {
            setNaming(false);
            setOpen(true);
          }}
        />
      )}
      {batch.state === 'ready' && batch.columns === 'unknown' && (
        <Note tone="bad">{text.titleColumnUnknown}</Note>
      )}
      {batch.state === 'ready' && batch.quarantined > 0 && (
        <Note tone="warn">{text.partial(batch.records, all, batch.quarantined)}</Note>
      )}
      {batch.warnings && batch.warnings.length > 0 && (batch.state === 'ready' || open) && (
        <Note title={text.warnings}>
          <ul className={styles.plain}>
            {batch.warnings.map((warning) => (
              <li key={warning.code + warning.detail}>{warning.detail}</li>
            ))}
          </ul>
        </Note>
      )}
      {open && <ImportDetails reviewId={reviewId} batch={batch} lead={lead} />}
      {lead && (batch.state === 'ready' || (open && wasCommitted(batch))) && (
        <FileDecisions reviewId={reviewId} batch={batch} />
      )}
      {lead && batch.state === 'ready' && batch.records > 0 && (
        <Commitment reviewId={reviewId} batch={batch} />
      )}
    </li>
  );
}

function wasCommitted({ state }: ImportBatch): boolean {
  return state === 'committed' || state === 'withdrawn';
}

/** Discards before the commitment, withdraws after it. */
function TakeBack({ reviewId, batch }: { reviewId: string; batch: ImportBatch }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const committed = batch.state === 'committed';
  if (batch.state === 'discarded' || batch.state === 'withdrawn' || batch.state === 'committing') return null;
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        aria-label={committed ? text.withdrawOf(batch.fileName) : text.discardOf(batch.fileName)}
        onClick={() => setAsking(true)}
      >
        {committed ? text.withdraw : text.discard}
      </Button>
      {asking && (
        <TakeBackDialog
          reviewId={reviewId}
          batch={batch}
          committed={committed}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function TakeBackDialog({
  reviewId,
  batch,
  committed,
  onClose,
}: {
  reviewId: string;
  batch: ImportBatch;
  committed: boolean;
  onClose: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const takeBack = useMutation({
    mutationFn: () =>
      committed ? commands.withdraw(reviewId, batch.id, reason.trim()) : commands.discard(reviewId, batch.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const unexplained = committed && reason.trim() === '';
    setMissing(unexplained);
    if (!unexplained) takeBack.mutate();
  }
  return (
    <Dialog
      title={committed ? text.withdrawTitle(batch.fileName) : text.discardTitle(batch.fileName)}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{committed ? text.withdrawText : text.discardText}</p>
        {committed && (
          <TextArea
            label={text.reason}
            error={missing ? text.reasonNeeded : undefined}
            value={reason}
            onChange={setReason}
            autoFocus
          />
        )}
        {takeBack.isError && <ProblemNote problem={takeBack.error} />}
        <div className={styles.row}>
          <Button type="submit" kind="danger" busy={takeBack.isPending}>
            {committed ? text.withdraw : text.discard}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
