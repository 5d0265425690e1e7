import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { WhyNotMerged } from '../api/schema';
import { bilingual, languageOf, useLanguage } from '../lib/i18n';
import { Badge, Button, Dialog, Note, ProblemNote, RecordSummary, TextField } from '../ui';
import { toneOf } from './agreement';
import { commands } from './api';
import styles from './deduplication.module.css';
import { numbersIn } from './fields';
import { ruleName, useText } from './messages';

/** Explains of two records why they are one entry or two. */
export function WhyDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const text = useText();
  const [numbers, setNumbers] = useState('');
  const [wrong, setWrong] = useState(false);
  const why = useMutation({
    mutationFn: ({ a, b }: { a: number; b: number }) => commands.why(reviewId, a, b),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const [a, b, more] = numbersIn(numbers) ?? [];
    const two = a !== undefined && b !== undefined && more === undefined;
    setWrong(!two);
    if (two) why.mutate({ a, b });
  }
  return (
    <Dialog title={text.whyTitle} onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{text.whyText}</p>
        <div className={styles.findRow}>
          <TextField
            label={text.whyNumbers}
            hint={text.whyHint}
            error={wrong ? text.whyWrong : undefined}
            value={numbers}
            onChange={(value) => {
              setNumbers(value);
              why.reset();
            }}
            autoFocus
          />
          <Button type="submit" busy={why.isPending}>
            {text.whyShow}
          </Button>
        </div>
        {why.isError && <ProblemNote problem={why.error} />}
      </form>
      {why.isSuccess && <Explained why={why.data} />}
    </Dialog>
  );
}

function Explained({ why }: { why: WhyNotMerged }) {
  const text = useText();
  const language = useLanguage();
  const { hindrance } = why;
  return (
    <div className={styles.form}>
      <Note title={why.together ? text.whyTogether : text.whyApart} announce>
        <p>
          {text.effects[why.effect]}{' '}
          <b>{bilingual(why.reason, language)?.text ?? ruleName(why.rule, text)}</b>
        </p>
        {hindrance && (
          <p>
            {text.hindered(hindrance.a, hindrance.b)}{' '}
            <b>{bilingual(hindrance.reason, language)?.text ?? ruleName(hindrance.rule, text)}</b>
          </p>
        )}
      </Note>
      {[why.a, why.b].map((record) => (
        <div key={record.id} className={styles.explained}>
          <span className={styles.number}>{text.number(record.id)}</span>
          <RecordSummary record={record} />
        </div>
      ))}
      <table className={styles.differences}>
        <caption className={styles.muted}>{text.comparedAs}</caption>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.number(why.a.id)}</th>
            <th scope="col">{text.number(why.b.id)}</th>
            <th scope="col">{text.agreement}</th>
          </tr>
        </thead>
        <tbody>
          {why.fields.map(({ field, a, b, agreement }) => (
            <tr key={field}>
              <th scope="row">{text.matched[field]}</th>
              {[a, b].map((value, i) => (
                <td key={i} lang={languageOf(value)}>
                  {value || <span className={styles.muted}>{text.missing}</span>}
                </td>
              ))}
              <td>
                <Badge tone={toneOf(agreement)}>{text.agreements[agreement]}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
