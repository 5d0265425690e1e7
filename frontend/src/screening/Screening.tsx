import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { Outbox } from '../api/outbox';
import type { Protocol, Reason, Review, StageId, Verdict } from '../api/schema';
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
import { CriteriaList } from './CriteriaList';
import { useScreeningMessages } from './messages';
import { DuplicatePanel } from './DuplicatePanel';
import { decisionsPerMinute } from './pace';
import { current, ready, type Entry, type Step } from './queue';
import { inOrder, ReasonList } from './ReasonList';
import { RetrievalControl } from './RetrievalControl';
import { AllDone, CannotFetch } from './states';
import type { Session } from './session';
import styles from './screening.module.css';
import { isNarrow, useRecordOnTop } from './useRecordOnTop';

interface ScreeningProps {
  review: Review;
  protocol: Protocol;
  stage: StageId;
  session: Session;
  outbox: Outbox;
}

const nextStrength: { readonly [S in HighlightStrength]: HighlightStrength } = {
  strong: 'soft',
  soft: 'off',
  off: 'strong',
};
/** Records that are worked out before they are shown. */
const PREPARED_AHEAD = 3;

export function Screening({ review, protocol, stage, session, outbox }: ScreeningProps) {
  const text = useScreeningMessages();
  const language = useLanguage();
  const { queue, progress, supply, failure, decidedAt, retrieval } = useSyncExternalStore(
    session.subscribe,
    session.snapshot,
  );
  const entry = current(queue);
  const itemId = entry?.item.itemId;

  const find = useMemo(() => highlighter(protocol.highlights), [protocol.highlights]);
  const [strength, setStrength] = useState<HighlightStrength>('strong');
  const [criteriaOpen, setCriteriaOpen] = useState(() => !isNarrow());
  const [help, setHelp] = useState(false);
  const [findingOriginal, setFindingOriginal] = useState(false);
  const [inputMethod, setInputMethod] = useState(false);
  const [choice, setChoice] = useState<Choice>(noChoice);
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

  function decide(verdict: Verdict, reasons: readonly string[]) {
    setInputMethod(false);
    session.decide(verdict, reasons);
  }

  function exclude() {
    if (needsReason && ticked.length === 0) setChoice({ itemId, ticked, asked: true });
    else decide('exclude', inOrder(protocol.reasons, ticked));
  }

  function excludeFor(reason: Reason) {
    decide('exclude', inOrder(protocol.reasons, [...ticked, reason.id]));
  }

  function tick(reason: Reason) {
    const now = ticked.includes(reason.id) ? ticked.filter((id) => id !== reason.id) : [...ticked, reason.id];
    setChoice({ itemId, ticked: now, asked: false });
  }

  const none = entry === undefined || entry.duplicateOf !== undefined;
  const label = text.commands;
  const usual: readonly Command[] = [
    { id: 'include', label: label.include, key: 'KeyI', disabled: none, run: () => decide('include', []) },
    { id: 'maybe', label: label.maybe, key: 'KeyU', disabled: none, run: () => decide('maybe', []) },
    { id: 'exclude', label: label.exclude, key: 'KeyE', disabled: none, run: exclude },
    ...(needsReason
      ? protocol.reasons.slice(0, 9).map((reason, i) => ({
          id: `reason-${i + 1}`,
          label: text.excludeFor(bilingual(reason.label, language)?.text ?? ''),
          key: `Digit${i + 1}`,
          disabled: none,
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
    { id: 'later', label: label.later, key: 'KeyL', disabled: none, run: () => session.later() },
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
  useShortcuts(commands, { shortcuts, onInputMethod: () => setInputMethod(true) });
  const command = (id: string) => commands.find((one) => one.id === id);
  const shownKey = (id: string) => (shortcuts.singleKeys ? command(id)?.key : undefined);

  return (
    <div className={styles.screen}>
      <div className={styles.progress}>
        <Progress progress={progress} decidedAt={decidedAt} />
        <SavedState outbox={outbox} />
      </div>

      <section className={styles.read} ref={reader} aria-label={text.record}>
        {entry && (
          <RecordReader
            record={entry.item.record}
            find={find}
            strength={strength}
            mask={protocol.policy.mask}
          />
        )}
        {none && (supply === 'looking' || supply === 'flowing') && <Skeleton />}
        {none && supply === 'failed' && <CannotFetch failure={failure} onRetry={session.refill} />}
        {none && supply === 'finished' && (
          <AllDone
            review={review}
            stage={stage}
            voted={progress?.voted ?? 0}
            onLookAgain={() => session.lookAgain()}
          />
        )}
      </section>

      <aside className={styles.side} aria-label={text.decision}>
        <div className={styles.votes}>
          <VoteButton
            command={command('include')}
            verdict="include"
            chosen={entry}
            shownKey={shownKey('include')}
          />
          <VoteButton
            command={command('maybe')}
            verdict="maybe"
            chosen={entry}
            shownKey={shownKey('maybe')}
          />
          <VoteButton
            command={command('exclude')}
            verdict="exclude"
            chosen={entry}
            shownKey={shownKey('exclude')}
          />
        </div>
        {needsReason && (
          <ReasonList
            reasons={protocol.reasons}
            ticked={ticked}
            asked={asked}
            disabled={none}
            withNumbers={shortcuts.singleKeys}
            onTick={tick}
            onExclude={excludeFor}
          />
        )}
        {stage === 'full-text' && entry && (
          <RetrievalControl
            state={retrieval.get(entry.item.itemId) ?? entry.item.retrieval ?? 'sought'}
            onChange={(state) => session.setRetrieval(state)}
          />
        )}
        <div className={styles.acts}>
          {['later', 'duplicate', 'previous', 'next', 'redo'].map((id) => (
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
          {inputMethod ? text.inputMethod : ''}
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
      {help && (
        <KeySheet
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

function KeyHint({ of }: { of: string | undefined }) {
  return of === undefined ? null : <kbd aria-hidden="true">{keyName(of)}</kbd>;
}

function VoteButton({
  command,
  verdict,
  chosen,
  shownKey,
}: {
  command: Command | undefined;
  verdict: Verdict;
  chosen: Entry | undefined;
  shownKey: string | undefined;
}) {
  if (!command) return null;
  return (
    <button
      type="button"
      className={styles.vote}
      data-verdict={verdict}
      aria-pressed={chosen?.decision?.verdict === verdict}
      disabled={command.disabled}
      onClick={command.run}
    >
      {command.label}
      <KeyHint of={shownKey} />
    </button>
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
