import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';
import type { AgreementTrend, StageId } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { Table } from '../ui';
import styles from './cockpit.module.css';
import { useCockpitMessages } from './messages';

const lines = ['percent', 'ac1'] as const;
type Line = (typeof lines)[number];
type Stretch = AgreementTrend['stretches'][number];

const width = 320;
const height = 72;
const edge = 6;

function valueOf(stretch: Stretch, line: Line): number | undefined {
  return line === 'percent' ? stretch.percent : stretch.ac1?.value;
}

/** Agreement of the whole team as the stage goes on, small; the table says what the drawing shows. */
export function Trend({ review, stage }: { review: string; stage: StageId }) {
  const text = useCockpitMessages();
  const format = useFormat();
  const trend = useQuery({
    // Not under the review's key: it reads all votes, and once a minute is soon enough.
    queryKey: ['agreement-trend', review, stage],
    queryFn: ({ signal }) =>
      http.get<AgreementTrend>(`/reviews/${review}/stages/${stage}/agreement/trend`, { signal }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
  if (!trend.data) return null;
  const { stretches } = trend.data;
  const last = stretches.at(-1);
  if (last === undefined) return <p className={styles.small}>{text.trendNone}</p>;
  const number = (value: number | undefined) =>
    value === undefined ? '–' : (Math.round(value * 100) / 100).toFixed(2);
  const low = Math.min(0, ...stretches.flatMap((one) => lines.map((line) => valueOf(one, line) ?? 0)));
  const x = (i: number) =>
    stretches.length === 1 ? width / 2 : edge + (i * (width - 2 * edge)) / (stretches.length - 1);
  const y = (value: number) => edge + ((1 - value) * (height - 2 * edge)) / (1 - low);
  return (
    <section aria-label={text.trend} className={styles.trend}>
      <h3>{text.trend}</h3>
      <div className={styles.trendRow}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.trend} className={styles.chart}>
          {[0, 0.5, 1].map((tick) => (
            <line key={tick} className={styles.rule} x1={0} x2={width} y1={y(tick)} y2={y(tick)} />
          ))}
          {lines.map((line) => {
            const points = stretches.flatMap((stretch, i) => {
              const value = valueOf(stretch, line);
              return value === undefined ? [] : [{ to: stretch.to, px: x(i), py: y(value) }];
            });
            return (
              <g key={line} data-line={line} className={styles.line}>
                <polyline points={points.map(({ px, py }) => `${px},${py}`).join(' ')} />
                {points.map(({ to, px, py }) => (
                  <circle key={to} cx={px} cy={py} r={2.5} />
                ))}
              </g>
            );
          })}
        </svg>
        <p className={styles.legend}>
          {lines.map((line) => (
            <span key={line} data-line={line}>
              {text.trendLines[line]} <b className="num">{number(valueOf(last, line))}</b>
            </span>
          ))}
        </p>
      </div>
      <details>
        <summary>{text.trendText(format.number(1), format.number(last.to))}</summary>
        <Table
          caption={text.trend}
          rows={stretches}
          rowKey={(stretch) => stretch.from}
          columns={[
            {
              key: 'records',
              head: text.trendRecords,
              rowHeader: true,
              cell: ({ from, to }) => `${format.number(from)}–${format.number(to)}`,
            },
            { key: 'until', head: text.lastVote, cell: ({ until }) => format.date(until) },
            ...lines.map((line) => ({
              key: line,
              head: text.trendLines[line],
              number: true,
              cell: (stretch: Stretch) => number(valueOf(stretch, line)),
            })),
          ]}
        />
      </details>
    </section>
  );
}
