import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { http } from '../../api/http';
import { calibrationRoundQuery, protocolQuery, reviewQuery } from '../../api/queries';
import type {
  CalibrationItem,
  CalibrationRound,
  Criterion,
  Reason,
  Review,
  ReviewerAgreement,
} from '../../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../../lib/i18n';
import { newId } from '../../lib/ids';
import { useTitle } from '../../lib/title';
import { Button, Card, Dialog, LinkButton, Loaded, Note, PageBody, PageHeader } from '../../ui';
import { ProblemNote, RecordSummary, Table, TextArea } from '../../ui';
import agreementStyles from '../agreement.module.css';
import { useAgreementMessages } from '../messages';
import { Divides } from '../Divides';
import { PairCard, TogetherTable } from '../PairCard';
import styles from './calibration.module.css';

/** A round: while its votes are hidden who has voted, afterwards how alike and where not. */
export function RoundPage() {
  const { reviewId = '', roundId = '' } = useParams();
  const text = useAgreementMessages().calibration;
  const review = useQuery(reviewQuery(reviewId)).data;
  const protocol = useQuery(protocolQuery(reviewId)).data?.value;
  const whole = useQuery(calibrationRoundQuery(reviewId, roundId));
  useTitle(text.title, review?.title);
  return (
    <PageBody>
      <Loaded query={whole}>
        {({ round, items, agreement }) => (
          <>
            <PageHeader
              title={`${text.title} · ${text.round(round.number)}`}
              actions={<LinkButton to={`/reviews/${reviewId}/calibration`}>{text.allRounds}</LinkButton>}
            >
              {text.about(round.records, round.seed, round.protocolVersion)}
            </PageHeader>
            {review && round.revealedAt === undefined && <Hidden review={review} round={round} />}
            {review && protocol && agreement && (
              <Revealed
                review={review}
                version={protocol.version}
                reasons={protocol.reasons}
                criteria={protocol.criteria}
                round={round}
                items={items}
                agreement={agreement}
              />
            )}
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

function Hidden({ review, round }: { review: Review; round: CalibrationRound }) {
  const text = useAgreementMessages().calibration;
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const at = `/reviews/${review.id}/calibration/${round.id}`;
  const reveal = useMutation({
    mutationFn: () => http.put(`${at}/reveal`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', review.id] }),
  });
  return (
    <>
      <Note
        title={text.hidden}
        actions={
          <>
            {round.voted !== undefined && (
              <LinkButton to={`${at}/vote`} kind="primary">
                {text.vote}
              </LinkButton>
            )}
            {review.roles.includes('lead') && <Button onClick={() => setAsks(true)}>{text.reveal}</Button>}
          </>
        }
      >
        <p>{text.hiddenText}</p>
        {round.voted !== undefined && <p>{text.votedOf(round.voted, round.records)}</p>}
      </Note>
      {round.progress && (
        <Table
          caption={text.progress}
          rows={round.progress}
          rowKey={({ reviewer }) => reviewer.id}
          columns={[
            {
              key: 'reviewer',
              head: text.reviewer,
              rowHeader: true,
              cell: ({ reviewer }) => reviewer.displayName,
            },
            { key: 'voted', head: text.voted, number: true, cell: ({ voted }) => format.number(voted) },
          ]}
        />
      )}
      {asks && (
        <Dialog title={text.reveal} onClose={() => setAsks(false)}>
          <p>{text.revealText}</p>
          {reveal.isError && <ProblemNote problem={reveal.error} />}
          <div className={styles.acts}>
            <Button kind="primary" busy={reveal.isPending} onClick={() => reveal.mutate()}>
              {text.reveal}
            </Button>
            <Button onClick={() => setAsks(false)}>{common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface RevealedProps {
  review: Review;
  /** The protocol's version now. */
  version: number;
  reasons: readonly Reason[];
  criteria: readonly Criterion[];
  round: CalibrationRound;
  items: readonly CalibrationItem[];
  agreement: ReviewerAgreement;
}

function Revealed({ review, version, reasons, criteria, round, items, agreement }: RevealedProps) {
  const all = useAgreementMessages();
  const text = all.calibration;
  const differing = items.filter((item) => item.differs);
  const { pairs, classes, together, divides } = agreement;
  return (
    <>
      {version > round.protocolVersion && <Note>{text.amended(round.protocolVersion, version)}</Note>}
      {pairs.length === 0 ? (
        <Note>{text.nobodyCompared}</Note>
      ) : (
        <p className={styles.small}>{text.maybeCounts}</p>
      )}
      {pairs.length > 0 && (
        <Card>
          <h2 className={agreementStyles.head}>
            {all.together(together.raters)}{' '}
            <span className={agreementStyles.muted}>{all.shared(together.items)}</span>
          </h2>
          <TogetherTable together={together} classes={classes} />
        </Card>
      )}
      <Card>
        <div className={styles.differences}>
          <h2>
            {text.differences}{' '}
            <span className={agreementStyles.muted}>{text.differ(differing.length, items.length)}</span>
          </h2>
          {pairs.length > 0 && differing.length === 0 && <p>{text.noDifferences}</p>}
          <ul className={styles.records}>
            {differing.map((item) => (
              <Difference
                key={item.itemId}
                at={`/reviews/${review.id}/calibration/${round.id}/records/${item.itemId}`}
                review={review}
                item={item}
                reasons={reasons}
              />
            ))}
          </ul>
          {review.roles.includes('lead') && (
            <div>
              <LinkButton to={`/reviews/${review.id}/protocol`}>{text.amend}</LinkButton>
            </div>
          )}
        </div>
      </Card>
      {divides.length > 0 && (
        <Card>
          <Divides divides={divides} reasons={reasons} criteria={criteria} />
        </Card>
      )}
      {pairs.map((pair) => (
        <PairCard
          key={`${pair.first.id} ${pair.second.id}`}
          pair={pair}
          classes={classes}
          reasons={reasons}
          overTime={false}
        />
      ))}
    </>
  );
}

interface DifferenceProps {
  /** The record's address in the round. */
  at: string;
  review: Review;
  item: CalibrationItem;
  reasons: readonly Reason[];
}

function Difference({ at, review, item, reasons }: DifferenceProps) {
  const text = useAgreementMessages().calibration;
  const common = useCommon();
  const format = useFormat();
  const language = useLanguage();
  const client = useQueryClient();
  const [message, setMessage] = useState('');
  const write = useMutation({
    mutationFn: ({ id, said }: { id: string; said: string }) =>
      http.put(`${at}/messages/${id}`, { text: said }),
    onSuccess: () => {
      setMessage('');
      return client.invalidateQueries({ queryKey: ['review', review.id, 'calibration'] });
    },
  });
  const label = (id: string) => bilingual(reasons.find((one) => one.id === id)?.label ?? {}, language);
  const mayWrite = review.roles.some((role) => role !== 'observer');
  return (
    <li className={styles.record}>
      <RecordSummary record={item.record} />
      <ul className={styles.votes}>
        {(item.votes ?? []).map((vote) => (
          <li key={vote.reviewer.id} data-verdict={vote.verdict}>
            {vote.reviewer.displayName}: <b>{common.verdict[vote.verdict]}</b>
            {vote.reasons.map((id) => (
              <span key={id} className={styles.small} lang={label(id)?.lang}>
                {' · '}
                {label(id)?.text ?? id}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <section aria-label={text.discussion} className={styles.discussion}>
        {(item.messages ?? []).length > 0 && (
          <ol className={styles.messages}>
            {(item.messages ?? []).map((one) => (
              <li key={one.id}>
                <b>{one.author.displayName}</b>{' '}
                <span className={styles.small}>{format.dateTime(one.at)}</span>
                <p>{one.text}</p>
              </li>
            ))}
          </ol>
        )}
        {mayWrite && (
          <>
            <TextArea label={text.message} value={message} onChange={setMessage} rows={2} maxLength={4000} />
            <div>
              <Button
                size="small"
                busy={write.isPending}
                disabled={message.trim() === ''}
                onClick={() => write.mutate({ id: newId(), said: message.trim() })}
              >
                {text.send}
              </Button>
            </div>
          </>
        )}
        {write.isError && <ProblemNote problem={write.error} />}
      </section>
    </li>
  );
}
