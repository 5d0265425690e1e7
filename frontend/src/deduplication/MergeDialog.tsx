import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ReviewRecord } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Dialog, Note, ProblemNote, RecordSummary, TextField } from '../ui';
import { commands } from './api';
import styles from './deduplication.module.css';
import { numbersIn } from './fields';
import { useText } from './messages';

/** Merges records that no rule found, by their numbers, after showing them. */
export function MergeDialog({
  reviewId,
  onClose,
  onDone,
}: {
  reviewId: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const text = useText();
  const [numbers, setNumbers] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = useMutation({ mutationFn: (ids: readonly number[]) => commands.records(reviewId, ids) });
  function submit(event: FormEvent) {
    event.preventDefault();
    const ids = numbersIn(numbers);
    setWrong(ids === undefined);
    if (ids) find.mutate(ids);
  }
  return (
    <Dialog title={text.mergeTitle} onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{text.mergeText}</p>
        <div className={styles.findRow}>
          <TextField
            label={text.mergeNumbers}
            hint={text.mergeHint}
            error={wrong ? text.mergeWrong : undefined}
            value={numbers}
            onChange={(value) => {
              setNumbers(value);
              find.reset();
            }}
            autoFocus
          />
          <Button type="submit" busy={find.isPending}>
            {text.mergeShow}
          </Button>
        </div>
        {find.isError && <ProblemNote problem={find.error} />}
      </form>
      {find.isSuccess && (
        <Found
          reviewId={reviewId}
          asked={find.variables}
          records={find.data}
          onClose={onClose}
          onDone={onDone}
        />
      )}
    </Dialog>
  );
}

function Found({
  reviewId,
  asked,
  records,
  onClose,
  onDone,
}: {
  reviewId: string;
  asked: readonly number[];
  records: readonly ReviewRecord[];
  onClose: () => void;
  onDone: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const [id] = useState(newId);
  const [representative, setRepresentative] = useState(records[0]?.id);
  const missing = asked.filter((number) => !records.some((record) => record.id === number));
  const merge = useMutation({
    mutationFn: async () => {
      if (representative !== undefined) await commands.merge(reviewId, id, representative, asked);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onDone();
    },
  });
  if (missing.length > 0) {
    return (
      <Note tone="bad" announce>
        {text.mergeMissing(format.list(missing.map(String)))}
      </Note>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate();
      }}
    >
      <fieldset className={styles.choices}>
        <legend>{text.mergeStandsFor}</legend>
        {records.map((record) => (
          <label key={record.id} className={styles.choice}>
            <input
              type="radio"
              name="representative"
              checked={record.id === representative}
              onChange={() => setRepresentative(record.id)}
            />
            <span className={styles.number}>{text.number(record.id)}</span>
            <RecordSummary record={record} />
          </label>
        ))}
      </fieldset>
      {merge.isError && <ProblemNote problem={merge.error} />}
      <div className={styles.row}>
        <Button type="submit" kind="primary" busy={merge.isPending}>
          {text.mergeSubmit(records.length)}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  );
}
