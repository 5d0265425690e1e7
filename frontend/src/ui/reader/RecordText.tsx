import { createElement, Fragment, type ReactNode } from 'react';
import { segments, type Segment } from '../../lib/segments';
import type { PreparedText } from './prepared';
import styles from './reader.module.css';

/** A text of a record with its italics and indices and the protocol's terms. Text only: no HTML of a source is run. */
export function RecordText({ text, from, to }: { text: PreparedText; from?: number; to?: number }) {
  return segments(text.rich, text.hits, from, to).map((segment, i) => (
    <Fragment key={i}>{drawn(segment)}</Fragment>
  ));
}

function drawn({ text, marks, hit }: Segment): ReactNode {
  const marked = marks.reduceRight<ReactNode>((inside, kind) => createElement(kind, {}, inside), text);
  if (hit === undefined) return marked;
  return (
    <mark className={styles.hit} data-group={hit}>
      {marked}
    </mark>
  );
}
