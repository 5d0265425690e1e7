import { useState, type ReactNode } from 'react';
import type {
  HeterogeneityNumbers,
  LanguageCode,
  NamedNumbers,
  PooledNumbers,
  SynthesisAnalysis,
} from '../api/schema';
import { useLanguage } from '../lib/i18n';
import { Checkbox, Table, type Column } from '../ui';
import { useText } from './messages';
import { estimateText, pEquation, percentText, pText, rangeText, shown } from './numbers';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

/** What an analysis found, rounded as journals print it or at full precision. */
export function NumbersPanel({ analysis }: { analysis: SynthesisAnalysis }) {
  const text = useText().numbers;
  const [full, setFull] = useState(false);
  const { pooled, heterogeneity, prediction, subgroups, regression, tests, sensitivity } = analysis;
  const effect = new Effects(analysis, full);
  // A study may stand in each of several subgroups; without a total there are no numbers of all.
  const total = analysis.totals !== 'none' && !(analysis.totals === 'subgroups' && subgroups);
  return (
    <section className={styles.stack} aria-label={text.title} data-testid="numbers">
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <Checkbox
          label={text.full}
          {...(analysis.logScale && full ? { hint: text.fullHint } : {})}
          checked={full}
          onChange={setFull}
        />
      </div>
      <dl className={styles.facts}>
        {total && (
          <>
            <Fact name={text.pooled}>
              <strong>{effect.estimate(pooled)}</strong> {effect.range(pooled)}{' '}
              <span className={styles.muted}>({text.interval(analysis.level)})</span>
            </Fact>
            <Fact name={pooled.df ? text.t(estimateText(pooled.df, false)) : text.z}>
              {estimateText(pooled.statistic, full)}, {pEquation(pooled.p, full)}
            </Fact>
            <Fact name={text.heterogeneity}>
              <Heterogeneity of={heterogeneity} full={full} />
            </Fact>
            {heterogeneity.qProfile && (
              <Fact name={text.tauInterval}>
                {rangeText(
                  heterogeneity.qProfile.tauSquaredLower,
                  heterogeneity.qProfile.tauSquaredUpper,
                  full,
                )}
                {', '}
                {text.iSquared}{' '}
                {`[${percentText(heterogeneity.qProfile.iSquaredLower, full)}, ${percentText(heterogeneity.qProfile.iSquaredUpper, full)}]`}
              </Fact>
            )}
            {prediction && <Fact name={text.prediction}>{effect.range(prediction)}</Fact>}
          </>
        )}
        <Fact name={text.count}>{text.studies(analysis.k, analysis.rows)}</Fact>
      </dl>
      {subgroups && (
        <Part title={text.subgroups}>
          <Table
            caption={text.subgroups}
            rows={subgroups}
            rowKey={(group) => group.label}
            columns={[
              {
                key: 'label',
                head: text.subgroup,
                cell: (group) => <span lang="">{group.label || '–'}</span>,
                rowHeader: true,
              },
              {
                key: 'estimate',
                head: text.estimate,
                cell: (group) => effect.estimate(group.pooled ?? {}),
                number: true,
              },
              {
                key: 'range',
                head: text.interval(analysis.level),
                cell: (group) => effect.range(group.pooled ?? {}),
                number: true,
              },
              {
                key: 'i',
                head: text.iSquared,
                cell: (group) => percentText(group.heterogeneity?.iSquared ?? group.pooled?.iSquared, full),
                number: true,
              },
              { key: 'p', head: text.p, cell: (group) => pText(group.pooled?.p, full), number: true },
            ]}
          />
          {analysis.subgroupDifferences && (
            <p>
              {text.differences}
              {': '}
              <Heterogeneity of={analysis.subgroupDifferences} full={full} />
            </p>
          )}
        </Part>
      )}
      {regression && (
        <Part title={text.regression}>
          <Table
            caption={text.regression}
            rows={regression.coefficients}
            rowKey={(one) => one.name}
            columns={[
              {
                key: 'name',
                head: text.coefficient,
                cell: (one) => <span lang="">{one.name}</span>,
                rowHeader: true,
              },
              {
                key: 'estimate',
                head: text.estimate,
                cell: (one) => estimateText(one.estimate, full),
                number: true,
              },
              {
                key: 'range',
                head: text.interval(analysis.level),
                cell: (one) => rangeText(one.lower, one.upper, full),
                number: true,
              },
              { key: 'p', head: text.p, cell: (one) => pText(one.p, full), number: true },
            ]}
          />
          <p>
            {text.omnibus}
            {`: ${estimateText(regression.omnibus, full)}, ${pEquation(regression.omnibusP, full)} · `}
            {`${text.rSquared} ${percentText(regression.rSquared, full)} · ${text.tauSquared} ${estimateText(regression.tauSquared, full)}`}
          </p>
        </Part>
      )}
      {tests && <Tests tests={tests} full={full} />}
      {sensitivity && <Sensitivity analysis={analysis} sensitivity={sensitivity} full={full} />}
      <details className={styles.more}>
        <summary>{text.rows}</summary>
        <Table
          caption={text.rows}
          rows={analysis.studies.map((study, i) => ({ ...study, i }))}
          rowKey={({ i }) => i}
          columns={[
            {
              key: 'study',
              head: text.study,
              cell: ({ study }) => <span lang="">{study}</span>,
              rowHeader: true,
            },
            {
              key: 'estimate',
              head: text.estimate,
              cell: (one) => (one.notEstimable === undefined ? effect.estimate(one) : text.notEstimable),
              number: true,
            },
            {
              key: 'range',
              head: text.interval(analysis.level),
              cell: (one) => effect.range(one),
              number: true,
            },
            { key: 'se', head: text.se, cell: (one) => estimateText(one.se, full), number: true },
            {
              key: 'weight',
              head: text.weight,
              cell: ({ weight }) =>
                weight === undefined || weight === null ? '–' : `${full ? weight : weight.toFixed(1)} %`,
              number: true,
            },
          ]}
        />
      </details>
    </section>
  );
}

