import type { AllocationOutlook } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { Note, Table } from '../ui';
import { useText } from './messages';
import styles from './sharing.module.css';

/** What the rules come to with the people there are. */
export function Outlook({ outlook }: { outlook: AllocationOutlook }) {
  const text = useText();
  const format = useFormat();
  const { stuck, votesWithoutAnybody, againstRules = 0 } = outlook;
  const stuckRecords = stuck.reduce((sum, { count }) => sum + count, 0);
  const fine = stuckRecords === 0 && votesWithoutAnybody === 0;
  return (
    <section aria-label={text.outlook} className={styles.part}>
      {fine ? (
        <Note tone="good">{text.fine}</Note>
      ) : (
        <Note tone="warn" title={text.outlook}>
          {stuckRecords > 0 && <p>{text.stuck(stuckRecords)}</p>}
          {votesWithoutAnybody > 0 && <p>{text.withoutAnybody(votesWithoutAnybody)}</p>}
        </Note>
      )}
      {stuck.length > 0 && (
        <Table
          caption={text.stuck(stuckRecords)}
          rows={stuck}
          rowKey={(row) => `${row.part ?? ''} ${row.voters.map(({ id }) => id).join(' ')}`}
          columns={[
            {
              key: 'part',
              head: text.place,
              rowHeader: true,
              cell: (row) => (row.part === undefined ? text.stuckRest : text.stuckIn(row.part + 1)),
            },
            {
              key: 'voters',
              head: text.voters,
              cell: (row) =>
                row.voters.length === 0
                  ? text.nobody
                  : format.enumerate(row.voters.map(({ displayName }) => displayName)),
            },
            { key: 'count', head: text.count, number: true, cell: (row) => format.number(row.count) },
            {
              key: 'records',
              head: text.first20,
              cell: (row) => (row.records ?? []).join(', '),
            },
          ]}
        />
      )}
      {againstRules > 0 && <p className={styles.muted}>{text.againstRules(againstRules)}</p>}
    </section>
  );
}
