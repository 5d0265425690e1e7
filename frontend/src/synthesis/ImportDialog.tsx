import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { http } from '../api/http';
import type { SynthesisImport } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Dialog, Note, ProblemNote } from '../ui';
import { putImport, synthesisKey } from './api';
import { useText } from './messages';
import styles from './synthesis.module.css';

/** A file of RevMan: what it holds, what is wrong with it and what cannot be carried, before anything is taken over. */
export function ImportDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const text = useText().import;
  const common = useCommon();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ id: string; file: File }>();
  const read = useMutation({
    mutationFn: (given: { id: string; file: File }) => putImport(reviewId, given.id, given.file),
  });
  const commit = useMutation({
    mutationFn: (id: string) => http.put(`/reviews/${reviewId}/syntheses/imports/${id}/commit`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
    },
  });
  function take(files: FileList | null | undefined) {
    const [first] = files ?? [];
    if (!first) return;
    const given = { id: newId(), file: first };
    setFile(given);
    commit.reset();
    read.mutate(given);
  }
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    if (event.type === 'drop') take(event.dataTransfer?.files);
  });
  useEffect(() => {
    // A file that misses the zone would otherwise replace the page.
    const onDrag = (event: DragEvent) => drop(event);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('drop', onDrag);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('drop', onDrag);
    };
  }, []);
  return (
    <Dialog title={text.title} wide onClose={onClose}>
      <div className={styles.drop}>
        <p>
          <strong>{file ? file.file.name : text.drop}</strong>
        </p>
        <p className={styles.muted}>{text.dropHint}</p>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".rm5,.csv,.zip"
          aria-label={text.choose}
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
        <Button kind={read.data ? 'plain' : 'primary'} onClick={() => picker.current?.click()}>
          {file ? text.another : text.choose}
        </Button>
      </div>
      {read.isPending && <p role="status">{text.reading}</p>}
      {read.isError && <ProblemNote problem={read.error} />}
      {read.isSuccess && <Preview found={read.data} />}
      {commit.isError && <ProblemNote problem={commit.error} />}
      {read.isSuccess && file && (
        <div className={styles.row}>
          <Button
            kind="primary"
            busy={commit.isPending}
            disabled={read.data.comparisons.length === 0}
            onClick={() => commit.mutate(file.id)}
          >
            {text.commit}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      )}
    </Dialog>
  );
}

function Preview({ found }: { found: SynthesisImport }) {
  const text = useText();
  const words = text.import;
  const format = useFormat();
  const outcomes = found.comparisons.flatMap((comparison) => comparison.outcomes);
  const rows = outcomes.reduce((sum, outcome) => sum + outcome.rows, 0);
  return (
    <div className={styles.stack} aria-live="polite">
      <p>{words.found(found.comparisons.length, outcomes.length, rows)}</p>
      {found.problems.length > 0 && (
        <Note tone="bad" title={words.problems}>
          <ul className={styles.changes}>
            {found.problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {line !== undefined && words.line(line)}
                {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {found.notCarried.length > 0 && (
        <Note tone="warn" title={words.notCarried}>
          <p>{format.enumerate(found.notCarried)}</p>
        </Note>
      )}
      {found.comparisons.map((comparison, i) => (
        <section key={`${i} ${comparison.name}`}>
          <h3 lang="">{comparison.name}</h3>
          <ul className={styles.changes}>
            {comparison.outcomes.map((outcome, j) => (
              <li key={`${j} ${outcome.name}`} lang="">
                {words.outcome(outcome.name, outcome.measure ?? '', outcome.rows)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