type Estimated = Pick<PooledNumbers, 'estimate' | 'lower' | 'upper' | 'shown'>;

/** Effects in the words of a reader: ratios as ratios when rounded, on the log scale with all digits. */
class Effects {
  readonly #log: boolean;
  readonly #full: boolean;

  constructor(analysis: SynthesisAnalysis, full: boolean) {
    this.#log = analysis.logScale && !full;
    this.#full = full;
  }

  estimate(numbers: Estimated): string {
    return this.#full ? estimateText(numbers.estimate, true) : effectParts(numbers, this.#log).estimate;
  }

  range(numbers: Estimated): string {
    const { lower, upper } = numbers;
    if (lower === undefined && upper === undefined) return '–';
    return this.#full ? rangeText(lower, upper, true) : effectParts(numbers, this.#log).range;
  }
}

function effectParts(numbers: Estimated, logScale: boolean): { estimate: string; range: string } {
  const { estimate, lower, upper } = numbers.shown ?? {
    estimate: shown(numbers.estimate, logScale),
    lower: shown(numbers.lower, logScale),
    upper: shown(numbers.upper, logScale),
  };
  return { estimate: estimateText(estimate, false), range: rangeText(lower, upper, false) };
}

/** "0.72 [0.49, 1.06]" of a pooled result or a study. */
export function effectText(numbers: Estimated, logScale: boolean): string {
  const { estimate, range } = effectParts(numbers, logScale);
  return `${estimate} ${range}`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.stack}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Heterogeneity({ of, full }: { of: HeterogeneityNumbers; full: boolean }) {
  const text = useText().numbers;
  const parts = [
    typeof of.iSquared === 'number' && `${text.iSquared} ${percentText(of.iSquared, full)}`,
    typeof of.tauSquared === 'number' && `${text.tauSquared} ${estimateText(of.tauSquared, full)}`,
    typeof of.q === 'number' && `${text.q} ${estimateText(of.q, full)}`,
    typeof of.df === 'number' && `${text.df} ${of.df}`,
    typeof of.p === 'number' && pEquation(of.p, full),
    full && typeof of.hSquared === 'number' && `${text.hSquared} ${of.hSquared}`,
  ].filter(Boolean);
  return <span className="num">{parts.join(', ')}</span>;
}

function isNumbers(value: unknown): value is NamedNumbers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberNamed(value: unknown, name: string): number | undefined {
  const number = isNumbers(value) ? value[name] : undefined;
  return typeof number === 'number' ? number : undefined;
}

function textNamed(value: unknown, name: string): string | undefined {
  const word = isNumbers(value) ? value[name] : undefined;
  return typeof word === 'string' ? word : undefined;
}

function Tests({ tests, full }: { tests: NamedNumbers; full: boolean }) {
  const text = useText();
  const language = useLanguage();
  const rows = Object.entries(tests).filter(([, value]) => isNumbers(value));
  return (
    <Part title={text.numbers.tests}>
      <Table
        caption={text.numbers.tests}
        rows={rows}
        rowKey={([name]) => name}
        columns={[
          {
            key: 'test',
            head: text.numbers.test,
            cell: ([name]) => wordsFor(text.settings.testNames, name),
            rowHeader: true,
          },
          {
            key: 'result',
            head: text.numbers.result,
            cell: ([, value]) =>
              hindranceIn(value, language) ??
              Object.entries(isNumbers(value) ? value : {})
                .filter(([name]) => name !== 'p' && (full || name in text.numbers.names))
                .flatMap(([name, number]) =>
                  typeof number === 'number'
                    ? [
                        `${wordsFor(text.numbers.names, name)} ${name === 'df' ? number : estimateText(number, full)}`,
                      ]
                    : [],
                )
                .join(', '),
          },
          {
            key: 'p',
            head: text.numbers.p,
            cell: ([, value]) => pText(numberNamed(value, 'p'), full),
            number: true,
          },
        ]}
      />
    </Part>
  );
}

