import styles from './ui.module.css';

export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  return <progress className={styles.progress} value={value} max={Math.max(max, 1)} aria-label={label} />;
}
