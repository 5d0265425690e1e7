import { useCommon, useFormat } from '../lib/i18n';
import { Badge, Button, ProblemNote } from '../ui';
import styles from './identification.module.css';
import { useText } from './messages';
import type { Upload } from './useUploads';

/** Files on their way to the server. */
export function Uploads({
  uploads,
  onRetry,
  onDismiss,
}: {
  uploads: readonly Upload[];
  onRetry: (id: string) => void;
  onDismiss: (id: string) => void;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  if (uploads.length === 0) return null;
  return (
    <ul className={styles.imports}>
      {uploads.map(({ id, file, state }) => (
        <li key={id} className={styles.import}>
          <div className={styles.head}>
            <span className={styles.file}>{file.name}</span>
            <span className={styles.muted}>{format.bytes(file.size)}</span>
            {state.at !== 'failed' && (
              <>
                <Badge>{state.at === 'sending' ? text.uploading : text.waitingTurn}</Badge>
                <span className={styles.actions}>
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={text.dismiss(file.name)}
                    onClick={() => onDismiss(id)}
                  >
                    {common.cancel}
                  </Button>
                </span>
              </>
            )}
          </div>
          {state.at === 'failed' && (
            <>
              <p className={styles.muted}>{text.uploadFailed(file.name)}</p>
              <ProblemNote
                problem={state.problem}
                onRetry={() => onRetry(id)}
                actions={
                  <Button aria-label={text.dismiss(file.name)} onClick={() => onDismiss(id)}>
                    {common.remove}
                  </Button>
                }
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
