import type { LedgerVerification } from '../api/schema';
import { Note, Table } from '../ui';
import styles from './ledger.module.css';
import { useText } from './messages';

/** What the verifier found: that all holds, or the first bad event and every row that disagrees. */
export function Verification({ result }: { result: LedgerVerification }) {
  const text = useText();
  if (result.holds) {
    return (
      <Note tone="good" announce title={text.holds(result.events)}>
        <p>
          {text.head(result.head.sequence)} <span className={styles.hash}>{result.head.hash}</span>
        </p>
      </Note>
    );
  }
  return (
    <div className={styles.section}>
      <Note tone="bad" announce title={text.fails}>
        {result.firstBad && (
          <p>
            {text.firstBad(result.firstBad.sequence)} {result.firstBad.reason}
          </p>
        )}
        {result.differences.length > 0 && (
          <p>
            <b>{text.differencesTitle(result.differences.length)}</b> · {text.differencesText}
          </p>
        )}
        <p>{text.whatToDo}</p>
      </Note>
      {result.differences.length > 0 && (
        <Table
          caption={text.differencesTitle(result.differences.length)}
          rows={result.differences}
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
