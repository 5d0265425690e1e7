import type { RetrievalState } from '../api/schema';
import { useScreeningMessages } from './messages';
import styles from './screening.module.css';

const states: readonly RetrievalState[] = ['sought', 'retrieved', 'not-retrieved'];

export function RetrievalControl({
  state,
  hint,
  onChange,
}: {
  state: RetrievalState;
  hint?: string | undefined;
  onChange: (state: RetrievalState) => void;
}) {
  const text = useScreeningMessages();
  return (
    <div role="group" aria-label={text.retrieval} className={styles.retrieval}>
      <span className={styles.small}>{text.retrieval}</span>
      {states.map((one) => (
        <button key={one} type="button" aria-pressed={one === state} onClick={() => onChange(one)}>
          {text.retrievalStates[one]}
        </button>
      ))}
      {hint !== undefined && (
        <p role="status" className={styles.small}>
          {hint}
        </p>
      )}
    </div>
  );
}
