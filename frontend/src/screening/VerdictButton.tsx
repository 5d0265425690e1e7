import type { Verdict } from '../api/schema';
import type { Command } from '../lib/keyboard';
import { KeyHint } from './KeyHint';
import styles from './screening.module.css';

/** Decides for one verdict, wherever records are judged. */
export function VerdictButton({
  command,
  verdict,
  chosen,
  shownKey,
}: {
  command: Command | undefined;
  verdict: Verdict;
  chosen: Verdict | undefined;
  shownKey: string | undefined;
}) {
  if (!command) return null;
  return (
    <button
      type="button"
      className={styles.vote}
      data-verdict={verdict}
      aria-pressed={chosen === verdict}
      disabled={command.disabled}
      onClick={command.run}
    >
      {command.label}
      <KeyHint of={shownKey} />
    </button>
  );
}
