import type { LedgerVerification } from '../api/schema';
import { Note, Table } from '../ui';
import styles from './ledger.module.css';
import { useText } from './messages';

/** What the verifier found: that all holds, or the first bad event and every row that disagrees. */
export function Verification({ result }: { result: LedgerVerification }) {
  const text = useText();
  if (result.holds) {
    return (
      <Note
        tone="good"
        announce
        title={result.events === undefined ? text.holdsBlinded : text.holds(result.events)}
      >
        {result.head && (
          <p>
            {text.head(result.head.sequence)} <span className={styles.hash}>{result.head.hash}</span>
          </p>
        )}
      </Note>
    );
  }
  const differences = result.differences ?? [];
  const found = result.differencesFound ?? differences.length;
  return (
    <div className={styles.section}>
      <Note tone="bad" announce title={text.fails}>
        {result.firstBad && (
          <p>
            {text.firstBad(result.firstBad.sequence)} {result.firstBad.reason}
          </p>
        )}
        {found > 0 && (
          <p>
            <b>{text.differencesTitle(found)}</b> · {text.differencesText}
            {found > differences.length && ` ${text.andMore(differences.length, found)}`}
          </p>
        )}
        <p>{text.whatToDo}</p>
      </Note>
      {found > 0 && (
        <Table
          caption={text.differencesTitle(found)}
          rows={differences}
          rowKey={(difference) => `${difference.table} ${difference.key} ${difference.expected}`}
          columns={[
            {
              key: 'table',
              head: text.table,
              rowHeader: true,
              cell: (one) => <span className={styles.hash}>{one.table}</span>,
            },
            { key: 'key', head: text.key, cell: (one) => <span className={styles.hash}>{one.key}</span> },
            {
              key: 'expected',
              head: text.expected,
              cell: (one) => <span className={styles.hash}>{one.expected}</span>,
            },
            {
              key: 'found',
              head: text.found,
              cell: (one) => <span className={styles.hash}>{one.found}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}
