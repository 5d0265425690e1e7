import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Synthesis, SynthesisAnalysis } from '../api/schema';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { Button, Note, ProblemNote } from '../ui';
import { synthesisKey } from './api';
import { useText } from './messages';
import { studyNamed } from './numbers';
import { effectText } from './NumbersPanel';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

/** More of them would push the figure out of sight. */
const SHOWN = 3;

/** What a reader must know before believing the numbers. */
export function Warnings({ synthesis, analysis }: { synthesis: Synthesis; analysis: SynthesisAnalysis }) {
  const text = useText().warnings;
  const format = useFormat();
  const language = useLanguage();
  const { rows, doubleCounted } = synthesis;
  const off = rows.filter((row) => !row.included).length;
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.study ?? '';
  // Who counts twice is said below with the names of the rows.
  const told = doubleCounted.length > 0 ? ['duplicate-study', 'double-counted'] : [];
  const said = [
    ...(analysis.warnings ?? [])
      .filter(({ code }) => !told.includes(code))
      .map((note) => bilingual(note, language)?.text),
    ...doubleCounted.map(({ trial, rows: ids }) => text.double(trial, format.enumerate(ids.map(nameOf)))),
    off > 0 && text.off(off),
  ].filter((one) => typeof one === 'string');
  if (said.length === 0) return null;
  const list = (
    <ul className={styles.changes}>
      {said.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
  return (
    <Note tone="warn" title={text.title}>
      {said.length <= SHOWN ? (
        list
      ) : (
        <details>
          <summary>{text.all(said.length)}</summary>
          {list}
        </details>
      )}
    </Note>
  );
}

/** What is other than when this account last marked the result as seen: the estimate, rows, settings. */
export function Changes({ reviewId, synthesis }: { reviewId: string; synthesis: Synthesis }) {
  const text = useText();
  const words = text.changes;
  const format = useFormat();
  const { seen, analysis } = synthesis;
  if (!seen || seen.inputs === synthesis.inputs) return null;
  const numbersOf = (from: SynthesisAnalysis | undefined, name: string) => {
    const study = studyNamed(from, name);
    return from && typeof study?.estimate === 'number' ? effectText(study, from.logScale) : '';
  };
  const pooled = (from: SynthesisAnalysis | undefined) =>
    from ? effectText(from.pooled, from.logScale) : words.none;
  const rows = (seen.rows ?? []).map(({ id, study, change }) => {
    const [before, now] = [numbersOf(seen.analysis, study), numbersOf(analysis, study)];
    const said =
      change === 'added'
        ? words.added(study, now)
        : change === 'removed'
          ? words.removed(study, before)
          : words.changed(study, before, now);
    return { id, said };
  });
  const settings = (seen.settings ?? []).map((name) => wordsFor(settingNames(text.settings), name));
  return (
    <Note tone="warn" title={words.title} actions={<Seen reviewId={reviewId} synthesis={synthesis} />}>
      <p>{words.at(format.dateTime(seen.at))}</p>
      <dl className={styles.beforeNow}>
        <dt>{words.before}</dt>
        <dd className="num">{pooled(seen.analysis)}</dd>
        <dt>{words.now}</dt>
        <dd className="num">{pooled(analysis)}</dd>
      </dl>
      <ul className={styles.changes}>
        {rows.map(({ id, said }) => (
          <li key={id} lang="">
            {said}
          </li>
        ))}
        {settings.length > 0 && <li>{words.settings(format.enumerate(settings))}</li>}
        {rows.length === 0 && settings.length === 0 && <li>{words.order}</li>}
      </ul>
    </Note>
  );
}

function settingNames(settings: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function Seen({ reviewId, synthesis }: { reviewId: string; synthesis: Synthesis }) {
  const text = useText().numbers;
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: () =>
      http.put(`/reviews/${reviewId}/syntheses/${synthesis.id}/seen`, { inputs: synthesis.inputs }),
    // Refused when the result changed in the meantime: the new one is fetched and shown.
    onSettled: () => client.invalidateQueries({ queryKey: synthesisKey(reviewId) }),
  });
  return (
    <>
      <Button size="small" busy={see.isPending} title={text.seenHint} onClick={() => see.mutate()}>
        {text.seen}
      </Button>
      {see.isError && <ProblemNote problem={see.error} />}
    </>
  );
}
