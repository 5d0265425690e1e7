import { HIGHLIGHT_GROUPS, hitCounts, type Highlighter } from '../../lib/highlights';
import type { ReviewRecord } from '../../api/schema';
import { useReaderMessages } from './messages';
import { prepared } from './prepared';
import styles from './reader.module.css';

/** How many terms of each group the record has; the words are drawn as they are in the text, so this is the legend too. */
export function HitCounts({ record, find }: { record: ReviewRecord; find: Highlighter }) {
  const text = useReaderMessages();
  const counts = hitCounts(prepared(record, find).hits);
  return (
    <ul className={styles.counts} aria-label={text.hits}>
      {HIGHLIGHT_GROUPS.filter((group) => counts.has(group)).map((group) => (
        <li key={group}>
          <span className={styles.hit} data-group={group}>
            {text.groups[group]}
          </span>{' '}
          <span className="num">{counts.get(group)}</span>
        </li>
      ))}
    </ul>
  );
}
