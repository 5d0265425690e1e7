import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAccountOutbox, useOutboxSnapshot } from '../api/accountOutbox';
import type { Outbox } from '../api/outbox';
import { protocolQuery } from '../api/queries';
import type { MyVote, Reason, StageId, Verdict } from '../api/schema';
import { bilingual, languageOf, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Button, Dialog, EmptyState, LinkButton, PageBody, PageHeader, ProblemNote, Skeleton } from '../ui';
import { SavedState } from '../ui/outbox/SavedState';
import { RecordPanel } from '../ui/reader/RecordPanel';
import { fetchMyVotes, myVotesKey } from './api';
import { GivenQuotes } from './document/QuoteList';
import { drafted, evidenceFor } from './document/quotes';
import { useScreeningMessages } from './messages';
import { tagsQuery } from './notes/api';
import { tagText } from './notes/notebook';
import { inOrder, ReasonList } from './ReasonList';
import { decisionNow, voteCommand, withdrawCommand } from './session';
import styles from './screening.module.css';

const verdicts: readonly Verdict[] = ['include', 'maybe', 'exclude'];

/** What I decided, newest first, to be looked up and changed. */
export function DecisionsPage() {
  const { reviewId = '', stage } = useParams();
  const stageId: StageId = stage === 'full-text' ? 'full-text' : 'title-abstract';
  const text = useScreeningMessages();
  const common = useCommon();
  const outbox = useAccountOutbox();
  const [verdict, setVerdict] = useState<Verdict>();
  const [params, setParams] = useSearchParams();
  const tag = params.get('tag') ?? '';
  const value = params.get('value') ?? '';
  const tags = useQuery(tagsQuery(reviewId)).data ?? [];
  const protocol = useQuery(protocolQuery(reviewId));
  const votes = useInfiniteQuery({
    queryKey: myVotesKey(reviewId, stageId, verdict, tag, value),
    queryFn: ({ pageParam }) => fetchMyVotes(reviewId, stageId, verdict, tag, value, pageParam),
    initialPageParam: cursorAtStart(),
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  useTitle(text.decisionsTitle, text.pageTitle[stageId]);
  const items = votes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageBody>
      <PageHeader
        title={`${text.decisionsTitle} · ${text.pageTitle[stageId]}`}
        actions={<LinkButton to={`/reviews/${reviewId}/screening/${stageId}`}>{text.back}</LinkButton>}
      >
        {text.decisionsText}
      </PageHeader>
      <div className={styles.filters} role="group" aria-label={text.show}>
        <button type="button" aria-pressed={verdict === undefined} onClick={() => setVerdict(undefined)}>
          {text.all}
        </button>
        {verdicts.map((one) => (
          <button key={one} type="button" aria-pressed={verdict === one} onClick={() => setVerdict(one)}>
            {common.verdict[one]}
          </button>
        ))}
        {tags.length > 0 && (
          <select
            className={styles.partOfQueue}
            aria-label={text.notes.withTag}
            value={tagPart(tag, value)}
            onChange={(event) => setParams(event.target.value)}
          >
            <option value="">{text.notes.anyTag}</option>
            {tags.flatMap(({ id, name, options = [], values = [] }) => [
              <option key={id} value={tagPart(id)}>
                {name}
              </option>,
              ...[...new Set([...options, ...values.map((one) => one.value)])].map((one) => (
                <option key={`${id} ${one}`} value={tagPart(id, one)}>
                  {tagText(name, one)}
                </option>
              )),
            ])}
          </select>
        )}
        {outbox && <SavedState outbox={outbox} />}
      </div>
      {votes.isPending && <Skeleton />}
      {votes.isError && <ProblemNote problem={votes.error} onRetry={() => void votes.refetch()} />}
      {votes.isSuccess && items.length === 0 && (
        <EmptyState title={text.noDecisions}>{text.noDecisionsText}</EmptyState>
      )}
      {outbox && (
        <ul className={styles.decisions}>
          {items.map((vote) => (
            <DecisionRow
              key={vote.itemId}
              review={reviewId}
              stage={stageId}
              vote={vote}
              protocolVersion={protocol.data?.value.version ?? 1}
              reasons={protocol.data?.value.reasons ?? []}
              needsReason={
                stageId === 'full-text' || protocol.data?.value.policy.reasonsAtTitleAbstract === true
              }
              outbox={outbox}
            />
          ))}
        </ul>
      )}
      {votes.hasNextPage && (
        <Button busy={votes.isFetchingNextPage} onClick={() => void votes.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </PageBody>
  );
}

/** A tag and what it says, as the end of the address of the page. */
function tagPart(tag: string, value = ''): string {
  return new URLSearchParams({ ...(tag && { tag }), ...(value && { value }) }).toString();
}

function cursorAtStart(): string | undefined {
  return undefined;
}

interface DecisionRowProps {
  review: string;
  stage: StageId;
  vote: MyVote;
  protocolVersion: number;
  reasons: readonly Reason[];
  needsReason: boolean;
  outbox: Outbox;
}

/** What this row says until the list is read again: "none" after the decision was taken back. */
type Changed = { readonly verdict: Verdict; readonly voteId: string } | 'none' | undefined;

function DecisionRow({
  review,
  stage,
  vote,
  protocolVersion,
  reasons,
  needsReason,
  outbox,
}: DecisionRowProps) {
  const text = useScreeningMessages();
  const common = useCommon();
  const format = useFormat();
  const language = useLanguage();
  const { waiting } = useOutboxSnapshot(outbox);
  const [changed, setChanged] = useState<Changed>();
  const [asking, setAsking] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [reading, setReading] = useState(false);
  const { itemId, record } = vote;
  const title = record.title ?? record.titles?.en ?? record.titles?.zh ?? common.untitled(record.id);
  const verdict = changed === undefined ? vote.verdict : changed === 'none' ? undefined : changed.verdict;
  const onItsWay = waiting.some((command) => command.lane === `${review}/${stage}/${itemId}`);
  const item = { itemId, version: protocolVersion, record };

  function change(to: Verdict, chosen: readonly string[]) {
    // Quotes are for what was decided then; with another verdict they say nothing.
    const still = to === vote.verdict ? evidenceFor(drafted(vote.evidence ?? []), chosen) : [];
    const decision = decisionNow(to, chosen, still);
    void outbox.add(voteCommand(review, stage, item, decision));
    setChanged(decision);
    setAsking(false);
    setTicked([]);
  }

  function takeBack() {
    void outbox.add(
      withdrawCommand(review, stage, item, typeof changed === 'object' ? changed.voteId : vote.voteId),
    );
    // A vote that was changed here comes back as it was.
    setChanged(typeof changed === 'object' ? undefined : 'none');
  }

  return (
    <li>
      <div>
        <p className={styles.decisionTitle} lang={languageOf(title)}>
          <button type="button" onClick={() => setReading(true)}>
            {title}
          </button>
        </p>
        <p className={styles.decisionMeta}>
          {[
            record.year,
            format.dateTime(vote.at),
            verdict === undefined ? text.takenBack : common.verdict[verdict],
            changed === undefined &&
              vote.reasons
                .map(
                  (id) => bilingual(reasons.find((reason) => reason.id === id)?.label ?? {}, language)?.text,
                )
                .filter(Boolean)
                .join('; '),
            onItsWay && text.notSentYet,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {changed === undefined && <GivenQuotes evidence={vote.evidence ?? []} reasons={reasons} />}
      </div>
      <div className={styles.change} role="group" aria-label={text.changeTo}>
        {verdicts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={verdict === one}
            aria-label={text.changeRecord(title, common.verdict[one])}
            onClick={() => {
              if (one === 'exclude' && needsReason) setAsking(true);
              else if (one !== verdict) change(one, []);
            }}
          >
            {common.verdict[one]}
          </button>
        ))}
        <button
          type="button"
          disabled={verdict === undefined}
          aria-label={text.withdrawRecord(title)}
          onClick={takeBack}
        >
          {text.withdraw}
        </button>
      </div>
      {asking && (
        <Dialog title={text.pickReason} onClose={() => setAsking(false)}>
          <ReasonList
            reasons={reasons}
            ticked={ticked}
            asked={false}
            disabled={false}
            withNumbers={false}
            onTick={({ id }) =>
              setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])
            }
            onExclude={({ id }) => change('exclude', inOrder(reasons, [...ticked, id]))}
          />
        </Dialog>
      )}
      {reading && <RecordPanel review={review} record={record.id} onClose={() => setReading(false)} />}
    </li>
  );
}
