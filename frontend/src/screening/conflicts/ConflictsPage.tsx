import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import { useParams, useSearchParams, Link } from 'react-router';
import { useAccountOutbox } from '../../api/accountOutbox';
import type { Outbox } from '../../api/outbox';
import { protocolQuery, reviewQuery } from '../../api/queries';
import type { Conflict, Protocol, Reason, Review, StageId } from '../../api/schema';
import { DoublePress } from '../../lib/doublePress';
import { highlighter } from '../../lib/highlights';
import { bilingual, useCommon, useFormat, useLanguage } from '../../lib/i18n';
import { newId } from '../../lib/ids';
import { type Command } from '../../lib/keyboard';
import { rememberedShortcuts, rememberShortcuts, useShortcuts, withOwnKeys } from '../../lib/shortcuts';
import { useTitle } from '../../lib/title';
import { Badge, EmptyState, Loaded, PageBody, ProblemNote, Skeleton } from '../../ui';
import { KeySheet } from '../../ui/keys/KeySheet';
import { SavedState } from '../../ui/outbox/SavedState';
import { focusRecord } from '../../ui/reader/focus';
import { HitCounts } from '../../ui/reader/HitCounts';
import { RecordReader, type HighlightStrength } from '../../ui/reader/RecordReader';
import { fetchConflicts, type ListedConflict } from '../api';
import { CriteriaList } from '../CriteriaList';
import { Beside } from '../document/Beside';
import { DocumentList } from '../document/DocumentList';
import { GivenQuotes } from '../document/QuoteList';
import { useReading } from '../document/useReading';
import { useScreeningMessages } from '../messages';
import { inOrder, ReasonList } from '../ReasonList';
import { KeyHint } from '../KeyHint';
import { VerdictButton } from '../VerdictButton';
import styles from '../screening.module.css';
import { isNarrow, useRecordOnTop } from '../useRecordOnTop';
import { Thread } from './Thread';
import { adjudicationCommand, withdrawalCommand, type Settlement } from './settlement';

export function ConflictsPage() {
  const { reviewId = '' } = useParams();
  const [search] = useSearchParams();
  const text = useScreeningMessages();
  const review = useQuery(reviewQuery(reviewId));
  const protocol = useQuery(protocolQuery(reviewId));
  const outbox = useAccountOutbox();
  useTitle(text.conflicts.title, review.data?.title);
  if (!review.data || !protocol.data || !outbox) {
    return (
      <PageBody>
        {review.data ? (
          <Loaded query={protocol}>{() => null}</Loaded>
        ) : (
          <Loaded query={review}>{() => null}</Loaded>
        )}
      </PageBody>
    );
  }
  if (!mayOpen(review.data, protocol.data.value)) {
    return (
      <PageBody>
        <EmptyState title={text.conflicts.notAllowed}>{text.conflicts.notAllowedText}</EmptyState>
      </PageBody>
    );
  }
  const wanted = search.get('stage');
  const stage = wanted === 'full-text' || wanted === 'title-abstract' ? wanted : stageWithWork(review.data);
  return (
    <Conflicts
      key={stage}
      review={review.data}
      protocol={protocol.data.value}
      stage={stage}
      outbox={outbox}
    />
  );
}

/** Reviewers settle conflicts only where the team agrees by consensus. */
function mayOpen({ roles }: Review, { policy }: Protocol): boolean {
  return (
    roles.includes('lead') ||
    roles.includes('adjudicator') ||
    (roles.includes('reviewer') && policy.conflictRule === 'consensus')
  );
}

function stageWithWork({ rail }: Review): StageId {
  const open = rail.conflicts;
  return open && open.titleAbstract === 0 && open.fullText > 0 ? 'full-text' : 'title-abstract';
}

const nextStrength: { readonly [S in HighlightStrength]: HighlightStrength } = {
  strong: 'soft',
  soft: 'off',
  off: 'strong',
};

interface ConflictsProps {
  review: Review;
  protocol: Protocol;
  stage: StageId;
  outbox: Outbox;
}

