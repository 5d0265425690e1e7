import type { Completeness, Source } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { Table } from '../ui';
import styles from './identification.module.css';
import { useText } from './messages';
import { completenessFields } from './reading';

/** How much of the records of each source is there: a gap shows that an export left something out. */
export function CompletenessTable({ sources }: { sources: readonly Source[] }) {
  const text = useText();
  const format = useFormat();
  const filled = sources.filter((source) => source.records > 0);
  if (filled.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="completeness">
      <h2 id="completeness">{text.completeness}</h2>
      <p className={styles.muted}>{text.completenessIntro}</p>
      <Table
        caption={text.completenessCaption}
        rows={filled}
        rowKey={(source) => source.id}
        columns={[
          { key: 'name', head: text.source, rowHeader: true, cell: (source) => source.name },
          {
            key: 'records',
            head: text.records,
            number: true,
            cell: (source) => format.number(source.records),
          },
          ...completenessFields.map((field) => ({
            key: field,
            head: text.field[field],
            number: true,
            cell: (source: Source) => format.percent(share(source.completeness, field, source.records)),
          })),
        ]}
      />
    </section>
  );
}

/** Rounded down, so that 100% is said of all only. */
export function share(has: Completeness, field: keyof Completeness, records: number): number {
  return Math.floor((has[field] / records) * 1000) / 1000;
}
