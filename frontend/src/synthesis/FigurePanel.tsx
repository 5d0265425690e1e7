import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LanguageCode, Synthesis, SynthesisSettings } from '../api/schema';
import { useCommon, useLanguage } from '../lib/i18n';
import { remember, remembered } from '../lib/remembered';
import { safeSvg } from '../lib/safeSvg';
import { Checkbox, Loaded, Note, PlainLinkButton, Select, Table, type Column } from '../ui';
import {
  figureAddress,
  figureKinds,
  figureQuery,
  figureTableQuery,
  decimalMarks,
  layoutKinds,
  layouts,
  sorts,
  usualForest,
  weightChoices,
  type FigureChoice,
  type FigureKind,
  type ForestOptions,
  type Layout,
} from './api';
import { domainsOf } from './grid/columns';
import { cellsOf } from './grid/paste';
import { useText } from './messages';
import styles from './synthesis.module.css';

const formats = ['svg', 'pdf', 'png', 'csv'] as const;
const languages: readonly LanguageCode[] = ['en', 'zh'];

/** The figures of an analysis, as they are exported. */
export function FigurePanel({
  reviewId,
  synthesis,
  tried,
  wide,
  onWide,
}: {
  reviewId: string;
  synthesis: Synthesis;
  tried: SynthesisSettings | undefined;
  /** Below the table, as wide as the page. */
  wide: boolean;
  onWide: (wide: boolean) => void;
}) {
  const text = useText().figure;
  const common = useCommon();
  const pageLanguage = useLanguage();
  const [kind, setKind] = useState<FigureKind>('forest');
  const [layout, setLayout] = useState<Layout>(
    layouts.find((one) => one === remembered('forest-layout')) ?? 'revman',
  );
  const [forest, setForest] = useState<ForestOptions>(usualForest);
  const [chosenLanguage, setLanguage] = useState<LanguageCode>();
  const settings = tried ?? synthesis.settings;
  const choice: FigureChoice = {
    kind,
    layout,
    language: chosenLanguage ?? pageLanguage,
    settings: tried,
    forest,
  };
  const forestSet = (part: Partial<ForestOptions>) => setForest({ ...forest, ...part });
  const judged = domainsOf(synthesis.rows).length > 0;
  const kinds = figureKinds.filter((one) =>
    one === 'labbe' ? synthesis.data === 'dichotomous' : !one.startsWith('bias') || judged,
  );
  const lacksModerator = kind === 'bubble' && (settings.moderators ?? []).length === 0;
  return (
    <section className={styles.figurePanel} aria-label={text.title}>
      <Tabs
        label={text.title}
        tabs={kinds.map((one) => ({ id: one, label: text.kinds[one] }))}
        chosen={kind}
        onChoose={setKind}
      />
      <div id="figure-panel" role="tabpanel" aria-labelledby={`figure-${kind}`} className={styles.stack}>
        <div className={styles.figureTools}>
          {layoutKinds.includes(kind) && (
            <Select
              label={text.layout}
              value={layout}
              options={layouts.map((value) => ({ value, label: text.layouts[value] }))}
              onChange={(value) => {
                remember('forest-layout', value);
                setLayout(value);
              }}
            />
          )}
          <Select
            label={text.language}
            value={choice.language}
            options={languages.map((value) => ({
              value,
              label: value === 'en' ? common.english : common.chinese,
            }))}
            onChange={setLanguage}
          />
          {kind === 'forest' && (
            <>
              <Select
                label={text.sort}
                value={forest.sort}
                options={sorts
                  .filter((value) => value !== 'bias' || judged)
                  .map((value) => ({ value, label: text.sorts[value] }))}
                onChange={(sort) => forestSet({ sort })}
              />
              <Select
                label={text.weights}
                value={forest.weights}
                options={weightChoices.map((value) => ({ value, label: text.weightsOf[value] }))}
                onChange={(weights) => forestSet({ weights })}
              />
              <Select
                label={text.decimal}
                value={forest.decimal}
                options={decimalMarks.map((value) => ({ value, label: value || text.ofLayout }))}
                onChange={(decimal) => forestSet({ decimal })}
              />
              <span className={styles.wideSwitch}>
                <Checkbox
                  label={text.density}
                  checked={forest.density}
                  onChange={(density) => forestSet({ density })}
                />
              </span>
              <span className={styles.wideSwitch}>
                <Checkbox
                  label={text.certainty}
                  checked={forest.certainty}
                  onChange={(certainty) => forestSet({ certainty })}
                />
              </span>
            </>
          )}
          <span className={styles.wideSwitch}>
            <Checkbox label={text.wide} checked={wide} onChange={onWide} />
          </span>
          {!lacksModerator && (
            <span role="group" aria-label={text.download('')} className={styles.downloads}>
              {formats.map((format) => (
                <PlainLinkButton
                  key={format}
                  href={figureAddress(reviewId, synthesis.id, choice, format)}
                  download
                  size="small"
                >
                  <span className="visually-hidden">{text.download(format.toUpperCase())}</span>
                  <span aria-hidden="true">{format.toUpperCase()} ↓</span>
                </PlainLinkButton>
              ))}
            </span>
          )}
        </div>
        {lacksModerator ? (
          <Note>
            <p>{text.bubbleNeeds}</p>
          </Note>
        ) : (
          <Figure reviewId={reviewId} synthesis={synthesis} choice={choice} />
        )}
      </div>
    </section>
  );
}

