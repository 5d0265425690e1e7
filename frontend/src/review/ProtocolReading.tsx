import type { BilingualText, Protocol } from '../api/schema';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { useText } from './messages';
import styles from './review.module.css';

/** The protocol for those who cannot change it. */
export function ProtocolReading({ protocol }: { protocol: Protocol }) {
  const text = useText().protocol;
  const { question, policy } = protocol;
  const elements = [
    { name: text.population, value: question.population },
    { name: text.intervention, value: question.intervention },
    { name: text.comparison, value: question.comparison },
    { name: text.outcome, value: question.outcome },
    { name: text.design, value: question.design },
    { name: text.registration, value: protocol.registration },
    { name: text.titleAbstractVotes, value: String(policy.titleAbstractVotes) },
    { name: text.fullTextVotes, value: String(policy.fullTextVotes) },
    {
      name: text.conflictRule,
      value: policy.conflictRule === 'adjudicator' ? text.adjudicator : text.consensus,
    },
  ];
  return (
    <div className={styles.protocol}>
      <section className={styles.section}>
        <h2>{text.question}</h2>
        <p>
          <InMyLanguage text={question.text} />
        </p>
        <dl className={styles.facts}>
          {elements.map(
            ({ name, value }) =>
              value && (
                <div key={name} className={styles.factRow}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{text.criteria}</h2>
        {protocol.criteria.length === 0 ? (
          <p className={styles.muted}>{text.noCriteria}</p>
        ) : (
          <ol className={styles.readingList}>
            {protocol.criteria.map((criterion) => (
              <li key={criterion.id}>
                <InMyLanguage text={criterion.text} />
                <span className={styles.muted}>
                  {' '}
                  · {criterion.kind === 'inclusion' ? text.inclusion : text.exclusion}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className={styles.section}>
        <h2>{text.reasons}</h2>
        {protocol.reasons.length === 0 ? (
          <p className={styles.muted}>{text.noReasons}</p>
        ) : (
          <ol className={styles.readingList}>
            {protocol.reasons.map((reason) => (
              <li key={reason.id}>
                <InMyLanguage text={reason.label} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

export function Amendments({ protocol }: { protocol: Protocol }) {
  const text = useText().protocol;
  const format = useFormat();
  return (
    <section className={styles.section} aria-labelledby="amendments">
      <h2 id="amendments">{text.amendments}</h2>
      {protocol.amendments.length === 0 ? (
        <p className={styles.muted}>{text.noAmendments}</p>
      ) : (
        <ul className={styles.amendments}>
          {protocol.amendments.map((amendment) => (
            <li key={amendment.version}>
              <p>{amendment.explanation}</p>
              <p className={styles.muted}>
                {[text.version(amendment.version), amendment.by, format.dateTime(amendment.at)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function InMyLanguage({ text }: { text: BilingualText }) {
  const shown = bilingual(text, useLanguage());
  return shown ? <span lang={shown.lang}>{shown.text}</span> : null;
}
