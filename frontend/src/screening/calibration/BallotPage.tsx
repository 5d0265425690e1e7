import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { http } from '../../api/http';
import { calibrationRoundQuery, protocolQuery, reviewQuery, sessionQuery } from '../../api/queries';
import type { Ballot, CalibrationRoundWhole, Protocol, Reason, Verdict } from '../../api/schema';
import { DoublePress } from '../../lib/doublePress';
import { highlighter } from '../../lib/highlights';
import { bilingual, useLanguage } from '../../lib/i18n';
import { type Command } from '../../lib/keyboard';
import { rememberedShortcuts, rememberShortcuts, useShortcuts, withOwnKeys } from '../../lib/shortcuts';
import { useTitle } from '../../lib/title';
import { Button, EmptyState, LinkButton, Loaded, PageBody, ProblemNote } from '../../ui';
import { KeySheet } from '../../ui/keys/KeySheet';
import { focusRecord } from '../../ui/reader/focus';
import { RecordReader } from '../../ui/reader/RecordReader';
import { CriteriaList } from '../CriteriaList';
import { useScreeningMessages } from '../messages';
import { inOrder, ReasonList } from '../ReasonList';
import { KeyHint } from '../KeyHint';
import { VerdictButton } from '../VerdictButton';
import styles from '../screening.module.css';
import { isNarrow, useRecordOnTop } from '../useRecordOnTop';
import { ballotsOf, nextOpen, type Ballots } from './ballots';

export function BallotPage() {
  const { reviewId = '', roundId = '' } = useParams();
  const text = useScreeningMessages();
  const review = useQuery(reviewQuery(reviewId));
  const protocol = useQuery(protocolQuery(reviewId));
  const account = useQuery(sessionQuery).data?.account?.id;
  const whole = useQuery({
    ...calibrationRoundQuery(reviewId, roundId),
    // Not under the review's key: the stream must not move a record away from under its reader.
    queryKey: ['calibration-ballot', reviewId, roundId],
    staleTime: Infinity,
    gcTime: 0,
  });
  useTitle(text.calibration.title, review.data?.title);
  if (review.data && !review.data.roles.includes('reviewer')) {
    return (
      <PageBody>
        <EmptyState title={text.notAReviewer}>{text.notAReviewerText}</EmptyState>
      </PageBody>
    );
  }
  if (whole.data?.round.revealedAt !== undefined)
    return <Navigate to={`/reviews/${reviewId}/calibration/${roundId}`} replace />;
  if (whole.data && protocol.data && account !== undefined) {
    return <Voting review={reviewId} protocol={protocol.data.value} account={account} whole={whole.data} />;
  }
  return (
    <PageBody>
      <Loaded query={whole}>{() => <Loaded query={protocol}>{() => null}</Loaded>}</Loaded>
    </PageBody>
  );
}

interface VotingProps {
  review: string;
  protocol: Protocol;
  account: string;
  whole: CalibrationRoundWhole;
}

interface Choice {
  readonly itemId?: number | undefined;
  readonly ticked: readonly string[];
  readonly asked: boolean;
}

const noChoice: Choice = { ticked: [], asked: false };

