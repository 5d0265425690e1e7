import type { AgreementPair, Measure, Reason, ReviewerAgreement, Verdict } from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { Card, Note, Table } from '../ui';
import styles from './agreement.module.css';
import { decimals, interval } from './figures';
import { useAgreementMessages } from './messages';
import { TrendChart } from './TrendChart';

const twoClasses = [
  'percent',
  'kappa',
  'pabak',
  'ac1',
  'positiveAgreement',
  'negativeAgreement',
  'largestKappa',
  'prevalenceIndex',
  'biasIndex',
  'mcNemar',
] as const;
const threeClasses = ['percent', 'kappa', 'weightedKappa', 'pabak', 'ac1', 'largestKappa'] as const;

/** So many shared records make a point of the chart. */
const recordsPerPoint = 100;

export function PairCard({
  pair,
  classes,
  reasons,
  overTime = true,
}: {
  pair: AgreementPair;
  classes: readonly Verdict[];
  reasons: readonly Reason[];
  /** A round of calibration is of one moment. */
  overTime?: boolean;
}) {
  const text = useAgreementMessages();
  const { first, second, measures } = pair;
  return (
    <Card>
      <div className={styles.part}>
        <h2 className={styles.head}>
          {text.pair(first.displayName, second.displayName)}{' '}
          <span className={styles.muted}>{text.shared(measures.items)}</span>
        </h2>
        {measures.skewed && <Note tone="warn">{text.skewed}</Note>}
        <div className={styles.sides}>
          <MeasureTable
            rows={(classes.length === 2 ? twoClasses : threeClasses).map((name) => ({
              name: text.names[name],
              value: measures[name],
            }))}
          />
          <Votes pair={pair} classes={classes} />
        </div>
        {overTime && (
          <>
            <h3>{text.trend}</h3>
            <p className={styles.muted}>{text.trendText(recordsPerPoint)}</p>
            <TrendChart trend={pair.trend} />
          </>
        )}
        {pair.byReason.length > 0 && <Reasons pair={pair} reasons={reasons} />}
      </div>
    </Card>
  );
}

export function TogetherTable({ together, classes }: Pick<ReviewerAgreement, 'together' | 'classes'>) {
  const text = useAgreementMessages();
  return (
    <MeasureTable
      rows={[
        { name: text.names.percent, value: together.percent },
        { name: text.fleissKappa, value: together.fleissKappa },
        { name: text.names.ac1, value: together.ac1 },
        { name: text.alpha, value: together.alpha },
        ...(classes.length > 2 ? [{ name: text.ordinalAlpha, value: together.ordinalAlpha }] : []),
      ]}
    />
  );
}

function MeasureTable({ rows }: { rows: readonly { name: string; value: Measure | number | undefined }[] }) {
  const text = useAgreementMessages();
  return (
    <Table
      caption={text.measures}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'measure', head: text.measure, rowHeader: true, cell: ({ name }) => name },
        {
          key: 'value',
          head: text.value,
          number: true,
          cell: ({ value }) =>
            value === undefined ? (
              <abbr title={text.undefinedHint}>{text.undefined}</abbr>
            ) : (
              decimals(typeof value === 'number' ? value : value.value)
            ),
        },
        {
          key: 'interval',
          head: text.interval,
          number: true,
          cell: ({ value }) => (typeof value === 'object' ? interval(value) : ''),
        },
      ]}
    />
  );
}

function Votes({ pair, classes }: { pair: AgreementPair; classes: readonly Verdict[] }) {
  const text = useAgreementMessages();
  const common = useCommon();
  const format = useFormat();
  const { first, second, measures } = pair;
  return (
    <Table
      caption={text.table}
      rows={classes}
      rowKey={(verdict) => verdict}
      columns={[
        {
          key: 'first',
          head: `${first.displayName} ↓ · ${second.displayName} →`,
          rowHeader: true,
          cell: (verdict) => common.verdict[verdict],
        },
        ...classes.map((column, j) => ({
          key: column,
          head: common.verdict[column],
          number: true,
          cell: (row: Verdict) => format.number(measures.table[classes.indexOf(row)]?.[j] ?? 0),
        })),
      ]}
    />
  );
}

function Reasons({ pair, reasons }: { pair: AgreementPair; reasons: readonly Reason[] }) {
  const text = useAgreementMessages();
  const format = useFormat();
  const language = useLanguage();
  const label = (id: string) =>
    bilingual(reasons.find((reason) => reason.id === id)?.label ?? {}, language)?.text ?? id;
  return (
    <>
      <h3>{text.byReason}</h3>
      <Table
        caption={text.byReason}
        rows={pair.byReason}
        rowKey={(row) => row.reason}
        columns={[
          { key: 'reason', head: text.reason, rowHeader: true, cell: (row) => label(row.reason) },
          { key: 'both', head: text.both, number: true, cell: (row) => format.number(row.both) },
          {
            key: 'first',
            head: text.only(pair.first.displayName),
            number: true,
            cell: (row) => format.number(row.first),
          },
          {
            key: 'second',
            head: text.only(pair.second.displayName),
            number: true,
            cell: (row) => format.number(row.second),
          },
          {
            key: 'positive',
            head: text.names.positiveAgreement,
            number: true,
            cell: (row) => (row.positiveAgreement ? decimals(row.positiveAgreement.value) : text.undefined),
          },
          {
            key: 'kappa',
            head: text.names.kappa,
            number: true,
            cell: (row) => (row.kappa ? decimals(row.kappa.value) : text.undefined),
          },
        ]}
      />
      {pair.confusions.length > 0 && (
        <>
          <h3>{text.confusions}</h3>
          <Table
            caption={text.confusions}
            rows={pair.confusions}
            rowKey={(row) => `${row.first} ${row.second}`}
            columns={[
              { key: 'first', head: pair.first.displayName, cell: (row) => label(row.first) },
              { key: 'second', head: pair.second.displayName, cell: (row) => label(row.second) },
              { key: 'items', head: text.records, number: true, cell: (row) => format.number(row.items) },
            ]}
          />
        </>
      )}
    </>
  );
}
