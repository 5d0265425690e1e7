import type { ReactNode, Ref } from 'react';
import type { Agreement, Doubt, ReviewRecord } from '../api/schema';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { Badge } from '../ui';
import { toneOf } from './agreement';
import styles from './deduplication.module.css';
import { DifferenceRow } from './DifferenceRow';
import { fieldPairs } from './fields';
import { ruleName, useText } from './messages';

const told: readonly Agreement[] = ['same', 'near', 'different', 'unknown'];

/** Two records side by side, what makes them doubtful, and what they agree in. */
export function DoubtCard({
  doubt,
  onEnter,
  ref,
  children,
}: {
  doubt: Doubt;
  onEnter: () => void;
  ref: Ref<HTMLElement>;
  /** What can be done with the pair. */
  children: ReactNode;
}) {
  const text = useText();
  const language = useLanguage();
  const format = useFormat();
  return (
    <article
      ref={ref}
      className={styles.cluster}
      tabIndex={-1}
      aria-label={text.pair(doubt.a.id, doubt.b.id)}
      onKeyDown={(event) => {
        // On a button, Enter presses the button.
        if (event.key === 'Enter' && event.target === event.currentTarget && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onEnter();
        }
      }}
    >
      <div className={styles.member}>
        <div className={styles.memberHead}>{children}</div>
        {doubt.reasons.map(({ rule, reason }) => (
          <p key={rule}>
            <b>{bilingual(reason, language)?.text ?? ruleName(rule, text)}</b>
          </p>
        ))}
        <dl className={styles.agreements}>
          {told.map((agreement) => {
            const fields = doubt.fields.filter((one) => one.agreement === agreement);
            return (
              fields.length > 0 && (
                <div key={agreement}>
                  <dt>
                    <Badge tone={toneOf(agreement)}>{text.agreements[agreement]}</Badge>
                  </dt>
                  <dd>{format.enumerate(fields.map((one) => text.matched[one.field]))}</dd>
                </div>
              )
            );
          })}
        </dl>
      </div>
      <div className={styles.member}>
        <table className={styles.differences}>
          <colgroup>
            <col className={styles.fieldColumn} />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{text.field}</span>
              </th>
              <RecordHead record={doubt.a} />
              <RecordHead record={doubt.b} />
            </tr>
          </thead>
          <tbody>
            {fieldPairs(doubt.a, doubt.b).map((pair) => (
              <DifferenceRow key={pair.field} pair={pair} />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function RecordHead({ record }: { record: ReviewRecord }) {
  const text = useText();
  const format = useFormat();
  return (
    <th scope="col">
      {text.number(record.id)}{' '}
      <span className={styles.muted}>
        {format.enumerate(record.sources?.map((source) => source.name) ?? [])}
      </span>
    </th>
  );
}