function Conflicts({ review, protocol, stage, outbox }: ConflictsProps) {
  const all = useScreeningMessages();
  const text = all.conflicts;
  const language = useLanguage();
  const [settled, setSettled] = useState<readonly Settlement[]>([]);
  const [sentBack, setSentBack] = useState<readonly number[]>([]);
  const [at, setAt] = useState(0);
  const [choice, setChoice] = useState<Choice>(noChoice);
  const [strength, setStrength] = useState<HighlightStrength>('soft');
  const [criteriaOpen, setCriteriaOpen] = useState(() => stage === 'title-abstract' && !isNarrow());
  const [help, setHelp] = useState(false);
  const [inputMethod, setInputMethod] = useState(false);
  const [shortcuts, setShortcuts] = useState(() => rememberedShortcuts(outbox.account));
  const [presses] = useState(() => new DoublePress());
  const commentId = useId();
  const find = useMemo(() => highlighter(protocol.highlights), [protocol.highlights]);

  const conflicts = useInfiniteQuery({
    // Not under the review's key: the stream must not take a conflict away from under its reader.
    queryKey: ['conflicts', review.id, stage],
    queryFn: ({ pageParam }) => fetchConflicts(review.id, stage, pageParam),
    initialPageParam: cursorAtStart(),
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = conflicts;
  const items = oldestFirst(conflicts.data?.pages.flatMap((page) => page.items) ?? []);
  const conflict = items[at];
  const itemId = conflict?.itemId;
  const settlement = settled.findLast((one) => one.conflict.itemId === itemId);
  const wasSentBack = itemId !== undefined && sentBack.includes(itemId);
  const blocked = !conflict || settlement !== undefined || wasSentBack || conflict.mine === false;
  const reading = useReading(review.id, stage === 'full-text' ? itemId : undefined);
  const { ticked, asked, note } = choice.itemId === itemId ? choice : noChoice;
  const needsReason = stage === 'full-text';

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && at > items.length - 5) void fetchNextPage();
  }, [at, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const reader = useRecordOnTop(itemId, settled);

  function settle(verdict: 'include' | 'exclude', reasons: readonly string[]) {
    if (!conflict || blocked || !presses.counts()) return;
    const made: Settlement = { conflict, id: newId(), verdict, reasons, comment: note.trim() };
    void outbox.add(adjudicationCommand(review.id, stage, made));
    const now = [...settled, made];
    setSettled(now);
    setChoice(noChoice);
    setInputMethod(false);
    goOn(now, sentBack);
  }

  function goOn(nowSettled: readonly Settlement[], nowSentBack: readonly number[]) {
    const isOpen = (one: Conflict) => !isSettled(one, nowSettled) && !nowSentBack.includes(one.itemId);
    const next = items.findIndex((one, i) => i > at && isOpen(one));
    const first = items.findIndex(isOpen);
    setAt(next === -1 ? (first === -1 ? items.length : first) : next);
  }

  function noteSentBack(item: number) {
    const now = [...sentBack, item];
    setSentBack(now);
    setChoice(noChoice);
    if (item === itemId) goOn(settled, now);
  }

  function exclude() {
    if (needsReason && ticked.length === 0) setChoice({ itemId, ticked, note, asked: true });
    else settle('exclude', inOrder(protocol.reasons, ticked));
  }

  function excludeFor(reason: Reason) {
    settle('exclude', inOrder(protocol.reasons, [...ticked, reason.id]));
  }

  function undo() {
    const last = settled.at(-1);
    if (!last) return;
    void outbox.add(withdrawalCommand(review.id, stage, last));
    setSettled(settled.slice(0, -1));
    setAt(items.findIndex((one) => one.itemId === last.conflict.itemId));
  }

  function move(by: 1 | -1) {
    setAt(Math.min(Math.max(at + by, 0), Math.max(items.length - 1, 0)));
  }

  const label = all.commands;
  const usual: readonly Command[] = [
    { id: 'include', label: label.include, key: 'KeyI', disabled: blocked, run: () => settle('include', []) },
    { id: 'exclude', label: label.exclude, key: 'KeyE', disabled: blocked, run: exclude },
    ...(needsReason
      ? protocol.reasons.slice(0, 9).map((reason, i) => ({
          id: `reason-${i + 1}`,
          label: all.excludeFor(bilingual(reason.label, language)?.text ?? ''),
          key: `Digit${i + 1}`,
          disabled: blocked,
          run: () => excludeFor(reason),
        }))
      : []),
    { id: 'undo', label: label.undo, key: 'KeyZ', disabled: settled.length === 0, run: undo },
    { id: 'next', label: text.next, key: 'KeyJ', run: () => move(1) },
    { id: 'next-too', label: text.next, key: 'ArrowDown', run: () => move(1) },
    { id: 'previous', label: text.previous, key: 'KeyK', run: () => move(-1) },
    { id: 'previous-too', label: text.previous, key: 'ArrowUp', run: () => move(-1) },
    ...(stage === 'full-text'
      ? [
          {
            id: 'document',
            label: all.document.open,
            key: 'KeyF',
            disabled: !conflict,
            run: reading.toggle,
          },
        ]
      : []),
    {
      id: 'comment',
      label: text.writeComment,
      key: 'KeyN',
      disabled: blocked,
      run: () => document.getElementById(commentId)?.focus(),
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
        setInputMethod(false);
        focusRecord();
      },
    },
  ];
  const commands = withOwnKeys(usual, shortcuts);
  useShortcuts(commands, { shortcuts, onInputMethod: () => setInputMethod(true) });
  const command = (id: string) => commands.find((one) => one.id === id);
  const shownKey = (id: string) => (shortcuts.singleKeys ? command(id)?.key : undefined);
  const openCount = items.filter((one) => !isSettled(one, settled) && !sentBack.includes(one.itemId)).length;

  return (
    <div className={styles.screen}>
      <div className={styles.progress}>
        <Stages review={review} stage={stage} />
        <span className={styles.count}>{text.open(openCount)}</span>
        {conflict && <span className={styles.pace}>{text.position(at + 1, items.length)}</span>}
        <SavedState outbox={outbox} />
      </div>
      <section className={styles.read} ref={reader} aria-label={all.record}>
        {conflicts.isPending && <Skeleton />}
        {conflicts.isError && (
          <ProblemNote problem={conflicts.error} onRetry={() => void conflicts.refetch()} />
        )}
        {conflict && (
          <Beside review={review.id} report={conflict.itemId} reading={reading}>
            <RecordReader record={conflict.record} find={find} strength={strength} />
          </Beside>
        )}
        {conflicts.isSuccess && !conflict && <EmptyState title={text.none}>{text.noneText}</EmptyState>}
      </section>
      <aside className={styles.side} aria-label={text.decide}>
        {conflict && (
          <Ballots
            conflict={conflict}
            reasons={protocol.reasons}
            documents={reading.documents.map(({ id }) => id)}
            onGo={reading.goToPage}
          />
        )}
        {settlement && <p role="status">{text.settledAlready}</p>}
        {wasSentBack && <p role="status">{text.sentBackAlready}</p>}
        {conflict?.mine === false && <p className={styles.small}>{text.notYours}</p>}
        <div className={styles.votes}>
          {(['include', 'exclude'] as const).map((verdict) => (
            <VerdictButton
              key={verdict}
              command={command(verdict)}
              verdict={verdict}
              chosen={settlement?.verdict}
              shownKey={shownKey(verdict)}
            />
          ))}
        </div>
        {needsReason && (
          <ReasonList
            reasons={protocol.reasons}
            ticked={ticked}
            asked={asked}
            disabled={blocked}
            withNumbers={shortcuts.singleKeys}
            onTick={({ id }) =>
              setChoice({
                itemId,
                note,
                asked: false,
                ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id],
              })
            }
            onExclude={excludeFor}
          />
        )}
        {stage === 'full-text' && conflict && (
          <DocumentList
            key={`documents of ${conflict.itemId}`}
            review={review.id}
            report={conflict.itemId}
            openId={reading.document?.id}
            shownKey={shownKey('document')}
            onOpen={reading.open}
          />
        )}
        <label className={styles.commentLabel}>
          {text.comment} <KeyHint of={shownKey('comment')} />
          <textarea
            id={commentId}
            className={styles.comment}
            value={note}
            disabled={blocked}
            aria-description={text.commentHint}
            onChange={(event) => setChoice({ itemId, ticked, asked, note: event.target.value })}
          />
        </label>
        {conflict && !wasSentBack && (
          <Thread
            key={conflict.itemId}
            review={review.id}
            stage={stage}
            itemId={conflict.itemId}
            maySendBack={!blocked}
            onSentBack={() => noteSentBack(conflict.itemId)}
          />
        )}
        <h2 className={styles.sideHead}>
          <button type="button" aria-expanded={criteriaOpen} onClick={command('criteria')?.run}>
            {all.criteria(protocol.version)}
          </button>
          <KeyHint of={shownKey('criteria')} />
        </h2>
        {criteriaOpen && <CriteriaList criteria={protocol.criteria} />}
      </aside>
      <footer className={styles.foot}>
        <span className={styles.undo}>
          <Act command={command('undo')} shownKey={shownKey('undo')} />
          <span className={styles.last}>{lastSettled(settled.at(-1), text, all.nothingToUndo)}</span>
        </span>
        <span role="status" className={styles.hint}>
          {inputMethod ? all.inputMethod : ''}
        </span>
        <span className={styles.right}>
          {conflict && <HitCounts record={conflict.record} find={find} />}
          <Act command={command('previous')} shownKey={shownKey('previous')} />
          <Act command={command('next')} shownKey={shownKey('next')} />
          <Act command={command('help')} shownKey={shownKey('help')} />
        </span>
      </footer>
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
  readonly asked: boolean;
  readonly note: string;
}

