import type { ReactNode } from 'react';
import { classes } from '../lib/classes';
import styles from './ui.module.css';

export type NoteTone = 'info' | 'good' | 'warn' | 'bad';

/** Something to know, beside what it concerns. `announce` reads it out when it appears. */
export function Note({
  tone = 'info',
  title,
  children,
  actions,
  announce = false,
}: {
  tone?: NoteTone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  announce?: boolean;
}) {
  const role = announce ? (tone === 'bad' ? 'alert' : 'status') : undefined;
  return (
    <div className={classes(styles.note, tone !== 'info' && styles[tone])} role={role}>
      {title && <p className={styles.noteHead}>{title}</p>}
      {children}
      {actions && <div className={styles.noteActions}>{actions}</div>}
    </div>
  );
}
