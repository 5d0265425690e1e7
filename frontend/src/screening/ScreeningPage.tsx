import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { protocolQuery, reviewQuery, sessionQuery } from '../api/queries';
import type { Protocol, Review, StageId } from '../api/schema';
import { useAccountOutbox } from '../api/accountOutbox';
import { useFormat } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { EmptyState, LinkButton, PageBody, Skeleton } from '../ui';
import { Loaded } from '../ui/Loaded';
import { EarlyKeys } from './earlyKeys';
import { useScreeningMessages } from './messages';
import { notebookFor } from './notes/api';
import { Screening } from './Screening';
import { sessionFor } from './sessions';

export function ScreeningPage() {
  const { reviewId = '', stage } = useParams();
  const stageId: StageId = stage === 'full-text' ? 'full-text' : 'title-abstract';
  const text = useScreeningMessages();
  const review = useQuery(reviewQuery(reviewId));
  // The protocol may be amended meanwhile; criteria and reasons then change, the record on the page does not.
  const protocol = useQuery(protocolQuery(reviewId));
  useTitle(text.pageTitle[stageId], review.data?.title);
  if (review.data && protocol.data) {
    return <Admitted key={stageId} review={review.data} protocol={protocol.data.value} stage={stageId} />;
  }
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

const parts = ['no-abstract', 'later', 'maybe', 'not-retrieved'] as const;

function Admitted({ review, protocol, stage }: { review: Review; protocol: Protocol; stage: StageId }) {
  const text = useScreeningMessages();
  const format = useFormat();
  const outbox = useAccountOutbox();
  const account = useQuery(sessionQuery).data?.account?.id;
  const [params] = useSearchParams();
  // It outlives the parts of the queue between which somebody changes.
  const [early] = useState(() => new EarlyKeys());
  const only = parts.find((part) => part === params.get('only'));
  const tag = params.get('tag') ?? undefined;
  const value = params.get('value') ?? undefined;
  const session = useMemo(
    () => (account === undefined ? undefined : sessionFor(account, review.id, stage, { only, tag, value })),
    [account, review.id, stage, only, tag, value],
  );
  const closed = review.stages.find((one) => one.stage === stage && one.state === 'closed');
  if (!review.roles.includes('reviewer')) {
    return (
      <PageBody>
        <EmptyState title={text.notAReviewer}>{text.notAReviewerText}</EmptyState>
      </PageBody>
    );
  }
  if (closed) {
    return (
      <PageBody>
        <EmptyState
          title={text.closed}
          actions={
            <>
              <LinkButton to="decisions" kind="primary">
                {text.mine}
              </LinkButton>
              <LinkButton to={`/reviews/${review.id}`}>{text.toOverview}</LinkButton>
            </>
          }
        >
          {text.closedText(format.dateTime(closed.since))}
        </EmptyState>
      </PageBody>
    );
  }
  if (!session || !outbox || account === undefined) return <Skeleton />;
  return (
    <Screening
      key={`${only ?? ''} ${tag ?? ''} ${value ?? ''}`}
      review={review}
      protocol={protocol}
      stage={stage}
      selection={{ only, tag, value }}
      session={session}
      notebook={notebookFor(account, review.id)}
      outbox={outbox}
      early={early}
    />
  );
}
