import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import type { Review, StageId } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { useTitle } from '../lib/title';
import {
  Badge,
  Button,
  Dialog,
  LinkButton,
  Loaded,
  Note,
  PageBody,
  PageHeader,
  ProblemNote,
  ProgressBar,
  TextArea,
} from '../ui';
import { setStage } from './api';
import { useText } from './messages';
import styles from './review.module.css';

export function ReviewHomePage() {
  const { reviewId = '' } = useParams();
  const review = useQuery(reviewQuery(reviewId));
  useTitle(review.data?.title);
  return (
    <PageBody>
      <Loaded query={review}>{(data) => <Overview review={data} />}</Loaded>
    </PageBody>
  );
}

function Overview({ review }: { review: Review }) {
  const text = useText().overview;
  const { role } = useCommon();
  const format = useFormat();
  return (
    <>
      <PageHeader title={review.title}>
        {text.intro(format.enumerate(review.roles.map((one) => role[one])))}
      </PageHeader>
      <Next review={review} />
      {review.blinded && <Note>{<p>{text.blinded}</p>}</Note>}
      <Pipeline review={review} />
    </>
  );
}

/** The one thing that this person should do now. */
function Next({ review }: { review: Review }) {
  const text = useText().overview;
  const home = useText().home;
  const { rail, roles } = review;
  const base = `/reviews/${review.id}`;
  const lead = roles.includes('lead');
  const conflicts = (rail.conflicts?.titleAbstract ?? 0) + (rail.conflicts?.fullText ?? 0);
  const first = rail['title-abstract'].mine ?? { voted: 0, remaining: 0 };
  const second = rail['full-text'].mine ?? { voted: 0, remaining: 0 };
  function next(): { says: string; to?: string; does?: string } {
    if (lead && !rail.protocol.done)
      return { says: text.nextProtocolText, to: `${base}/protocol`, does: text.nextProtocol };
    if (lead && rail.import.records === 0)
      return { says: text.nextImportText, to: `${base}/import`, does: text.nextImport };
    if (first.remaining > 0)
      return {
        says: home.toScreen(first.remaining),
        to: `${base}/screening/title-abstract`,
        does: text.nextScreen,
      };
    if (conflicts > 0)
      return { says: home.toSettle(conflicts), to: `${base}/conflicts`, does: text.nextConflicts };
    if (second.remaining > 0)
      return { says: home.toRead(second.remaining), to: `${base}/screening/full-text`, does: text.nextRead };
    if (!review.blinded && rail.flow)
      return { says: text.included(rail.flow.included), to: `${base}/flow`, does: text.nextFlow };
    return { says: first.voted > 0 ? text.allDone(first.voted) : text.waiting };
  }
  const { says, to, does } = next();
  return (
    <section className={styles.resume} aria-label={text.next}>
      <p className={styles.resumeCount}>{says}</p>
      {to && does && (
        <LinkButton to={to} kind="primary">
          {does}
        </LinkButton>
      )}
    </section>
  );
}

function Pipeline({ review }: { review: Review }) {
  const text = useText().overview;
  const common = useCommon();
  const { rail } = review;
  const base = `/reviews/${review.id}`;
  const imported = rail.import.records > 0;
  return (
    <section className={styles.section} aria-labelledby="pipeline">
      <h2 id="pipeline">{text.pipeline}</h2>
      <ol className={styles.steps}>
        <Step to={`${base}/protocol`} name={text.protocol} done={rail.protocol.done}>
          <span>
            {rail.protocol.done ? text.protocolVersion(rail.protocol.version) : text.protocolMissing}
          </span>
        </Step>
        <Step to={`${base}/import`} name={text.import} done={imported && rail.import.waiting === 0}>
          <span>{text.importRecords(rail.import.records)}</span>
          {rail.import.waiting > 0 && <span>{text.importWaiting(rail.import.waiting)}</span>}
        </Step>
        <Step to={`${base}/duplicates`} name={text.duplicates} done={imported}>
          <span>{text.duplicatesClusters(rail.duplicates.clusters)}</span>
          <span>{text.duplicatesFound(rail.duplicates.duplicates)}</span>
        </Step>
        <StageStep review={review} stage="title-abstract" />
        {rail.conflicts && (
          <Step
            to={`${base}/conflicts`}
            name={text.conflicts}
            done={imported && rail.conflicts.titleAbstract + rail.conflicts.fullText === 0}
          >
            <span>{text.conflictsOf(common.stage['title-abstract'], rail.conflicts.titleAbstract)}</span>
            <span>{text.conflictsOf(common.stage['full-text'], rail.conflicts.fullText)}</span>
          </Step>
        )}
        <StageStep review={review} stage="full-text" />
        {rail.flow && (
          <Step to={`${base}/flow`} name={text.flow} done={false}>
            <span>{text.included(rail.flow.included)}</span>
          </Step>
        )}
      </ol>
    </section>
  );
}

