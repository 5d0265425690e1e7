import { useDelayed } from '../lib/delayed';
import { useCommon } from '../lib/i18n';
import styles from './ui.module.css';

/** Shown only when loading takes longer than 300 ms. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const text = useCommon();
  const late = useDelayed();
  if (!late) return null;
  return (
    <div className={styles.skeleton} role="status" aria-label={text.loading}>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={styles.bone} />
      ))}
    </div>
  );
}