function Voting({ review, protocol, account, whole }: VotingProps) {
  const all = useScreeningMessages();
  const text = all.calibration;
  const label = all.commands;
  const language = useLanguage();
  const client = useQueryClient();
  const { items, round } = whole;
  const [ballots, setBallots] = useState<Ballots>(() => ballotsOf(items));
  const [at, setAt] = useState(() => nextOpen(items, ballotsOf(items), -1));
  const [choice, setChoice] = useState<Choice>(noChoice);
  const [criteriaOpen, setCriteriaOpen] = useState(() => !isNarrow());
  const [marks, setMarks] = useState<'strong' | 'off'>('strong');
  const [help, setHelp] = useState(false);
  const [inputMethod, setInputMethod] = useState(false);
  const [shortcuts, setShortcuts] = useState(() => rememberedShortcuts(account));
  const [presses] = useState(() => new DoublePress());
  const find = useMemo(() => highlighter(protocol.highlights), [protocol.highlights]);
  const item = at === undefined ? undefined : items[at];
  const itemId = item?.itemId;
  const mine = itemId === undefined ? undefined : ballots.get(itemId);
  const { ticked, asked } = choice.itemId === itemId ? choice : { ...noChoice, ticked: mine?.reasons ?? [] };
  const reader = useRecordOnTop(itemId, undefined);
  const toRound = `/reviews/${review}/calibration/${round.id}`;

  const cast = useMutation({
    // One after the other, or an earlier vote on a record could arrive after the later one.
    scope: { id: `calibration ${round.id}` },
    mutationFn: ({ about, ballot }: { about: number; ballot: Ballot; before: Ballot | undefined }) =>
      http.put(`${toRound}/records/${about}/vote`, ballot),
    onError: (_, { about, before }) => setBallots((now) => withBallot(now, about, before)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', review] }),
  });

  function decide(verdict: Verdict, reasons: readonly string[]) {
    if (itemId === undefined || at === undefined || !presses.counts()) return;
    const ballot: Ballot = { verdict, reasons: [...reasons] };
    cast.mutate({ about: itemId, ballot, before: mine });
    const now = withBallot(ballots, itemId, ballot);
    setBallots(now);
    setChoice(noChoice);
    setInputMethod(false);
    setAt(mine ? Math.min(at + 1, items.length - 1) : nextOpen(items, now, at));
  }

  function exclude() {
    if (protocol.policy.reasonsAtTitleAbstract && ticked.length === 0)
      setChoice({ itemId, ticked, asked: true });
    else decide('exclude', inOrder(protocol.reasons, ticked));
  }

  function excludeFor(reason: Reason) {
    decide('exclude', inOrder(protocol.reasons, [...ticked, reason.id]));
  }

  function move(by: 1 | -1) {
    setAt(Math.min(Math.max((at ?? items.length) + by, 0), items.length - 1));
  }

  const none = item === undefined;
  const usual: readonly Command[] = [
    { id: 'include', label: label.include, key: 'KeyI', disabled: none, run: () => decide('include', []) },
    { id: 'maybe', label: label.maybe, key: 'KeyU', disabled: none, run: () => decide('maybe', []) },
    { id: 'exclude', label: label.exclude, key: 'KeyE', disabled: none, run: exclude },
    ...protocol.reasons.slice(0, 9).map((reason, i) => ({
      id: `reason-${i + 1}`,
      label: all.excludeFor(bilingual(reason.label, language)?.text ?? ''),
      key: `Digit${i + 1}`,
      disabled: none,
      run: () => excludeFor(reason),
    })),
    { id: 'next', label: label.next, key: 'KeyJ', run: () => move(1) },
    { id: 'next-too', label: label.next, key: 'ArrowDown', run: () => move(1) },
    { id: 'previous', label: label.previous, key: 'KeyK', run: () => move(-1) },
    { id: 'previous-too', label: label.previous, key: 'ArrowUp', run: () => move(-1) },
    { id: 'criteria', label: label.criteria, key: 'KeyC', run: () => setCriteriaOpen(!criteriaOpen) },
    {
      id: 'highlights',
      label: label.highlights,
      key: 'KeyH',
      run: () => setMarks(marks === 'off' ? 'strong' : 'off'),
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
  const shownKey = (id: string) => (shortcuts.singleKeys ? command(id)?.key || undefined : undefined);

  return (
    <div className={styles.screen}>
      <div className={styles.progress}>
        <span className={styles.count}>{text.voted(ballots.size, items.length)}</span>
        <span>{text.notCounted}</span>
      </div>
      <section className={styles.read} ref={reader} aria-label={all.record}>
        {item && (
          <RecordReader record={item.record} find={find} strength={marks} mask={protocol.policy.mask} />
        )}
        {none && (
          <EmptyState
            title={text.finished}
            actions={
              <>
                <LinkButton to={toRound} kind="primary">
                  {text.toRound}
                </LinkButton>
                <Button onClick={() => setAt(0)}>{text.lookAgain}</Button>
              </>
            }
          >
            {text.finishedText}
          </EmptyState>
        )}
      </section>
      <aside className={styles.side} aria-label={all.decision}>
        {cast.isError && (
          <>
            <p role="alert">{text.notRecorded}</p>
            <ProblemNote problem={cast.error} />
          </>
        )}
        <div className={styles.votes}>
          {(['include', 'maybe', 'exclude'] as const).map((verdict) => (
            <VerdictButton
              key={verdict}
              command={command(verdict)}
              verdict={verdict}
              chosen={mine?.verdict}
              shownKey={shownKey(verdict)}
            />
          ))}
        </div>
        <ReasonList
          reasons={protocol.reasons}
          ticked={ticked}
          asked={asked}
          disabled={none}
          withNumbers={shortcuts.singleKeys}
          onTick={({ id }) =>
            setChoice({
              itemId,
              asked: false,
              ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id],
            })
          }
          onExclude={excludeFor}
        />
        <h2 className={styles.sideHead}>
          <button type="button" aria-expanded={criteriaOpen} onClick={command('criteria')?.run}>
            {all.criteria(protocol.version)}
          </button>
          <KeyHint of={shownKey('criteria')} />
        </h2>
        {criteriaOpen && <CriteriaList criteria={protocol.criteria} />}
      </aside>
      <footer className={styles.foot}>
        <span role="status" className={styles.hint}>
          {inputMethod ? all.inputMethod : ''}
        </span>
        <span className={styles.right}>
          {['previous', 'next', 'help'].map((id) => (
            <button key={id} type="button" className={styles.act} onClick={command(id)?.run}>
              {command(id)?.label}
              <KeyHint of={shownKey(id)} />
            </button>
          ))}
        </span>
      </footer>
      {help && (
        <KeySheet
          commands={commands}
          shortcuts={shortcuts}
          onChange={(changed) => {
            setShortcuts(changed);
            rememberShortcuts(account, changed);
          }}
          onClose={() => setHelp(false)}
        />
      )}
    </div>
  );
}

function withBallot(ballots: Ballots, itemId: number, ballot: Ballot | undefined): Ballots {
  const now = new Map(ballots);
  if (ballot) now.set(itemId, ballot);
  else now.delete(itemId);
  return now;
}