function Step({
  to,
  name,
  done,
  children,
  more,
}: {
  to: string;
  name: string;
  done: boolean;
  children: ReactNode;
  more?: ReactNode;
}) {
  const text = useText().overview;
  return (
    <li className={styles.step}>
      <span className={styles.tick} role={done ? 'img' : undefined} aria-label={done ? text.done : undefined}>
        {done ? '✓' : ''}
      </span>
      <Link className={styles.stepName} to={to}>
        {name}
      </Link>
      <div className={styles.stepFacts}>{children}</div>
      <div>{more}</div>
    </li>
  );
}

function StageStep({ review, stage }: { review: Review; stage: StageId }) {
  const text = useText().overview;
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const [closing, setClosing] = useState(false);
  const progress = review.rail[stage];
  const state = review.stages.find((one) => one.stage === stage);
  const mine = progress.mine ?? { voted: 0, remaining: 0 };
  const all = mine.voted + mine.remaining;
  const begun = all > 0 || (progress.total ?? 0) > 0;
  const closed = state?.state === 'closed';
  const reopen = useMutation({
    mutationFn: () => setStage(review.id, stage, { state: 'open' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', review.id] }),
  });
  return (
    <Step
      to={`/reviews/${review.id}/screening/${stage}`}
      name={common.stage[stage]}
      done={closed || (mine.voted > 0 && mine.remaining === 0)}
      more={
        <div className={styles.row}>
          {closed && (
            <Badge tone="good">{`${text.closedStage} ${text.since(format.date(state.since))}`}</Badge>
          )}
          {review.roles.includes('lead') &&
            begun &&
            (closed ? (
              <Button size="small" busy={reopen.isPending} onClick={() => reopen.mutate()}>
                {text.reopen(common.stage[stage])}
              </Button>
            ) : (
              <Button size="small" onClick={() => setClosing(true)}>
                {text.close(common.stage[stage])}
              </Button>
            ))}
        </div>
      }
    >
      {all > 0 ? (
        <>
          <span>{text.mine(mine.voted, all)}</span>
          <ProgressBar value={mine.voted} max={all} label={text.mine(mine.voted, all)} />
        </>
      ) : (
        progress.total === undefined && <span>{text.nobody}</span>
      )}
      {progress.total !== undefined && progress.decided !== undefined && (
        <span>{text.team(progress.decided, progress.total)}</span>
      )}
      {reopen.isError && <ProblemNote problem={reopen.error} />}
      {closing && <CloseStage reviewId={review.id} stage={stage} onClose={() => setClosing(false)} />}
    </Step>
  );
}

function CloseStage({ reviewId, stage, onClose }: { reviewId: string; stage: StageId; onClose: () => void }) {
  const text = useText().overview;
  const common = useCommon();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const close = useMutation({
    mutationFn: (waive: boolean) =>
      setStage(
        reviewId,
        stage,
        waive ? { state: 'closed', waive: true, reason: reason.trim() } : { state: 'closed' },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onClose();
    },
  });
  const notFinished =
    close.error instanceof Problem && close.error.code === 'stage-not-finished' ? close.error : undefined;
  const unfinished = notFinished !== undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    close.mutate(unfinished);
  }
  return (
    <Dialog title={text.closeTitle(common.stage[stage])} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{text.closeText}</p>
        {notFinished ? (
          <>
            <Note tone="warn" announce>
              <p>{notFinished.message}</p>
              <p>{text.notFinished}</p>
            </Note>
            <TextArea label={text.waiveReason} value={reason} onChange={setReason} required />
          </>
        ) : (
          close.isError && <ProblemNote problem={close.error} />
        )}
        <div className={styles.row}>
          <Button
            type="submit"
            kind={unfinished ? 'danger' : 'primary'}
            busy={close.isPending}
            disabled={unfinished && reason.trim() === ''}
          >
            {unfinished ? text.waiveSubmit : text.closeSubmit}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
