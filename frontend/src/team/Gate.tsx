import type { ReactNode } from 'react';
import styles from './team.module.css';

/** The frame of the pages before signing in. */
export function Gate({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <main className={styles.gate}>
      <div className={styles.gateBox}>
        <p className={styles.brand}>{'Winnow'}</p>
        <h1>{title}</h1>
        {intro && <p className={styles.intro}>{intro}</p>}
        {children}
      </div>
    </main>
  );
}
