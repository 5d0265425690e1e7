import type { AgreementDivide, Criterion, Reason } from '../api/schema';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { Table } from '../ui';
import styles from './agreement.module.css';
import { useAgreementMessages } from './messages';

/** Over which criterion people part, and not only that they do; the most divisive first. */
export function Divides({
  divides,
  reasons,
  criteria,
}: {
  divides: readonly AgreementDivide[];
  reasons: readonly Reason[];
  criteria: readonly Criterion[];
}) {
  const text = useAgreementMessages();
  const format = useFormat();
  const language = useLanguage();
  if (divides.length === 0) return null;
  const reasonOf = (id: string) => reasons.find((reason) => reason.id === id);
  const label = (id: string) => bilingual(reasonOf(id)?.label ?? {}, language)?.text ?? id;
  const criterion = (id: string) => {
    const place = criteria.findIndex((one) => one.id === reasonOf(id)?.criterionId);
    const said = bilingual(criteria[place]?.text ?? {}, language)?.text;
    return said === undefined ? '' : `${place + 1}. ${said}`;
  };
  const apart = (row: AgreementDivide) => row.againstInclusion + row.againstOther;
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>{text.divides}</h2>
      <p className={styles.muted}>{text.dividesText}</p>
      <Table
        caption={text.divides}
        rows={divides}
        rowKey={(row) => row.reason}
        columns={[
          { key: 'reason', head: text.reason, rowHeader: true, cell: (row) => label(row.reason) },
          { key: 'criterion', head: text.criterion, cell: (row) => criterion(row.reason) },
          { key: 'both', head: text.both, number: true, cell: (row) => format.number(row.both) },
          {
            key: 'inclusion',
            head: text.againstInclusion,
            number: true,
            cell: (row) => format.number(row.againstInclusion),
          },
          {
            key: 'other',
            head: text.againstOther,
            number: true,
            cell: (row) => format.number(row.againstOther),
          },
          {
            key: 'share',
            head: text.apartShare,
            number: true,
            cell: (row) => format.percent(apart(row) / (apart(row) + row.both)),
          },
        ]}
      />
    </div>
  );
}
