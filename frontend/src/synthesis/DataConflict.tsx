import type { StudyRow } from '../api/schema';
import { Button, Note, Table } from '../ui';
import { differences } from './merge';
import { useText } from './messages';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

const MOST_SHOWN = 30;

/** Somebody saved other data while these were typed: both are shown, nothing is lost, and the two can be joined. */
export function DataConflict({
  mine,
  theirs,
  busy,
  onTogether,
  onMine,
  onTheirs,
}: {
  mine: readonly StudyRow[];
  theirs: readonly StudyRow[];
  busy: boolean;
  onTogether: () => void;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const text = useText();
  const words = text.conflict;
  const differing = differences(mine, theirs);
  return (
    <Note
      tone="warn"
      announce
      title={words.title}
      actions={
        <>
          <Button kind="primary" busy={busy} onClick={onTogether}>
            {words.together}
          </Button>
          <Button busy={busy} onClick={onMine}>
            {words.keepMine}
          </Button>
          <Button onClick={onTheirs}>{words.keepTheirs}</Button>
        </>
      }
    >
      <p>{differing.length > 0 ? words.text : words.nothing}</p>
      {differing.length > 0 && (
        <Table
          caption={words.text}
          rows={differing.slice(0, MOST_SHOWN)}
          rowKey={({ rowId, part }) => `${rowId} ${part}`}
          columns={[
            {
              key: 'row',
              head: words.row,
              cell: ({ study }) => <span lang="">{study || '–'}</span>,
              rowHeader: true,
            },
            { key: 'part', head: words.part, cell: ({ part }) => wordsFor(text.columns, part) },
            { key: 'mine', head: words.mine, cell: (one) => one.mine ?? words.none },
            { key: 'theirs', head: words.theirs, cell: (one) => one.theirs ?? words.none },
          ]}
        />
      )}
      {differing.length > MOST_SHOWN && <p>{words.more(differing.length - MOST_SHOWN)}</p>}
      <p className={styles.muted}>{words.togetherHint}</p>
    </Note>
  );
}