const noChoice: Choice = { ticked: [], asked: false, note: '' };

function cursorAtStart(): string | undefined {
  return undefined;
}

function oldestFirst(conflicts: readonly ListedConflict[]): readonly ListedConflict[] {
  return [...conflicts].sort((a, b) => a.since.localeCompare(b.since) || a.itemId - b.itemId);
}

function isSettled(conflict: Conflict, settled: readonly Settlement[]): boolean {
  return settled.some((one) => one.conflict.itemId === conflict.itemId);
}

function lastSettled(
  last: Settlement | undefined,
  text: ReturnType<typeof useScreeningMessages>['conflicts'],
  nothing: string,
): string {
  return last
    ? text.settled[last.verdict](last.conflict.record.title ?? String(last.conflict.itemId))
    : nothing;
}

function Stages({ review, stage }: { review: Review; stage: StageId }) {
  const text = useScreeningMessages();
  const stages: readonly StageId[] = ['title-abstract', 'full-text'];
  return (
    <nav className={styles.stages} aria-label={text.conflicts.stages}>
      {stages.map((one) => (
        <Link key={one} to={`/reviews/${review.id}/conflicts?stage=${one}`} aria-current={one === stage}>
          {text.pageTitle[one]}
        </Link>
      ))}
    </nav>
  );
}

