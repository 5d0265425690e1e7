import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { address, http } from '../api/http';
import { reviewQuery } from '../api/queries';
import type {
  BilingualText,
  Certainty,
  CertaintyCommand,
  CertaintyDomain,
  Comparison,
  FindingsRow,
  Per1000,
} from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { useTitle } from '../lib/title';
import {
  Button,
  Checkbox,
  Dialog,
  EmptyState,
  LinkButton,
  Loaded,
  PageBody,
  PageHeader,
  PlainLinkButton,
  ProblemNote,
  Select,
  Table,
  TextArea,
  TextField,
} from '../ui';
import { comparisonsQuery, etagOf, findingsQuery, synthesisKey } from './api';
import { filled, isBlank } from './ComparisonDialog';
import { useText } from './messages';
import { estimateText, rangeText } from './numbers';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

const domains: readonly CertaintyDomain[] = [
  'riskOfBias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publicationBias',
];

const signs: Readonly<Record<Certainty, string>> = {
  high: '⊕⊕⊕⊕',
  moderate: '⊕⊕⊕◯',
  low: '⊕⊕◯◯',
  'very-low': '⊕◯◯◯',
};

/** What the pooled effects mean among 1,000 people, and how certain they are. */
export function FindingsPage() {
  const { reviewId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const text = useText();
  const words = text.findings;
  const language = useLanguage();
  const review = useQuery(reviewQuery(reviewId));
  const comparisons = useQuery(comparisonsQuery(reviewId));
  useTitle(words.title, review.data?.title);
  const items = (comparisons.data?.items ?? []).filter((one) => one.syntheses.length > 0);
  const chosen = items.find((one) => one.id === search.get('comparison')) ?? items[0];
  const edits = review.data?.roles.some((role) => role === 'lead' || role === 'reviewer') ?? false;
  return (
    <PageBody>
      <PageHeader
        title={words.title}
        actions={
          <>
            <LinkButton to={`/reviews/${reviewId}/synthesis`} size="small">
              {text.one.back}
            </LinkButton>
            {chosen && (
              <PlainLinkButton
                size="small"
                download
                href={address(`/reviews/${reviewId}/summary-of-findings/table.csv`, {
                  comparison: chosen.id,
                })}
              >
                {words.download}
              </PlainLinkButton>
            )}
            {chosen && (
              <PlainLinkButton
                size="small"
                download
                href={address(`/reviews/${reviewId}/summary-of-findings/table.html`, {
                  comparison: chosen.id,
                  language,
                })}
              >
                {words.downloadPage}
              </PlainLinkButton>
            )}
          </>
        }
      >
        {words.intro}
      </PageHeader>
      <Loaded query={comparisons}>
        {() =>
          chosen ? (
            <>
              {items.length > 1 && (
                <div className={styles.narrow}>
                  <Select
                    label={words.comparison}
                    value={chosen.id}
                    options={items.map((one) => ({
                      value: one.id,
                      label: bilingual(one.name, language)?.text ?? text.overview.unnamed,
                    }))}
                    onChange={(id) => setSearch({ comparison: id }, { replace: true })}
                  />
                </div>
              )}
              <Findings reviewId={reviewId} comparison={chosen} edits={edits} />
            </>
          ) : (
            <EmptyState title={words.none} />
          )
        }
      </Loaded>
    </PageBody>
  );
}

function Findings({
  reviewId,
  comparison,
  edits,
}: {
  reviewId: string;
  comparison: Comparison;
  edits: boolean;
}) {
  const text = useText();
  const words = text.findings;
  const language = useLanguage();
  const format = useFormat();
  const findings = useQuery(findingsQuery(reviewId, comparison.id));
  const control = bilingual(comparison.control, language)?.text ?? words.control;
  const experimental = bilingual(comparison.experimental, language)?.text ?? words.experimental;
  const [judging, setJudging] = useState<FindingsRow>();
  return (
    <Loaded query={findings} lines={8}>
      {({ items }) => (
        <>
          <div className={styles.findings}>
            <Table
              caption={words.title}
              rows={items}
              rowKey={(row) => row.synthesisId}
              columns={[
                {
                  key: 'outcome',
                  head: words.outcome,
                  rowHeader: true,
                  cell: (row) => <Outcome row={row} />,
                },
                {
                  key: 'participants',
                  head: words.participants,
                  cell: (row) =>
                    row.relative
                      ? `${row.participants === undefined ? '–' : format.number(row.participants)} (${format.number(row.studies)})`
                      : '–',
                },
                {
                  key: 'relative',
                  head: words.relative,
                  cell: ({ relative }) =>
                    relative ? (
                      <span className="num">
                        {wordsFor(text.measures, relative.measure)} {estimateText(relative.estimate, false)}{' '}
                        {rangeText(relative.lower, relative.upper, false)}
                      </span>
                    ) : (
                      '–'
                    ),
                },
                {
                  key: 'assumed',
                  head: words.riskWith(control),
                  cell: (row) => (
                    <Stack
                      lines={row.risks.map(
                        (risk) => `${words.per1000(whole(risk.assumed))}, ${words.sources[risk.source]}`,
                      )}
                    />
                  ),
                },
                {
                  key: 'corresponding',
                  head: words.riskWith(experimental),
                  cell: (row) => (
                    <Stack
                      lines={row.risks.map(
                        ({ with: risk }) =>
                          `${words.per1000(whole(risk.per1000))} (${whole(risk.lower)}\u2060–\u2060${whole(risk.upper)})`,
                      )}
                    />
                  ),
                },
                {
                  key: 'difference',
                  head: words.difference,
                  cell: (row) => (
                    <Stack
                      lines={row.risks.flatMap((risk) => [
                        differenceText(risk.difference, words),
                        bilingual(risk.numberNeeded, language)?.text ?? '',
                      ])}
                    />
                  ),
                },
                {
                  key: 'certainty',
                  head: words.certainty,
                  cell: (row) => (
                    <span className={styles.certainty}>
                      {row.certainty ? (
                        <>
                          <span aria-hidden="true">{signs[row.certainty]}</span>
                          <span>{words.levels[row.certainty]}</span>
                        </>
                      ) : (
                        <span className={styles.muted}>{words.notJudged}</span>
                      )}
                      <Stack
                        lines={domains
                          .filter((domain) => row.judgements[domain].down > 0)
                          .map((domain) => {
                            const reason = bilingual(row.judgements[domain].reason, language)?.text;
                            return `−${row.judgements[domain].down} ${words.domains[domain]}${reason ? `: ${reason}` : ''}`;
                          })}
                      />
                      {edits && (
                        <Button
                          size="small"
                          aria-label={words.judgeOf(bilingual(row.outcome, language)?.text ?? '')}
                          onClick={() => setJudging(row)}
                        >
                          {words.judge}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
          </div>
          {items.some((row) => row.footnotes.length > 0) && (
            <section className={styles.stack}>
              <h2>{words.footnotes}</h2>
              <ol>
                {items
                  .flatMap((row) => row.footnotes)
                  .map((footnote) => (
                    <li key={footnote}>{footnote}</li>
                  ))}
              </ol>
            </section>
          )}
          {judging && <JudgeDialog reviewId={reviewId} row={judging} onClose={() => setJudging(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function Outcome({ row }: { row: FindingsRow }) {
  const language = useLanguage();
  const text = useText().overview;
  const outcome = bilingual(row.outcome, language);
  return <span lang={outcome?.lang}>{outcome?.text ?? text.unnamed}</span>;
}

function Stack({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {lines.map((line, i) => (
        <li key={`${i} ${line}`} className="num">
          {line}
        </li>
      ))}
    </ul>
  );
}

function whole(n: number): string {
  return String(Math.round(n));
}

/** "13 fewer (from 20 fewer to 5 more)", in the words of the page. */
export function differenceText(
  { per1000, lower, upper }: Per1000,
  words: { fewer: (n: string, range: string) => string; more: (n: string, range: string) => string },
): string {
  const range = `${signed(lower)}\u00a0–\u2060\u00a0${signed(upper)}`;
  const n = whole(Math.abs(per1000));
  return per1000 < 0 ? words.fewer(n, range) : words.more(n, range);
}

function signed(n: number): string {
  const rounded = Math.round(n);
  return rounded < 0 ? `−${-rounded}` : rounded > 0 ? `+${rounded}` : '0';
}

function JudgeDialog({
  reviewId,
  row,
  onClose,
}: {
  reviewId: string;
  row: FindingsRow;
  onClose: () => void;
}) {
  const text = useText();
  const words = text.findings;
  const common = useCommon();
  const language = useLanguage();
  const client = useQueryClient();
  const [judgements, setJudgements] = useState(() => withoutSuggestions(row.judgements));
  const [risk, setRisk] = useState(row.assumed ?? '');
  const [observational, setObservational] = useState(row.observational);
  const [notes, setNotes] = useState<{ en: string; zh: string }>({
    en: row.notes.map((note) => note.en ?? '').join('\n'),
    zh: row.notes.map((note) => note.zh ?? '').join('\n'),
  });
  const [version, setVersion] = useState(row.version);
  const [faulty, setFaulty] = useState(false);
  const riskText = risk.trim().replace(',', '.');
  const badRisk = riskText !== '' && !(/^\d{1,3}(\.\d{1,6})?$/.test(riskText) && Number(riskText) > 0);
  const save = useMutation({
    mutationFn: () => {
      const command: CertaintyCommand = {
        judgements,
        observational,
        assumed: riskText || undefined,
        notes: notesOf(notes),
      };
      return http.put(`/reviews/${reviewId}/syntheses/${row.synthesisId}/certainty`, command, {
        ifMatch: etagOf(version),
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 412) setVersion(currentVersion(error) ?? version);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setFaulty(badRisk);
    if (!badRisk) save.mutate();
  }
  const change = (domain: CertaintyDomain, part: Partial<Judgement>) =>
    setJudgements({ ...judgements, [domain]: { ...judgements[domain], ...part } });
  const changedMeanwhile = save.error instanceof Problem && save.error.status === 412;
  return (
    <Dialog title={words.judgeOf(bilingual(row.outcome, language)?.text ?? '')} wide onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        {domains.map((domain) => {
          const { down, reason } = judgements[domain];
          const { suggested } = row.judgements[domain];
          const why = suggested && bilingual(suggested.reason, language);
          return (
            <fieldset key={domain} className={styles.domain}>
              <legend>{words.domains[domain]}</legend>
              <div className={styles.fields}>
                <Select
                  label={words.judgement}
                  value={String(down)}
                  options={words.down.map((label, i) => ({ value: String(i), label }))}
                  onChange={(value) => change(domain, { down: Number(value) })}
                />
                <TextArea
                  label={words.reason}
                  lang="en"
                  rows={1}
                  value={reason.en ?? ''}
                  onChange={(en) => change(domain, { reason: { ...reason, en } })}
                />
                <TextArea
                  label={words.reasonZh}
                  lang="zh-CN"
                  rows={1}
                  value={reason.zh ?? ''}
                  onChange={(zh) => change(domain, { reason: { ...reason, zh } })}
                />
              </div>
              {suggested && why && (
                <div className={styles.row}>
                  <span className={styles.muted}>
                    {words.suggestion(words.down[suggested.down] ?? '', why.text)}
                  </span>
                  <Button
                    size="small"
                    onClick={() => change(domain, { down: suggested.down, reason: suggested.reason })}
                  >
                    {words.take}
                  </Button>
                </div>
              )}
            </fieldset>
          );
        })}
        <Checkbox
          label={words.observational}
          hint={words.observationalHint}
          checked={observational}
          onChange={setObservational}
        />
        {row.risks.length > 0 && (
          <div className={styles.narrow}>
            <TextField
              label={words.assumedRisk}
              hint={words.assumedRiskHint}
              error={faulty && badRisk ? words.assumedRiskBad : undefined}
              inputMode="decimal"
              value={risk}
              onChange={setRisk}
            />
          </div>
        )}
        <div className={styles.fields}>
          <TextArea
            label={words.notes}
            hint={words.notesHint}
            lang="en"
            rows={2}
            value={notes.en}
            onChange={(en) => setNotes({ ...notes, en })}
          />
          <TextArea
            label={words.notesZh}
            lang="zh-CN"
            rows={2}
            value={notes.zh}
            onChange={(zh) => setNotes({ ...notes, zh })}
          />
        </div>
        {changedMeanwhile ? (
          <p role="alert">{words.changedMeanwhile}</p>
        ) : (
          save.isError && <ProblemNote problem={save.error} />
        )}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {common.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type Judgement = CertaintyCommand['judgements'][CertaintyDomain];

function withoutSuggestions(all: FindingsRow['judgements']): CertaintyCommand['judgements'] {
  const plain = ({ down, reason }: Judgement): Judgement => ({ down, reason });
  return {
    riskOfBias: plain(all.riskOfBias),
    inconsistency: plain(all.inconsistency),
    indirectness: plain(all.indirectness),
    imprecision: plain(all.imprecision),
    publicationBias: plain(all.publicationBias),
  };
}

/** One note on each line; the same line of either language is the same note. */
function notesOf({ en, zh }: { en: string; zh: string }): BilingualText[] {
  const [english, chinese] = [en.split('\n'), zh.split('\n')];
  return Array.from({ length: Math.max(english.length, chinese.length) }, (_, i) =>
    filled({ en: english[i] ?? '', zh: chinese[i] ?? '' }),
  ).filter((note) => !isBlank(note));
}

function currentVersion({ body }: Problem): number | undefined {
  if (typeof body !== 'object' || body === null || !('current' in body)) return undefined;
  const { current } = body;
  return typeof current === 'object' &&
    current !== null &&
    'version' in current &&
    typeof current.version === 'number'
    ? current.version
    : undefined;
}