function Sensitivity({
  analysis,
  sensitivity,
  full,
}: {
  analysis: SynthesisAnalysis;
  sensitivity: NamedNumbers;
  full: boolean;
}) {
  const text = useText();
  const words = text.numbers;
  const effect = new Effects(analysis, full);
  const heads: Readonly<Record<string, string>> = {
    leave1out: words.without,
    cumulative: words.until,
    estimators: words.estimator,
  };
  const estimable = analysis.studies.filter((study) => study.notEstimable === undefined);
  return (
    <Part title={words.sensitivity}>
      {Object.entries(sensitivity).map(([kind, value]) => {
        const [name] = kind.split(':');
        const title = wordsFor(text.settings.sensitivityNames, kind);
        if (!Array.isArray(value)) return <Filled key={kind} title={title} value={value} effect={effect} />;
        const rows = value.map((one: unknown, i) => ({
          i,
          study:
            textNamed(one, 'study') ??
            textNamed(one, 'left') ??
            textNamed(one, 'added') ??
            textNamed(one, 'estimator') ??
            estimable[i]?.study ??
            String(i + 1),
          numbers: one,
          pooled: pooledIn(one),
        }));
        const label: Column<(typeof rows)[number]> = {
          key: 'study',
          head: heads[name ?? ''] ?? words.study,
          cell: ({ study }) => <span lang="">{study}</span>,
          rowHeader: true,
        };
        const columns: readonly Column<(typeof rows)[number]>[] =
          name === 'influence'
            ? [
                label,
                ...(
                  [
                    ['studentised', words.studentised],
                    ['dffits', words.dffits],
                    ['cooksDistance', words.cook],
                    ['covarianceRatio', words.covarianceRatio],
                    ['hat', words.hat],
                  ] as const
                ).map(([key, head]) => ({
                  key,
                  head,
                  cell: (row: (typeof rows)[number]) => estimateText(numberNamed(row.numbers, key), full),
                  number: true,
                })),
                {
                  key: 'flag',
                  head: words.influential,
                  cell: ({ numbers }) => (isNumbers(numbers) && numbers.flagged === true ? '●' : ''),
                },
              ]
            : [
                label,
                {
                  key: 'estimate',
                  head: words.estimate,
                  cell: ({ pooled }) => effect.estimate(pooled),
                  number: true,
                },
                {
                  key: 'range',
                  head: words.interval(analysis.level),
                  cell: ({ pooled }) => effect.range(pooled),
                  number: true,
                },
                {
                  key: 'i',
                  head: words.iSquared,
                  cell: ({ pooled }) => percentText(pooled.iSquared, full),
                  number: true,
                },
                {
                  key: 'tau',
                  head: words.tauSquared,
                  cell: ({ pooled }) => estimateText(pooled.tauSquared, full),
                  number: true,
                },
              ];
        return (
          <details key={kind} className={styles.more} open={rows.length <= 12}>
            <summary>{title}</summary>
            <Table caption={title} rows={rows} rowKey={({ i }) => i} columns={columns} />
          </details>
        );
      })}
    </Part>
  );
}

function pooledIn(value: unknown): PooledNumbers {
  const from = isNumbers(value) && isNumbers(value.pooled) ? value.pooled : value;
  return {
    estimate: numberNamed(from, 'estimate'),
    lower: numberNamed(from, 'lower'),
    upper: numberNamed(from, 'upper'),
    iSquared: numberNamed(from, 'iSquared'),
    tauSquared: numberNamed(from, 'tauSquared'),
    ...(isNumbers(from) && isNumbers(from.shown)
      ? {
          shown: {
            estimate: numberNamed(from.shown, 'estimate'),
            lower: numberNamed(from.shown, 'lower'),
            upper: numberNamed(from.shown, 'upper'),
          },
        }
      : {}),
  };
}

/** Why something is not defined for these studies, in the language of the page. */
function hindranceIn(value: unknown, language: LanguageCode): string | undefined {
  const inChinese = language === 'zh' ? textNamed(value, 'notDefinedInChinese') : undefined;
  return inChinese ?? textNamed(value, 'notDefined');
}

/** A result that is one: trim and fill, and what else the server gives. */
function Filled({ title, value, effect }: { title: string; value: unknown; effect: Effects }) {
  const text = useText().numbers;
  const missing = numberNamed(value, 'missing');
  const hindrance = hindranceIn(value, useLanguage());
  const side = textNamed(value, 'side') === 'left' ? text.left : text.right;
  return (
    <p>
      <strong>{title}</strong>
      {': '}
      {missing !== undefined && `${text.trimfill(missing, side)}, `}
      {hindrance ?? (
        <span className="num">
          {effect.estimate(pooledIn(value))} {effect.range(pooledIn(value))}
        </span>
      )}
    </p>
  );
}
