import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { protocolQuery } from '../api/queries';
import type { FileDecisions, ImportBatch, StageId, Verdict } from '../api/schema';
import { bilingual, useCommon, useLanguage } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Loaded, ProblemNote, Select } from '../ui';
import { commands, membersQuery } from './api';
import styles from './identification.module.css';
import { useText } from './messages';

type Choices<T extends string = string> = Readonly<Record<string, T>>;
const leaveOut = '';
type Meaning = Verdict | typeof leaveOut;
const meanings: readonly Verdict[] = ['include', 'exclude', 'maybe'];

/** Says whose votes the decisions of a file shall be, at which stage, and what their words mean here. */
export function TakeoverForm({
  reviewId,
  batch,
  found,
  onDone,
}: {
  reviewId: string;
  batch: ImportBatch;
  found: FileDecisions;
  onDone: () => Promise<void>;
}) {
  const text = useText().decisions;
  const common = useCommon();
  const language = useLanguage();
  const members = useQuery(membersQuery(reviewId));
  const protocol = useQuery(protocolQuery(reviewId));
  const [stage, setStage] = useState<StageId>('title-abstract');
  const [people, setPeople] = useState<Choices>({});
  const [verdicts, setVerdicts] = useState<Choices<Meaning>>(() =>
    Object.fromEntries(found.verdicts.map(({ verdict, means }) => [verdict, means ?? leaveOut])),
  );
  const [reasons, setReasons] = useState<Choices>({});
  const [id, setId] = useState(newId);
  const [incomplete, setIncomplete] = useState(false);
  const take = useMutation({
    mutationFn: () =>
      commands.takeOver(reviewId, batch.id, id, {
        stage,
        people: chosen(people).map(([person, account]) => ({ person, account })),
        verdicts: chosen(verdicts).map(([verdict, means]) => ({ verdict, means })),
        reasons: chosen(reasons).map(([word, reason]) => ({ text: word, reason })),
      }),
    onSuccess: async () => {
      setId(newId());
      setPeople({});
      await onDone();
    },
    // What was refused was not done, so that another mapping is another takeover.
    onError: () => setId(newId()),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = chosen(people).length === 0 || chosen(verdicts).length === 0;
    setIncomplete(missing);
    if (!missing) take.mutate();
  }
  if (!members.data || !protocol.data) {
    return members.data ? (
      <Loaded query={protocol}>{() => null}</Loaded>
    ) : (
      <Loaded query={members}>{() => null}</Loaded>
    );
  }
  const known = protocol.data.value.reasons.map((reason) => ({
    value: reason.id,
    label: bilingual(reason.label, language)?.text ?? reason.id,
  }));
  const excludes = found.verdicts.filter(({ verdict }) => verdicts[verdict] === 'exclude');
  const words = [...found.reasons.map((one) => one.text), ...(excludes.length > 0 ? [''] : [])];
  return (
    <form className={styles.commit} onSubmit={submit} noValidate aria-label={text.mapping}>
      <div>
        <h4>{text.mapping}</h4>
        <p className={styles.muted}>{text.mappingIntro}</p>
      </div>
      <div className={styles.narrow}>
        <Select
          label={text.stage}
          value={stage}
          onChange={setStage}
          options={[
            { value: 'title-abstract', label: common.stage['title-abstract'] },
            { value: 'full-text', label: common.stage['full-text'] },
          ]}
        />
      </div>
      <fieldset className={styles.mapping}>
        <legend>{text.whose}</legend>
        <div className={styles.three}>
          {found.people.map(({ person }) => (
            <Select
              key={person}
              label={person || text.nobody}
              value={people[person] ?? leaveOut}
              onChange={(account) => setPeople({ ...people, [person]: account })}
              options={[
                { value: leaveOut, label: text.leaveOut },
                ...members.data.items.map(({ account }) => ({
                  value: account.id,
                  label: account.displayName,
                })),
              ]}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.mapping}>
        <legend>{text.meanings}</legend>
        <div className={styles.three}>
          {found.verdicts.map(({ verdict, count }) => (
            <Select
              key={verdict}
              label={text.times(verdict || text.noVerdict, count)}
              value={verdicts[verdict] ?? leaveOut}
              onChange={(means: Meaning) => setVerdicts({ ...verdicts, [verdict]: means })}
              options={[
                { value: leaveOut, label: text.leaveOut },
                ...meanings.map((value) => ({ value, label: common.verdict[value] })),
              ]}
            />
          ))}
        </div>
      </fieldset>
      {words.length > 0 && known.length > 0 && (
        <fieldset className={styles.mapping}>
          <legend>{text.reasons}</legend>
          <div className={styles.three}>
            {words.map((word) => (
              <Select
                key={word}
                label={word || text.noReason}
                value={reasons[word] ?? leaveOut}
                onChange={(reason) => setReasons({ ...reasons, [word]: reason })}
                options={[{ value: leaveOut, label: text.leaveOut }, ...known]}
              />
            ))}
          </div>
        </fieldset>
      )}
      {incomplete && (
        <p className={styles.bad} role="alert">
          {text.incomplete}
        </p>
      )}
      {take.isError && <ProblemNote problem={take.error} />}
      <div className={styles.row}>
        <Button type="submit" kind="primary" busy={take.isPending}>
          {text.takeOver}
        </Button>
        <span className={styles.muted}>{text.takeOverHint}</span>
      </div>
    </form>
  );
}

function chosen<T extends string>(choices: Choices<T>): [string, Exclude<T, typeof leaveOut>][] {
  return Object.entries(choices).flatMap(([word, choice]) => (isChosen(choice) ? [[word, choice]] : []));
}

function isChosen<T extends string>(choice: T): choice is Exclude<T, typeof leaveOut> {
  return choice !== leaveOut;
}
