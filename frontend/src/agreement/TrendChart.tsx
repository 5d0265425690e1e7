import type { AgreementWindow } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { Table } from '../ui';
import styles from './agreement.module.css';
import { decimals } from './figures';
import { useAgreementMessages } from './messages';

const lines = ['percent', 'pabak', 'kappa'] as const;

const width = 560;
const height = 180;
const left = 40;
const bottom = 24;

/** Agreement over time; what the chart draws, the table says. */
export function TrendChart({ trend }: { trend: readonly AgreementWindow[] }) {
  const text = useAgreementMessages();
  const format = useFormat();
  const values = trend.flatMap((window) => lines.map((line) => window[line]?.value ?? 0));
  const low = Math.min(0, ...values);
  const x = (i: number) =>
    trend.length === 1 ? (left + width) / 2 : left + 8 + (i * (width - left - 16)) / (trend.length - 1);
  const y = (value: number) => 8 + ((1 - value) * (height - bottom - 8)) / (1 - low);
  return (
    <>
      <p className={styles.legend} aria-hidden="true">
        {lines.map((line) => (
          <span key={line} data-line={line}>
            {text.names[line]}
          </span>
        ))}
      </p>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${text.trend}: ${lines.map((line) => text.names[line]).join(', ')}`}
      >
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line className={styles.rule} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick.toFixed(1)}
            </text>
          </g>
        ))}
        {lines.map((line) => {
          const points = trend.flatMap((window, i) => {
            const value = window[line]?.value;
            return value === undefined ? [] : [{ to: window.to, px: x(i), py: y(value) }];
          });
          return (
            <g key={line} data-line={line} className={styles.line}>
              <polyline points={points.map(({ px, py }) => `${px},${py}`).join(' ')} />
              {points.map(({ to, px, py }) => (
                <circle key={to} cx={px} cy={py} r={3} />
              ))}
            </g>
          );
        })}
        <text className={styles.tick} x={left} y={height - 6}>
          {format.number(trend[0]?.from ?? 1)}
        </text>
        <text className={styles.tick} x={width} y={height - 6} textAnchor="end">
          {format.number(trend.at(-1)?.to ?? 1)}
        </text>
      </svg>
      <details>
        <summary>{text.numbers}</summary>
        <Table
          caption={text.trend}
          rows={trend}
          rowKey={(window) => window.from}
          columns={[
            {
              key: 'records',
              head: text.records,
              rowHeader: true,
              cell: ({ from, to }) => text.fromTo(from, to),
            },
            { key: 'until', head: text.until, cell: ({ until }) => format.date(until) },
            ...lines.map((line) => ({
              key: line,
              head: text.names[line],
              number: true,
              cell: (window: AgreementWindow) => {
                const measure = window[line];
                return measure ? decimals(measure.value) : text.undefined;
              },
            })),
          ]}
        />
      </details>
    </>
  );
}
