import { useId } from 'react';
import type { Reason } from '../api/schema';
import { bilingual, useLanguage } from '../lib/i18n';
import { useScreeningMessages } from './messages';
import styles from './screening.module.css';

interface ReasonListProps {
  reasons: readonly Reason[];
  ticked: readonly string[];
  /** Exclude was pressed and a reason is still missing. */
  asked: boolean;
  disabled: boolean;
  withNumbers: boolean;
  onTick: (reason: Reason) => void;
  onExclude: (reason: Reason) => void;
}

/** The protocol's reasons in their order: a number or a click excludes at once, a tick adds a further one. */
export function ReasonList({
  reasons,
  ticked,
  asked,
  disabled,
  withNumbers,
  onTick,
  onExclude,
}: ReasonListProps) {
  const text = useScreeningMessages();
  const language = useLanguage();
  const head = useId();
  if (reasons.length === 0) return <p className={styles.small}>{text.noReasons}</p>;
  return (
    <div role="group" aria-labelledby={head} className={styles.reasons} data-asked={asked}>
      <h2 id={head} className={styles.sideHead}>
        {text.reasons}
      </h2>
      <p className={styles.small} role="status">
        {asked ? text.chooseReason : text.reasonsHint}
      </p>
      <ol>
        {reasons.map((reason, i) => {
          const label = bilingual(reason.label, language);
          return (
            <li key={reason.id}>
              <input
                type="checkbox"
                aria-label={text.alsoFails(label?.text ?? '')}
                checked={ticked.includes(reason.id)}
                disabled={disabled}
                onChange={() => onTick(reason)}
              />
              <button
                type="button"
                disabled={disabled}
                aria-label={text.excludeFor(label?.text ?? '')}
                onClick={() => onExclude(reason)}
              >
                <span lang={label?.lang}>{label?.text}</span>
                {withNumbers && i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The first failed criterion of the protocol's order is the primary reason. */
export function inOrder(reasons: readonly Reason[], chosen: readonly string[]): readonly string[] {
  return reasons.map((reason) => reason.id).filter((id) => chosen.includes(id));
}
