import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { http } from '../api/http';
import { reviewQuery } from '../api/queries';
import type { Cockpit, CockpitStage } from '../api/schema';
import { useFormat } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Badge, Card, LinkButton, Loaded, Note, PageBody, PageHeader, ProgressBar, Table } from '../ui';
import styles from './cockpit.module.css';
import { useCockpitMessages } from './messages';
import { Trend } from './Trend';

export function CockpitPage() {
  const { reviewId = '' } = useParams();
  const text = useCockpitMessages();
  const review = useQuery(reviewQuery(reviewId));
  const cockpit = useQuery({
    // Under the room that the stream names whenever somebody votes.
    queryKey: ['review', reviewId, 'screening', 'cockpit'],
    queryFn: ({ signal }) => http.get<Cockpit>(`/reviews/${reviewId}/cockpit`, { signal }),
  });
  useTitle(text.title, review.data?.title);
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <Loaded query={cockpit} lines={8}>
        {(data) => (
          <>
            {data.blinded && <Note>{text.blinded}</Note>}
            <Warnings cockpit={data} />
            {data.stages.map((stage) => (
              <StageCard
                key={stage.stage}
                review={reviewId}
                stage={stage}
                paceDays={data.paceDays}
                blinded={data.blinded}
              />
            ))}
            <div className={styles.links}>
              {!data.blinded && (
                <LinkButton to={`/reviews/${reviewId}/agreement`}>{text.toAgreement}</LinkButton>
              )}
              {review.data?.roles.includes('lead') && (
                <LinkButton to={`/reviews/${reviewId}/sharing`}>{text.toSharing}</LinkButton>
              )}
              <LinkButton to={`/reviews/${reviewId}`}>{text.toStage}</LinkButton>
            </div>
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

function Warnings({ cockpit }: { cockpit: Cockpit }) {
  const text = useCockpitMessages();
  if (cockpit.warnings.length === 0) return null;
  return (
    <Note tone="warn" title={text.warnings}>
      <ul className={styles.warnings}>
        {cockpit.warnings.map(({ code, count, displayName = '' }) => (
          <li key={`${code} ${displayName}`}>{text.warning[code](count, displayName)}</li>
        ))}
      </ul>
    </Note>
  );
}

function StageCard({
  review,
  stage,
  paceDays,
  blinded,
}: {
  review: string;
  stage: CockpitStage;
  paceDays: number;
  blinded: boolean;
}) {
  const text = useCockpitMessages();
  const format = useFormat();
  return (
    <Card>
      <div className={styles.part}>
        <h2 className={styles.head}>
          {text.stages[stage.stage]} {stage.closed && <Badge>{text.closed(format.date(stage.since))}</Badge>}
        </h2>
        {stage.decided !== undefined && stage.items > 0 && (
          <>
            <p>{text.progress(format.number(stage.decided), format.number(stage.items))}</p>
            <ProgressBar
              label={text.progress(format.number(stage.decided), format.number(stage.items))}
              value={stage.decided}
              max={stage.items}
            />
          </>
        )}
        <p>{outlook(stage, paceDays, text, format.date)}</p>
        <Table
          caption={text.reviewers}
          rows={stage.reviewers}
          rowKey={(one) => one.id}
          columns={[
            { key: 'name', head: text.reviewer, rowHeader: true, cell: (one) => one.displayName },
            { key: 'voted', head: text.voted, number: true, cell: (one) => format.number(one.voted) },
            {
              key: 'remaining',
              head: text.remaining,
              number: true,
              cell: (one) => format.number(one.remaining),
            },
            {
              key: 'lately',
              head: text.lately(paceDays),
              number: true,
              cell: (one) => format.number(one.lately),
            },
            {
              key: 'last',
              head: text.lastVote,
              cell: (one) => (one.lastVoteAt ? format.dateTime(one.lastVoteAt) : text.never),
            },
          ]}
        />
        {stage.former && stage.former.length > 0 && (
          <>
            <h3>{text.former}</h3>
            <p>{text.formerText}</p>
            <Table
              caption={text.former}
              rows={stage.former}
              rowKey={(one) => one.id}
              columns={[
                { key: 'name', head: text.reviewer, rowHeader: true, cell: (one) => one.displayName },
                { key: 'voted', head: text.voted, number: true, cell: (one) => format.number(one.voted) },
                { key: 'last', head: text.lastVote, cell: (one) => format.dateTime(one.lastVoteAt) },
              ]}
            />
          </>
        )}
        {!blinded && stage.items > 0 && <Trend review={review} stage={stage.stage} />}
        {stage.conflicts && stage.conflicts.some(({ conflicts }) => conflicts > 0) && (
          <>
            <h3>{text.conflicts}</h3>
            <Table
              caption={text.conflicts}
              rows={stage.conflicts}
              rowKey={(one) => one.atMostDays ?? 'longer'}
              columns={[
                {
                  key: 'age',
                  head: text.age,
                  rowHeader: true,
                  cell: (one) => {
                    const before = stage.conflicts?.[stage.conflicts.indexOf(one) - 1]?.atMostDays ?? 0;
                    return one.atMostDays === undefined
                      ? text.longer(before)
                      : text.atMost(before, one.atMostDays);
                  },
                },
                { key: 'count', head: text.count, number: true, cell: (one) => format.number(one.conflicts) },
              ]}
            />
            <p>
              <LinkButton to={`/reviews/${review}/conflicts?stage=${stage.stage}`} size="small">
                {text.toConflicts}
              </LinkButton>
            </p>
          </>
        )}
      </div>
    </Card>
  );
}

function outlook(
  stage: CockpitStage,
  paceDays: number,
  text: ReturnType<typeof useCockpitMessages>,
  date: (at: string) => string,
): string {
  if (stage.items === 0 || stage.votesMissing === 0) return stage.items === 0 ? '' : text.complete;
  const parts = [text.missing(stage.votesMissing)];
  if (stage.halfScreened > 0) parts.push(text.half(stage.halfScreened));
  if (!stage.closed)
    parts.push(stage.expectedOn ? text.expected(date(stage.expectedOn), paceDays) : text.noPace(paceDays));
  return parts.join(' · ');
}