function Ballots({
  conflict,
  reasons,
  documents,
  onGo,
}: {
  conflict: Conflict;
  reasons: readonly Reason[];
  documents: readonly string[];
  onGo: (documentId: string, page: number) => void;
}) {
  const all = useScreeningMessages();
  const text = all.conflicts;
  const common = useCommon();
  const format = useFormat();
  const language = useLanguage();
  return (
    <div role="group" aria-label={text.votes}>
      <p>
        <Badge tone="warn">{text.kinds[conflict.kind]}</Badge>{' '}
        <span className={styles.small}>{text.since(format.date(conflict.since))}</span>
      </p>
      {conflict.votes.length === 0 && <p className={styles.small}>{text.votesHidden}</p>}
      <ul className={styles.ballots}>
        {conflict.votes.map((vote) => (
          <li key={vote.voteId} data-verdict={vote.verdict}>
            <b>{common.verdict[vote.verdict]}</b> {vote.reviewer.displayName}{' '}
            <span className={styles.small}>{format.dateTime(vote.at)}</span>{' '}
            {vote.takenOver && <Badge>{text.takenOver}</Badge>}
            {vote.reasons.length > 0 ? (
              <ul>
                {vote.reasons.map((id) => {
                  const reason = bilingual(reasons.find((one) => one.id === id)?.label ?? {}, language);
                  return (
                    <li key={id} lang={reason?.lang}>
                      {reason?.text ?? id}
                    </li>
                  );
                })}
              </ul>
            ) : (
              vote.verdict === 'exclude' &&
              conflict.kind === 'reason' && <p className={styles.small}>{text.noReason}</p>
            )}
            <GivenQuotes evidence={vote.evidence ?? []} reasons={reasons} known={documents} onGo={onGo} />
            {conflict.notes
              ?.filter((note) => note.by.id === vote.reviewer.id)
              .map((note) => (
                <p key={note.at} className={styles.noted}>
                  <span className={styles.small}>{text.noted}</span> {note.text}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Act({ command, shownKey }: { command: Command | undefined; shownKey: string | undefined }) {
  if (!command) return null;
  return (
    <button type="button" className={styles.act} disabled={command.disabled} onClick={command.run}>
      {command.label}
      <KeyHint of={shownKey} />
    </button>
  );
}
