import type { MyShare, Review, StageId } from '../api/schema';
import { Button, EmptyState, LinkButton, ProblemNote } from '../ui';
import type { Selection } from './api';
import { useScreeningMessages } from './messages';

/** Never only a picture: what was done, and where the next useful work is. */
export function AllDone({
  review,
  stage,
  voted,
  share,
  part,
  onLookAgain,
}: {
  review: Review;
  stage: StageId;
  voted: number;
  share?: MyShare | undefined;
  part?: Selection['only'];
  onLookAgain: () => void;
}) {
  const text = useScreeningMessages();
  const base = `/reviews/${review.id}`;
  const more = <Button onClick={onLookAgain}>{text.lookAgain}</Button>;
  if (part === 'not-retrieved') {
    return (
      <EmptyState
        title={text.nothingMissing}
        actions={<LinkButton to={`${base}/screening/${stage}`}>{text.parts.all}</LinkButton>}
      >
        {text.nothingMissingText}
      </EmptyState>
    );
  }
  if (share !== undefined && share.state !== 'open') {
    return (
      <EmptyState
        title={text.share[share.state].title}
        actions={
          <>
            <LinkButton to={base} kind="primary">
              {text.toOverview}
            </LinkButton>
            {voted > 0 && <LinkButton to="decisions">{text.mine}</LinkButton>}
            {more}
          </>
        }
      >
        {text.share[share.state].text}
      </EmptyState>
    );
  }
  if (voted === 0) {
    return (
      <EmptyState
        title={text.nothingYet}
        actions={
          <>
            <LinkButton
              to={stage === 'title-abstract' ? `${base}/import` : `${base}/screening/title-abstract`}
              kind="primary"
            >
              {stage === 'title-abstract' ? text.toImport : text.pageTitle['title-abstract']}
            </LinkButton>
            {more}
          </>
        }
      >
        {text.nothingYetText[stage]}
      </EmptyState>
    );
  }
  const fullTextOpen = stage === 'title-abstract' && (review.rail['full-text'].mine?.remaining ?? 0) > 0;
  return (
    <EmptyState
      title={text.allDone(voted)}
      actions={
        <>
          {fullTextOpen ? (
            <LinkButton to={`${base}/screening/full-text`} kind="primary">
              {text.toFullText}
            </LinkButton>
          ) : (
            <LinkButton to={base} kind="primary">
              {text.toOverview}
            </LinkButton>
          )}
          <LinkButton to="decisions">{text.mine}</LinkButton>
          {more}
        </>
      }
    >
      {text.allDoneText}
    </EmptyState>
  );
}

export function CannotFetch({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const text = useScreeningMessages();
  return (
    <>
      <ProblemNote problem={failure} onRetry={onRetry} />
      <p>{text.cannotFetchText}</p>
    </>
  );
}
