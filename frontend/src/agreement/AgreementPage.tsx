import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { address } from '../api/http';
import { protocolQuery, reviewQuery } from '../api/queries';
import type { StageId } from '../api/schema';
import { useTitle } from '../lib/title';
import { Problem } from '../lib/problem';
import { Card, EmptyState, Loaded, PageBody, PageHeader, PlainLinkButton, Select } from '../ui';
import styles from './agreement.module.css';
import { agreementQuery, type MaybeChoice, type VotesChoice } from './api';
import { Divides } from './Divides';
import { useAgreementMessages } from './messages';
import { PairCard, TogetherTable } from './PairCard';

const stages: readonly StageId[] = ['title-abstract', 'full-text'];
const voteChoices: readonly VotesChoice[] = ['first', 'final'];
const maybeChoices: readonly MaybeChoice[] = ['own', 'include', 'exclude'];

/** The choices are in the address, so that a view can be passed on. */
export function AgreementPage() {
  const { reviewId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const text = useAgreementMessages();
  const stage = chosen(stages, search.get('stage'), 'title-abstract');
  const votes = chosen(voteChoices, search.get('votes'), 'first');
  const maybe = chosen(maybeChoices, search.get('maybe'), 'include');
  const review = useQuery(reviewQuery(reviewId));
  const protocol = useQuery(protocolQuery(reviewId));
  const agreement = useQuery(agreementQuery(reviewId, stage, votes, maybe));
  useTitle(text.title, review.data?.title);
  if (agreement.error instanceof Problem && agreement.error.code === 'blinded') {
    return (
      <PageBody>
        <EmptyState title={text.blinded}>{text.blindedText}</EmptyState>
      </PageBody>
    );
  }
  const choose = (name: string) => (value: string) =>
    setSearch(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <div className={styles.choices}>
        <Select
          label={text.stage}
          value={stage}
          options={stages.map((value) => ({ value, label: text.stages[value] }))}
          onChange={choose('stage')}
        />
        <Select
          label={text.votes}
          hint={text.votesHint[votes]}
          value={votes}
          options={voteChoices.map((value) => ({ value, label: text.votesChoice[value] }))}
          onChange={choose('votes')}
        />
        <Select
          label={text.maybe}
          value={maybe}
          options={maybeChoices.map((value) => ({ value, label: text.maybeChoice[value] }))}
          onChange={choose('maybe')}
        />
        <PlainLinkButton
          href={address(`/reviews/${reviewId}/stages/${stage}/agreement.csv`, { votes, maybe })}
          download
          size="small"
        >
          {text.download}
        </PlainLinkButton>
      </div>
      <Loaded query={agreement} lines={8}>
        {({ pairs, classes, together, divides }) =>
          pairs.length === 0 ? (
            <EmptyState title={text.none}>{text.noneText}</EmptyState>
          ) : (
            <>
              {together.raters > 2 && (
                <Card>
                  <div className={styles.part}>
                    <h2 className={styles.head}>
                      {text.together(together.raters)}{' '}
                      <span className={styles.muted}>{text.shared(together.items)}</span>
                    </h2>
                    <TogetherTable together={together} classes={classes} />
                  </div>
                </Card>
              )}
              {divides.length > 0 && (
                <Card>
                  <Divides
                    divides={divides}
                    reasons={protocol.data?.value.reasons ?? []}
                    criteria={protocol.data?.value.criteria ?? []}
                  />
                </Card>
              )}
              {pairs.map((pair) => (
                <PairCard
                  key={`${pair.first.id} ${pair.second.id}`}
                  pair={pair}
                  classes={classes}
                  reasons={protocol.data?.value.reasons ?? []}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </PageBody>
  );
}

function chosen<T extends string>(from: readonly T[], word: string | null, usual: T): T {
  return from.find((one) => one === word) ?? usual;
}
