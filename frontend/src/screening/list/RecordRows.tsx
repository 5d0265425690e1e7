import { useLayoutEffect, useRef } from 'react';
import { languageOf, languageTag, useCommon } from '../../lib/i18n';
import type { Highlighter } from '../../lib/highlights';
import { classes } from '../../lib/classes';
import { whereItAppeared } from '../../ui/recordText';
import { prepared } from '../../ui/reader/prepared';
import { RecordText } from '../../ui/reader/RecordText';
import type { HighlightStrength } from '../../ui/reader/RecordReader';
import reading from '../../ui/reader/reader.module.css';
import type { Policy } from '../../api/schema';
import { useScreeningMessages } from '../messages';
import type { Remarks } from '../notes/notebook';
import type { Entry } from '../queue';
import styles from './list.module.css';

interface RecordRowsProps {
  rows: readonly Entry[];
  currentItem: number | undefined;
  opened: ReadonlySet<number>;
  find: Highlighter;
  strength: HighlightStrength;
  mask: Policy['mask'];
  remarks: ReadonlyMap<number, Remarks>;
  onGo: (itemId: number) => void;
  onOpen: (itemId: number) => void;
}

/** Many records at once; the keys act on the one that is marked. */
export function RecordRows({
  rows,
  currentItem,
  opened,
  find,
  strength,
  mask,
  remarks,
  onGo,
  onOpen,
}: RecordRowsProps) {
  const text = useScreeningMessages();
  const common = useCommon();
  const marked = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    marked.current?.scrollIntoView?.({ block: 'nearest' });
  }, [currentItem, opened]);
  return (
    <ol className={classes(styles.rows, reading.reader)} data-highlights={strength}>
      {rows.map(({ item: { itemId, record }, decision, later }) => {
        const here = itemId === currentItem;
        const { titles, abstracts } = prepared(record, find);
        const [title] = titles;
        const open = opened.has(itemId);
        const state = decision ? common.verdict[decision.verdict] : later ? text.commands.later : '';
        const facts = [
          !mask.authors && record.authors?.[0],
          !mask.year && record.year,
          !mask.journal && whereItAppeared(record),
          (remarks.get(itemId)?.note ?? '') !== '' && text.notes.noted,
        ].filter(Boolean);
        return (
          <li
            key={itemId}
            ref={here ? marked : undefined}
            aria-current={here ? 'true' : undefined}
            data-verdict={decision?.verdict}
            className={styles.row}
          >
            <span className={styles.state}>{state}</span>
            <div>
              <h2
                className={styles.title}
                tabIndex={-1}
                lang={title && languageTag(title.language)}
                {...(here && { 'data-record-heading': true })}
              >
                <button
                  type="button"
                  aria-expanded={open}
                  onClick={() => (here ? onOpen(itemId) : onGo(itemId))}
                >
                  {title ? <RecordText text={title} /> : text.list.untitled(record.id)}
                </button>
              </h2>
              <p className={styles.facts} lang={languageOf(facts.join(' '))}>
                {facts.join(' · ')}
              </p>
              {open &&
                (abstracts.length > 0 ? (
                  abstracts.map((abstract) => (
                    <p
                      key={abstract.language}
                      className={styles.abstract}
                      lang={languageTag(abstract.language)}
                    >
                      <RecordText text={abstract} />
                    </p>
                  ))
                ) : (
                  <p className={styles.facts}>{text.list.noAbstract}</p>
                ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
