import type { ReactNode } from 'react';
import { classes } from '../lib/classes';
import styles from './ui.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'bad' | 'warn';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.badge, tone !== 'plain' && styles[tone])}>{children}</span>;
}