function Figure({
  reviewId,
  synthesis,
  choice,
}: {
  reviewId: string;
  synthesis: Synthesis;
  choice: FigureChoice;
}) {
  const text = useText().figure;
  const [open, setOpen] = useState(false);
  const figure = useQuery(figureQuery(reviewId, synthesis.id, synthesis.inputs, choice));
  const table = useQuery({
    ...figureTableQuery(reviewId, synthesis.id, synthesis.inputs, choice),
    enabled: open,
  });
  return (
    <>
      <Loaded query={figure} lines={10}>
        {({ svg, title, description }) => (
          <>
            <Drawing source={svg} title={title} description={description} />
            <details className={styles.more}>
              <summary>{text.description}</summary>
              <p lang={choice.language === 'zh' ? 'zh-CN' : 'en'} className={styles.description}>
                {description}
              </p>
            </details>
          </>
        )}
      </Loaded>
      {!figure.isError && (
        <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text.table}</summary>
          {open && <Loaded query={table}>{(csv) => <CsvTable csv={csv} caption={text.table} />}</Loaded>}
        </details>
      )}
    </>
  );
}

/** The drawing on paper: its colours are those of print in either theme. */
function Drawing({ source, title, description }: { source: string; title: string; description: string }) {
  const text = useText().figure;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useMemo(() => safeSvg(source), [source]);
  useLayoutEffect(() => {
    if (svg && frame.current) {
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', `${title}. ${description}`);
      frame.current.replaceChildren(svg);
    }
  }, [svg, title, description]);
  if (!svg) return <p>{text.unusable}</p>;
  return (
    <div
      ref={frame}
      className={styles.paper}
      data-testid="figure"
      tabIndex={0}
      role="group"
      aria-label={title}
    />
  );
}

interface CsvRow {
  readonly i: number;
  readonly cells: readonly string[];
}

function CsvTable({ csv, caption }: { csv: string; caption: string }) {
  const [head = [], ...lines] = cellsOf(csv, ',');
  const rows: readonly CsvRow[] = lines.map((cells, i) => ({ i, cells }));
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ i }) => i}
      columns={head.map((name, j): Column<CsvRow> => ({
        key: `${j}`,
        head: <span lang="">{name}</span>,
        cell: ({ cells }) => cells[j] ?? '',
        number: j > 0,
        rowHeader: j === 0,
      }))}
    />
  );
}

/** Tabs by the pattern of ARIA: one of them is in the tab order, arrows go to the others. */
function Tabs<T extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly { id: T; label: string }[];
  chosen: T;
  onChoose: (id: T) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    const tab = list.current?.querySelector('[aria-selected=true]');
    if (tab instanceof HTMLElement) tab.focus();
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    follow.current = true;
    onChoose(next.id);
  }

  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`figure-${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls="figure-panel"
          tabIndex={tab.id === chosen ? 0 : -1}
          className={styles.tab}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
