import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Outbox } from '../api/outbox';
import type { Protocol, Reason, RetrievalState, Review, StageId, Verdict } from '../api/schema';
import { highlighter } from '../lib/highlights';
import { bilingual, useFormat, useLanguage } from '../lib/i18n';
import { keyName, type Command } from '../lib/keyboard';
import { rememberedShortcuts, rememberShortcuts, useShortcuts, withOwnKeys } from '../lib/shortcuts';
import { Skeleton } from '../ui';
import { KeySheet } from '../ui/keys/KeySheet';
import { SavedState } from '../ui/outbox/SavedState';
import { focusRecord } from '../ui/reader/focus';
import { HitCounts } from '../ui/reader/HitCounts';
import { prepared } from '../ui/reader/prepared';
import { RecordReader, type HighlightStrength } from '../ui/reader/RecordReader';
import { remember, remembered } from '../lib/remembered';
import type { Selection } from './api';
import { breakIsDue } from './breaks';
import { CriteriaList } from './CriteriaList';
import { Beside } from './document/Beside';
import { DocumentList } from './document/DocumentList';
import { QuoteList } from './document/QuoteList';
import { useReading } from './document/useReading';
import { RecordRows } from './list/RecordRows';
import { Mend } from './Mend';
import { KeyHint } from './KeyHint';
import { useScreeningMessages } from './messages';
import { DuplicatePanel } from './DuplicatePanel';
import type { EarlyKeys } from './earlyKeys';
import { tagsQuery } from './notes/api';
import { noRemarks, type Notebook } from './notes/notebook';
import { NotesPanel } from './notes/NotesPanel';
import { OwnTerms, ownTermsQuery } from './OwnTerms';
import { decisionsPerMinute } from './pace';
import { current, ready, rowsOf, type Entry, type Step } from './queue';
import { inOrder, ReasonList } from './ReasonList';
import { RetrievalControl } from './RetrievalControl';
import { AllDone, CannotFetch } from './states';
import type { Session } from './session';
import styles from './screening.module.css';
import { isNarrow, useRecordOnTop } from './useRecordOnTop';
import { VerdictButton } from './VerdictButton';

/** Keys that people know from other tools. A command without a key still has its button. */
const presetKeys = {
  rayyan: {},
  asreview: { include: 'KeyR', exclude: 'KeyI' },
  oneHand: {
    include: 'ArrowRight',
    exclude: 'ArrowLeft',
    maybe: 'ArrowDown',
    'next-too': '',
    'previous-too': '',
    undo: 'ArrowUp',
  },
};

interface ScreeningProps {
  review: Review;
  protocol: Protocol;
  stage: StageId;
  selection: Selection;
  session: Session;
  notebook: Notebook;
  outbox: Outbox;
  early: EarlyKeys;
}

const nextStrength: { readonly [S in HighlightStrength]: HighlightStrength } = {
  strong: 'soft',
  soft: 'off',
  off: 'strong',
};
/** Records that are worked out before they are shown. */
const PREPARED_AHEAD = 3;

