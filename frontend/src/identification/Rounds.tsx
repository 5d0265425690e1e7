import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SearchRound } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Dialog, ProblemNote, TextField } from '../ui';
import { commands } from './api';
import styles from './identification.module.css';
import { useText } from './messages';

/** The heading of a round and what came of it. */
export function RoundHead({
  reviewId,
  round,
  lead,
}: {
  reviewId: string;
  round: SearchRound;
  lead: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const common = useCommon();
  const [editing, setEditing] = useState(false);
  return (
    <div className={styles.head}>
      <h3>{text.roundTitle(round.number, round.name ?? '')}</h3>
      {round.begunOn && <span className={styles.muted}>{format.date(round.begunOn)}</span>}
      <span className={styles.facts}>
        <span>{text.counted(round.records)}</span>
        {round.number > 1 && <span>{text.roundKnown(round.known)}</span>}
        <span>{text.roundDuplicates(round.duplicates)}</span>
        <span>
          <b>{text.roundNew(round.new)}</b>
        </span>
      </span>
      {lead && round.id !== undefined && (
        <span className={styles.actions}>
          <Button
            size="small"
            aria-label={text.editRound(text.roundTitle(round.number, round.name ?? ''))}
            onClick={() => setEditing(true)}
          >
            {common.edit}
          </Button>
        </span>
      )}
      {editing && (
        <RoundDialog
          reviewId={reviewId}
          title={text.editRound(text.roundTitle(round.number, round.name ?? ''))}
          round={round}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}

/** Opens an update of the search: files that come now belong to it. */
export function OpenRound({ reviewId }: { reviewId: string }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {text.openRound}
      </Button>
      {asking && <RoundDialog reviewId={reviewId} title={text.openRound} onClose={() => setAsking(false)} />}
    </>
  );
}

function RoundDialog({
  reviewId,
  title,
  round,
  onClose,
}: {
  reviewId: string;
  title: string;
  round?: SearchRound;
  onClose: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const client = useQueryClient();
  const [id] = useState(() => round?.id ?? newId());
  const [name, setName] = useState(round?.name ?? '');
  const [begunOn, setBegunOn] = useState(round?.begunOn ?? '');
  const [unnamed, setUnnamed] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      commands.describeRound(reviewId, id, { name: name.trim(), ...(begunOn ? { begunOn } : {}) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId, 'identification'] });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = name.trim() === '';
    setUnnamed(missing);
    if (!missing) save.mutate();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {!round && <p className={styles.muted}>{text.openRoundText}</p>}
        <TextField
          label={text.roundName}
          hint={text.roundNameHint}
          error={unnamed ? text.roundNameNeeded : undefined}
          value={name}
          onChange={setName}
          autoFocus
        />
        <TextField label={text.roundBegunOn} optional type="date" value={begunOn} onChange={setBegunOn} />
        {save.isError && <ProblemNote problem={save.error} />}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {round ? common.save : text.openRound}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
