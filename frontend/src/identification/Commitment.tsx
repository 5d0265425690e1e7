import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ImportBatch, Source } from '../api/schema';
import { newId } from '../lib/ids';
import { Button, Note, ProblemNote, Select } from '../ui';
import { commands, roundsQuery, sourcesQuery } from './api';
import styles from './identification.module.css';
import { useText } from './messages';
import { SourceFields } from './SourceFields';
import { detailsOf, emptyForm, hitsAreWrong, hitsIn } from './sourceForm';

/** Says where the records come from, and takes them into the review. */
export function Commitment({ reviewId, batch }: { reviewId: string; batch: ImportBatch }) {
  const text = useText();
  const client = useQueryClient();
  const sources = useQuery(sourcesQuery(reviewId));
  const rounds = useQuery(roundsQuery(reviewId)).data?.items ?? [];
  const [newSourceId] = useState(newId);
  const guess = batch.guess?.database ?? '';
  const [chosen, setChosen] = useState<string>();
  const [form, setForm] = useState(() => emptyForm(guess));
  const [faults, setFaults] = useState(false);
  const known = sources.data?.items ?? [];
  const choice = chosen ?? '';
  const isNew = choice === '';

  const commit = useMutation({
    mutationFn: async () => {
      if (isNew) await commands.describeSource(reviewId, newSourceId, detailsOf(form));
      await commands.commit(reviewId, batch.id, isNew ? newSourceId : choice);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', reviewId] }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const faulty = isNew && (form.name.trim() === '' || hitsAreWrong(form));
    setFaults(faulty);
    if (!faulty) commit.mutate();
  }

  const inFile = batch.records + batch.quarantined;
  const hits = isNew ? hitsIn(form) : knownHits(known, choice);
  return (
    <form
      className={styles.commit}
      onSubmit={submit}
      noValidate
      aria-label={`${text.sourceTitle} ${batch.fileName}`}
    >
      <div>
        <h3>{text.sourceTitle}</h3>
        <p className={styles.muted}>{text.sourceIntro}</p>
      </div>
      {known.length > 0 && (
        <div className={styles.narrow}>
          <Select
            label={text.sourceChoice}
            value={choice}
            onChange={setChosen}
            options={[
              { value: '', label: text.newSource },
              ...known.map((source) => ({
                value: source.id,
                label:
                  (source.platform ? `${source.name} (${source.platform})` : source.name) +
                  (rounds.length > 1 ? ` · ${text.roundTitle(source.round ?? 1, '')}` : ''),
              })),
            ]}
          />
        </div>
      )}
      {isNew && <SourceFields form={form} onChange={setForm} faults={faults} rounds={rounds} />}
      {hits !== undefined && hits !== inFile && (
        <Note tone="warn" announce>
          {text.hitsDiffer(hits, inFile)}
        </Note>
      )}
      {commit.isError && <ProblemNote problem={commit.error} />}
      <div className={styles.row}>
        <Button type="submit" kind="primary" busy={commit.isPending}>
          {text.commit(batch.records)}
        </Button>
        <span className={styles.muted}>{text.commitHint}</span>
      </div>
    </form>
  );
}

/** The hits of a source that has no records yet; with several files per source, one file says nothing about them. */
function knownHits(sources: readonly Source[], id: string): number | undefined {
  const source = sources.find((one) => one.id === id);
  return source?.imports === 0 ? source.hitsReported : undefined;
}