export function Screening({
  review,
  protocol,
  stage,
  selection,
  session,
  notebook,
  outbox,
  early,
}: ScreeningProps) {
  const text = useScreeningMessages();
  const language = useLanguage();
  const { queue, progress, supply, failure, decidedAt, retrieval, share } = useSyncExternalStore(
    session.subscribe,
    session.snapshot,
  );
  const entry = current(queue);
  const itemId = entry?.item.itemId;

  const own = useQuery(ownTermsQuery(review.id)).data?.highlights;
  const find = useMemo(
    () => highlighter([...protocol.highlights, ...(own ?? [])]),
    [protocol.highlights, own],
  );
  const remarks = useSyncExternalStore(notebook.subscribe, notebook.snapshot);
  const [rowCount, setRowCount] = useState(rememberedRows);
  const [firstRow, setFirstRow] = useState<number>();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [panel, setPanel] = useState<'mend' | 'terms'>();
  const [wanted, setWanted] = useState<{ field: 'note' | 'tags'; time: number }>();
  const [remindedAt, setRemindedAt] = useState(0);
  const [reminds, setReminds] = useState(() => remembered('breaks') !== 'off');
  const tags = useQuery(tagsQuery(review.id)).data ?? [];
  const navigate = useNavigate();
  const [strength, setStrength] = useState<HighlightStrength>('strong');
  const [criteriaOpen, setCriteriaOpen] = useState(() => !isNarrow());
  const [help, setHelp] = useState(false);
  const [findingOriginal, setFindingOriginal] = useState(false);
  const [inputMethod, setInputMethod] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [tooEarly, setTooEarly] = useState(false);
  const [choice, setChoice] = useState<Choice>(noChoice);
  const reading = useReading(review.id, stage === 'full-text' ? itemId : undefined);
  const [shortcuts, setShortcuts] = useState(() => rememberedShortcuts(outbox.account));

  // A tick belongs to the record on which it was made.
  const { ticked, asked } = choice.itemId === itemId ? choice : noChoice;
  const needsReason = stage === 'full-text' || protocol.policy.reasonsAtTitleAbstract;

  useEffect(() => {
    session.start();
    return () => session.stop();
  }, [session]);

  const reader = useRecordOnTop(itemId, queue.done);

  useEffect(() => {
    for (const ahead of queue.entries.slice(queue.at + 1, queue.at + 1 + PREPARED_AHEAD))
      prepared(ahead.item.record, find);
  }, [queue, find]);

  useEffect(() => {
    notebook.want(queue.entries.slice(queue.at, queue.at + REMARKS_AHEAD).map(({ item }) => item.itemId));
  }, [notebook, queue]);

  const rows = rowCount === 0 ? [] : rowsOf(queue, firstRow, rowCount);
  const startsWith = rows[0]?.item.itemId;
  if (startsWith !== undefined && startsWith !== firstRow) setFirstRow(startsWith);

  function showRows(count: number) {
    remember('rows', String(count));
    setRowCount(count);
  }

  function toggleAbstract(item: number | undefined) {
    if (item === undefined) return;
    const now = new Set(opened);
    if (!now.delete(item)) now.add(item);
    setOpened(now);
  }

  function write(field: 'note' | 'tags') {
    setWanted((before) => ({ field, time: (before?.time ?? 0) + 1 }));
  }

  function decide(verdict: Verdict, reasons: readonly string[], quotedFor = reasons[0]) {
    setInputMethod(false);
    setTooEarly(false);
    session.decide(
      verdict,
      reasons,
      reading.evidence(reasons, verdict === 'exclude' ? quotedFor : undefined),
    );
    reading.forgetSelection();
  }

  function exclude() {
    if (needsReason && ticked.length === 0) setChoice({ itemId, ticked, asked: true });
    else decide('exclude', inOrder(protocol.reasons, ticked));
  }

  function excludeFor(reason: Reason) {
    decide('exclude', inOrder(protocol.reasons, [...ticked, reason.id]), reason.id);
  }

  function tick(reason: Reason) {
    const now = ticked.includes(reason.id) ? ticked.filter((id) => id !== reason.id) : [...ticked, reason.id];
    setChoice({ itemId, ticked: now, asked: false });
  }

  const none = leaving || entry === undefined || entry.duplicateOf !== undefined;
  const state = entry && (retrieval.get(entry.item.itemId) ?? entry.item.retrieval ?? 'sought');
  // Among the reports that could not be had nothing is voted on; in the queue it is, once they can.
  const unread = none || selection.only === 'not-retrieved' || state === 'not-retrieved';
  const comes = leaving || (entry === undefined && (supply === 'looking' || supply === 'flowing'));
  const label = text.commands;
  const usual: readonly Command[] = [
    { id: 'include', label: label.include, key: 'KeyI', disabled: unread, run: () => decide('include', []) },
    { id: 'maybe', label: label.maybe, key: 'KeyU', disabled: unread, run: () => decide('maybe', []) },
    { id: 'exclude', label: label.exclude, key: 'KeyE', disabled: unread, run: exclude },
    ...(needsReason
      ? protocol.reasons.slice(0, 9).map((reason, i) => ({
          id: `reason-${i + 1}`,
          label: text.excludeFor(bilingual(reason.label, language)?.text ?? ''),
          key: `Digit${i + 1}`,
          disabled: unread,
          run: () => excludeFor(reason),
        }))
      : []),
    {
      id: 'undo',
      label: label.undo,
      key: 'KeyZ',
      disabled: queue.done.length === 0,
      run: () => void session.undo(),
    },
    {
      id: 'redo',
      label: label.redo,
      key: 'Shift+KeyZ',
      disabled: queue.undone.length === 0,
      run: () => void session.redo(),
    },
    { id: 'next', label: label.next, key: 'KeyJ', run: () => session.move(1) },
    { id: 'next-too', label: label.next, key: 'ArrowDown', run: () => session.move(1) },
    { id: 'previous', label: label.previous, key: 'KeyK', run: () => session.move(-1) },
    { id: 'previous-too', label: label.previous, key: 'ArrowUp', run: () => session.move(-1) },
    { id: 'later', label: label.later, key: 'KeyL', disabled: unread, run: () => session.later() },
    {
      id: 'duplicate',
      label: label.duplicate,
      key: 'KeyD',
      disabled: none,
      run: () => setFindingOriginal(true),
    },
    { id: 'criteria', label: label.criteria, key: 'KeyC', run: () => setCriteriaOpen(!criteriaOpen) },
    {
      id: 'highlights',
      label: label.highlights,
      key: 'KeyH',
      run: () => setStrength(nextStrength[strength]),
    },
    ...(stage === 'full-text'
      ? [
          {
            id: 'document',
            label: text.document.open,
            key: 'KeyF',
            disabled: none,
            run: reading.toggle,
          },
          {
            id: 'quote',
            label: text.document.quoteCommand,
            key: 'KeyQ',
            disabled: none,
            run: () => reading.quote(ticked[0]),
          },
        ]
      : []),
    { id: 'note', label: label.note, key: 'KeyN', disabled: none, run: () => write('note') },
    { id: 'tags', label: label.tags, key: 'KeyT', disabled: none, run: () => write('tags') },
    { id: 'mend', label: label.mend, key: 'KeyM', disabled: none, run: () => setPanel('mend') },
    { id: 'terms', label: label.terms, key: 'KeyW', run: () => setPanel('terms') },
    {
      id: 'list',
      label: rowCount === 0 ? label.list : label.one,
      key: 'KeyV',
      run: () => showRows(rowCount === 0 ? 25 : 0),
    },
    ...(rowCount === 0
      ? []
      : [
          {
            id: 'expand',
            label: label.expand,
            key: 'Space',
            disabled: none,
            run: () => toggleAbstract(itemId),
          },
        ]),
    { id: 'help', label: label.help, key: 'Shift+Slash', run: () => setHelp(true) },
    {
      id: 'close',
      label: label.close,
      key: 'Escape',
      run: () => {
        setChoice(noChoice);
        setInputMethod(false);
        focusRecord();
      },
    },
  ];
  const commands = withOwnKeys(usual, shortcuts);
  // Keys that come before the record are not lost without a word.
  const bound = commands.map((one) =>
    one.disabled && comes ? { ...one, disabled: false, run: () => setTooEarly(!early.press(one.id)) } : one,
  );
  useShortcuts(bound, { shortcuts, onInputMethod: () => setInputMethod(true) });

  useEffect(() => {
    if (itemId === undefined || leaving) return;
    const waiting = early.take();
    commands.find((one) => one.id === waiting && !one.disabled)?.run();
    // Only when a record comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [itemId]);
  const command = (id: string) => commands.find((one) => one.id === id);
  const shownKey = (id: string) => (shortcuts.singleKeys ? command(id)?.key || undefined : undefined);
  const whole = selection.only === undefined && selection.tag === undefined;

  return (
    <div className={styles.screen}>
      <div className={styles.progress}>
        {whole ? (
          <Progress progress={progress} decidedAt={decidedAt} />
        ) : (
          <span className={styles.count}>{progress && text.leftInPart(progress.remaining)}</span>
        )}
        <select
          className={styles.partOfQueue}
          aria-label={text.parts.label}
          value={partOf(selection)}
          onChange={(event) => {
            // Keys go to the page again, and no longer to the record of the part that is left.
            event.target.blur();
            setLeaving(true);
            void navigate(`?${event.target.value}`);
          }}
        >
          <option value="">{text.parts.all}</option>
          <option value="only=no-abstract">{text.parts['no-abstract']}</option>
          <option value="only=later">{text.parts.later}</option>
          <option value="only=maybe">{text.parts.maybe}</option>
          {stage === 'full-text' && <option value="only=not-retrieved">{text.parts['not-retrieved']}</option>}
          {tags.flatMap(({ id, name, options = [], values = [] }) => [
            <option key={id} value={partOf({ tag: id })}>
              {text.parts.tag(name)}
            </option>,
            ...[...new Set([...options, ...values.map(({ value }) => value)])].map((value) => (
              <option key={`${id} ${value}`} value={partOf({ tag: id, value })}>
                {text.parts.tagValue(name, value)}
              </option>
            )),
          ])}
        </select>
        {rowCount > 0 && (
          <select
            className={styles.partOfQueue}
            aria-label={text.list.rows}
            value={rowCount}
            onChange={(event) => showRows(Number(event.target.value))}
          >
            {ROW_COUNTS.map((count) => (
              <option key={count} value={count}>
                {text.list.rowCount(count)}
              </option>
            ))}
          </select>
        )}
        <SavedState outbox={outbox} />
      </div>

      <section className={styles.read} ref={reader} aria-label={text.record}>
        {rowCount > 0 && rows.length > 0 && (
          <RecordRows
            rows={rows}
            currentItem={itemId}
            opened={opened}
            find={find}
            strength={strength}
            mask={protocol.policy.mask}
            remarks={remarks}
            onGo={(item) => session.goTo(item)}
            onOpen={toggleAbstract}
          />
        )}
        {entry && rowCount === 0 && (
          <Beside review={review.id} report={entry.item.itemId} reading={reading}>
            <RecordReader
              onMend={() => setPanel('mend')}
              record={entry.item.record}
              find={find}
              strength={strength}
              mask={protocol.policy.mask}
            />
          </Beside>
        )}
        {none && (supply === 'looking' || supply === 'flowing') && <Skeleton />}
        {none && supply === 'failed' && <CannotFetch failure={failure} onRetry={session.refill} />}
        {none && supply === 'finished' && (
          <AllDone
            review={review}
            stage={stage}
            voted={progress?.voted ?? 0}
            share={share}
            part={selection.only}
            onLookAgain={() => session.lookAgain()}
          />
        )}
      </section>

      <aside className={styles.side} aria-label={text.decision}>
        <div className={styles.votes}>
          {(['include', 'maybe', 'exclude'] as const).map((verdict) => (
            <VerdictButton
              key={verdict}
              command={command(verdict)}
              verdict={verdict}
              chosen={entry?.decision?.verdict}
              shownKey={shownKey(verdict)}
            />
          ))}
        </div>
        {needsReason && (
          <ReasonList
            reasons={protocol.reasons}
            ticked={ticked}
            asked={asked}
            disabled={unread}
            withNumbers={shortcuts.singleKeys}
            onTick={tick}
            onExclude={excludeFor}
          />
        )}
        {stage === 'full-text' && entry && (
          <RetrievalControl
            state={state ?? 'sought'}
            hint={retrievalHint(state, selection, text)}
            onChange={(chosen) => session.setRetrieval(chosen)}
          />
        )}
        {stage === 'full-text' && entry && (
          <>
            <DocumentList
              key={`documents of ${entry.item.itemId}`}
              review={review.id}
              report={entry.item.itemId}
              openId={reading.document?.id}
              shownKey={shownKey('document')}
              onOpen={reading.open}
              state={state ?? 'sought'}
              onRetrieved={() => session.setRetrieval('retrieved')}
            />
            <QuoteList
              key={`quotes from ${entry.item.itemId}`}
              drafts={reading.drafts}
              selected={reading.selected}
              reasons={protocol.reasons}
              shownKey={shownKey('quote')}
              disabled={unread}
              begun={reading.begun}
              onAdd={() => reading.quote(ticked[0])}
              onChange={reading.change}
              onGo={reading.goToPage}
            />
          </>
        )}
        {entry && (
          <NotesPanel
            key={entry.item.itemId}
            review={review.id}
            record={entry.item.record}
            remarks={remarks.get(entry.item.itemId) ?? noRemarks}
            notebook={notebook}
            wanted={wanted}
            noteKey={named(shownKey('note'))}
            tagsKey={named(shownKey('tags'))}
          />
        )}
        <div className={styles.acts}>
          {['later', 'duplicate', 'previous', 'next', 'redo', 'list', 'mend', 'terms'].map((id) => (
            <ActButton key={id} command={command(id)} shownKey={shownKey(id)} />
          ))}
        </div>
        <Link className={styles.mine} to="decisions">
          {text.mine}
        </Link>
        <h2 className={styles.sideHead}>
          <button type="button" aria-expanded={criteriaOpen} onClick={command('criteria')?.run}>
            {text.criteria(protocol.version)}
          </button>
          <KeyHint of={shownKey('criteria')} />
        </h2>
        {criteriaOpen && <CriteriaList criteria={protocol.criteria} />}
      </aside>

      <footer className={styles.foot}>
        <span className={styles.undo}>
          <ActButton command={command('undo')} shownKey={shownKey('undo')} />
          <span className={styles.last}>{entryNote(entry, text) ?? lastDone(queue.done.at(-1), text)}</span>
        </span>
        <span role="status" className={styles.hint}>
          {inputMethod ? text.inputMethod : tooEarly ? text.tooEarly : ''}
          {!inputMethod && !tooEarly && reminds && breakIsDue(decidedAt, remindedAt) && (
            <>
              {text.breakDue}{' '}
              <button
                type="button"
                className={styles.quiet}
                onClick={() => setRemindedAt(decidedAt.at(-1) ?? 0)}
              >
                {text.breakTaken}
              </button>{' '}
              <button
                type="button"
                className={styles.quiet}
                onClick={() => {
                  remember('breaks', 'off');
                  setReminds(false);
                }}
              >
                {text.breakOff}
              </button>
            </>
          )}
        </span>
        <span className={styles.right}>
          {entry && <HitCounts record={entry.item.record} find={find} />}
          <ActButton
            command={command('highlights')}
            shownKey={shownKey('highlights')}
            state={text.strength[strength]}
          />
          <ActButton command={command('help')} shownKey={shownKey('help')} />
          <span className="num">{text.ready(ready(queue))}</span>
        </span>
      </footer>

      {findingOriginal && entry && (
        <DuplicatePanel
          reviewId={review.id}
          record={entry.item.record}
          onChoose={(original) => {
            setFindingOriginal(false);
            session.duplicateOf(original);
            focusRecord();
          }}
          onClose={() => {
            setFindingOriginal(false);
            focusRecord();
          }}
        />
      )}
      {panel === 'mend' && entry && (
        <Mend
          review={review.id}
          record={entry.item.record}
          outbox={outbox}
          onMended={(record) => session.mend(record)}
          onClose={() => setPanel(undefined)}
        />
      )}
      {panel === 'terms' && (
        <OwnTerms review={review.id} own={own ?? []} onClose={() => setPanel(undefined)} />
      )}
      {help && (
        <KeySheet
          presets={[
            { name: text.presets.rayyan, keys: presetKeys.rayyan },
            { name: text.presets.asreview, keys: presetKeys.asreview },
            { name: text.presets.oneHand, keys: presetKeys.oneHand },
          ]}
          commands={commands}
          shortcuts={shortcuts}
          onChange={(changed) => {
            setShortcuts(changed);
            rememberShortcuts(outbox.account, changed);
          }}
          onClose={() => setHelp(false)}
        />
      )}
    </div>
  );
}

const ROW_COUNTS: readonly number[] = [10, 25, 50];
/** Records whose notes and tags are fetched before they are shown. */
const REMARKS_AHEAD = 60;

/** 0: one record at a time. */
function rememberedRows(): number {
  const count = Number(remembered('rows'));
  return ROW_COUNTS.includes(count) ? count : 0;
}

function named(key: string | undefined): string | undefined {
  return key === undefined ? undefined : keyName(key);
}

/** A part of the queue as the end of its address. */
function partOf({ only, tag, value }: Selection): string {
  const given = { ...(only && { only }), ...(tag && { tag }), ...(value && { value }) };
  return new URLSearchParams(given).toString();
}

/** How a report that could not be had comes back. */
function retrievalHint(
  state: RetrievalState | undefined,
  { only }: Selection,
  text: Text,
): string | undefined {
  if (state === 'not-retrieved') return text.takeRetrievalBack;
  return only === 'not-retrieved' ? text.backInQueue : undefined;
}

interface Choice {
  readonly itemId?: number | undefined;
  readonly ticked: readonly string[];
  /** Exclude was pressed without a reason. */
  readonly asked: boolean;
}

const noChoice: Choice = { ticked: [], asked: false };

type Text = ReturnType<typeof useScreeningMessages>;

function entryNote(entry: Entry | undefined, text: Text): string | undefined {
  if (entry?.duplicateOf) return text.joined(entry.duplicateOf.title);
  if (entry?.decision) return text.youSaid[entry.decision.verdict];
  return entry?.later ? text.putAside : undefined;
}

function lastDone(step: Step | undefined, text: Text): string {
  if (step === undefined) return text.nothingToUndo;
  const title = step.item.record.title ?? String(step.item.record.id);
  switch (step.kind) {
    case 'vote':
      return text.lastDone[step.after.verdict](title);
    case 'duplicate':
      return text.lastDone.duplicate(title);
    case 'later':
      return text.lastDone.later(title);
  }
}

function Progress({
  progress,
  decidedAt,
}: {
  progress: { voted: number; remaining: number } | undefined;
  decidedAt: readonly number[];
}) {
  const text = useScreeningMessages();
  const format = useFormat();
  if (!progress) return <span className={styles.count} />;
  const all = progress.voted + progress.remaining;
  const pace = decisionsPerMinute(decidedAt);
  const minutes = pace === undefined ? undefined : Math.ceil(progress.remaining / pace);
  return (
    <>
      <progress
        className={styles.bar}
        value={progress.voted}
        max={Math.max(all, 1)}
        aria-label={text.progress}
      />
      <span className={styles.count}>{text.of(progress.voted, all)}</span>
      {pace !== undefined && (
        <span className={styles.pace}>{text.pace(format.number(Math.round(pace * 10) / 10))}</span>
      )}
      {minutes !== undefined && progress.remaining > 0 && (
        <span className={styles.pace}>
          {text.left(minutes < 90 ? text.minutes(minutes) : text.hours(Math.round(minutes / 60)))}
        </span>
      )}
    </>
  );
}

function ActButton({
  command,
  shownKey,
  state,
}: {
  command: Command | undefined;
  shownKey: string | undefined;
  state?: string;
}) {
  if (!command) return null;
  return (
    <button type="button" className={styles.act} disabled={command.disabled} onClick={command.run}>
      <span>
        {command.label}
        {state !== undefined && <span className={styles.actState}> {state}</span>}
      </span>
      <KeyHint of={shownKey} />
    </button>
  );
}
