import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { address, type Tagged } from '../api/http';
import { reviewQuery } from '../api/queries';
import type { CellProblem, StudyRow, Synthesis, SynthesisSettings } from '../api/schema';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { remember, remembered } from '../lib/remembered';
import { useTitle } from '../lib/title';
import { Badge, Button, EmptyState, LinkButton, Loaded, PageHeader, ProblemNote, Skeleton } from '../ui';
import { comparisonsQuery, scriptTools, synthesisQuery, trialQuery } from './api';
import { FigurePanel } from './FigurePanel';
import { propertiesOf } from './grid/columns';
import { Menu } from './Menu';
import { sameRows } from './merge';
import { useText } from './messages';
import type { SynthesisText } from './messages.en';
import { Changes, Seen, Warnings } from './Notices';
import { NumbersPanel } from './NumbersPanel';
import { OutcomeDialog } from './OutcomeDialog';
import { SettingsPanel, TriedSettings } from './SettingsPanel';
import { sameSettings } from './settings';
import { StudyData } from './StudyData';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

/** One outcome: its data on the left, what follows from them on the right. */
export function OneSynthesisPage() {
  const { reviewId = '', synthesisId = '' } = useParams();
  const text = useText();
  const language = useLanguage();
  const review = useQuery(reviewQuery(reviewId));
  const synthesis = useQuery(synthesisQuery(reviewId, synthesisId));
  const name = bilingual(synthesis.data?.value.outcome ?? {}, language)?.text;
  useTitle(name ?? text.title, review.data?.title);
  const edits = review.data?.roles.some((role) => role === 'lead' || role === 'reviewer') ?? false;
  return (
    <div className={styles.page}>
      <Loaded query={synthesis} lines={12}>
        {(latest) =>
          review.data ? (
            <Whole key={synthesisId} reviewId={reviewId} latest={latest} edits={edits} />
          ) : (
            <Skeleton />
          )
        }
      </Loaded>
    </div>
  );
}

function Whole({ reviewId, latest, edits }: { reviewId: string; latest: Tagged<Synthesis>; edits: boolean }) {
  const text = useText();
  const language = useLanguage();
  const format = useFormat();
  const comparisons = useQuery(comparisonsQuery(reviewId));
  const [base, setBase] = useState(latest);
  const [tried, setTried] = useState<SynthesisSettings>();
  const [editing, setEditing] = useState(false);
  const [dirty, setDirty] = useState(false);
  const [wide, setWide] = useState(remembered('synthesis-wide') === 'yes');
  // What others saved is taken over silently, unless it is other data while some are typed here.
  if (latest !== base && latest.value.version >= base.value.version) {
    if (!dirty || sameRows(latest.value.rows, base.value.rows)) setBase(latest);
  }

  const synthesis = base.value;
  const settings = tried ?? synthesis.settings;
  const trying = tried !== undefined && !sameSettings(tried, synthesis.settings) ? tried : undefined;
  const comparison = comparisons.data?.items.find((one) => one.id === synthesis.comparisonId);
  const outcome = bilingual(synthesis.outcome, language);
  const hasData = synthesis.rows.some((row) => Object.keys(row.values).length > 0);
  const path = `/reviews/${reviewId}/synthesis`;
  const comparisonName = comparison && bilingual(comparison.name, language);

  return (
    <>
      <PageHeader
        title={outcome?.text ?? text.overview.unnamed}
        actions={
          <>
            <LinkButton to={path} size="small">
              {text.one.back}
            </LinkButton>
            {edits && (
              <Button size="small" onClick={() => setEditing(true)}>
                {text.one.edit}
              </Button>
            )}
            <Menu
              size="small"
              label={text.one.script}
              items={scriptTools.map((tool) => ({
                label: text.overview.scripts[tool],
                href: address(`/reviews/${reviewId}/syntheses/${synthesis.id}/script`, { tool }),
              }))}
            />
          </>
        }
      >
        {comparisonName && <span lang={comparisonName.lang}>{comparisonName.text}</span>}
        {synthesis.timePoint && ` · ${synthesis.timePoint}`}
        {synthesis.unit && ` · ${synthesis.unit}`}
        {' · '}
        {text.one.defined(format.date(synthesis.definedAt), synthesis.definedBy.displayName)}{' '}
        <Badge tone={synthesis.prespecified && !synthesis.changed ? 'good' : 'plain'}>
          {synthesis.changed
            ? text.overview.changed
            : synthesis.prespecified
              ? text.overview.prespecified
              : text.overview.afterwards}
        </Badge>
      </PageHeader>
      <Changes reviewId={reviewId} synthesis={synthesis} />
      <div className={wide ? styles.stack : styles.two}>
        <StudyData
          reviewId={reviewId}
          base={base}
          latest={latest}
          readOnly={!edits}
          onAdopt={setBase}
          onDirty={setDirty}
        />
        <div className={styles.stack}>
          <SettingsPanel
            synthesis={synthesis}
            settings={settings}
            properties={propertiesOf(synthesis.rows)}
            onTry={setTried}
          />
          {trying && (
            <TriedSettings
              reviewId={reviewId}
              base={base}
              tried={trying}
              hasData={hasData}
              canSave={edits}
              onSaved={() => setTried(undefined)}
              onBack={() => setTried(undefined)}
            />
          )}
          {dirty && hasData && <p className={styles.muted}>{text.grid.unsavedFigure}</p>}
          <Result
            reviewId={reviewId}
            synthesis={synthesis}
            tried={trying}
            wide={wide}
            onWide={(next) => {
              remember('synthesis-wide', next ? 'yes' : 'no');
              setWide(next);
            }}
          />
        </div>
      </div>
      {editing && comparison && (
        <OutcomeDialog
          reviewId={reviewId}
          comparison={comparison}
          existing={base}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Result({
  reviewId,
  synthesis,
  tried,
  wide,
  onWide,
}: {
  reviewId: string;
  synthesis: Synthesis;
  tried: SynthesisSettings | undefined;
  wide: boolean;
  onWide: (wide: boolean) => void;
}) {
  const text = useText();
  const trial = useQuery({
    ...trialQuery(reviewId, synthesis.id, synthesis.inputs, tried ?? synthesis.settings),
    enabled: tried !== undefined,
  });
  const analysis = tried ? trial.data : synthesis.analysis;
  if (!tried && !analysis)
    return (
      <EmptyState title={text.numbers.none}>
        {synthesis.rows.length > 0 && synthesis.problem
          ? problemWords(synthesis.problem, synthesis.rows, text)
          : text.numbers.noneText}
      </EmptyState>
    );
  return (
    <>
      {tried && trial.isError ? (
        <ProblemNote problem={trial.error} />
      ) : (
        <>
          {analysis && <Warnings synthesis={synthesis} analysis={analysis} />}
          <FigurePanel reviewId={reviewId} synthesis={synthesis} tried={tried} wide={wide} onWide={onWide} />
          {analysis && <NumbersPanel analysis={analysis} />}
        </>
      )}
      {!tried && synthesis.seen === undefined && (
        <div className={styles.row}>
          <Seen reviewId={reviewId} synthesis={synthesis} />
          <span className={styles.muted}>{text.numbers.seenHint}</span>
        </div>
      )}
    </>
  );
}

/** Why there is no analysis, with the cell that it is about. */
function problemWords(
  { number, row, column, message }: CellProblem,
  rows: readonly StudyRow[],
  text: SynthesisText,
): string {
  if (number === undefined) return message;
  const study = rows.find((one) => one.id === row)?.study ?? '';
  return `${text.grid.cell(wordsFor(text.columns, column ?? 'row'), number, study)}: ${message}`;
}
