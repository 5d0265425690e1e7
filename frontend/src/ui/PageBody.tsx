import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** The area of an ordinary page of a review. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
