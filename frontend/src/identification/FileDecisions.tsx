import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileDecisions as Found, ImportBatch, Takeover } from '../api/schema';
import { address } from '../api/http';
import { useCommon, useFormat } from '../lib/i18n';
import { Badge, Note, PlainLinkButton, ProblemNote, Skeleton, Table } from '../ui';
import { decisionsQuery, takeoverPath } from './api';
import styles from './identification.module.css';
import { useText } from './messages';
import { TakeoverForm } from './TakeoverForm';
import { WithdrawTakeover } from './WithdrawTakeover';

/** What a file of another screening tool says of its screening there; nothing for any other file. */
export function FileDecisions({ reviewId, batch }: { reviewId: string; batch: ImportBatch }) {
  const client = useQueryClient();
  const decisions = useQuery(decisionsQuery(reviewId, batch));
  const text = useText().decisions;
  if (decisions.isError) {
    return (
      <section className={styles.section} aria-label={text.title}>
        <h3>{text.title}</h3>
        <ProblemNote problem={decisions.error} />
      </section>
    );
  }
  if (!decisions.data) return <Skeleton />;
  const found = decisions.data;
  if (found.records === 0) return null;
  const changed = () => client.invalidateQueries({ queryKey: ['review', reviewId] });
  return (
    <section className={styles.section} aria-label={text.title}>
      <Report found={found} />
      {found.takeovers.map((takeover) => (
        <TakeoverResult
          key={takeover.id}
          reviewId={reviewId}
          batch={batch}
          takeover={takeover}
          onChanged={changed}
        />
      ))}
      {found.decisions > 0 &&
        (batch.state === 'committed' ? (
          <TakeoverForm reviewId={reviewId} batch={batch} found={found} onDone={changed} />
        ) : (
          batch.state === 'ready' && <p className={styles.muted}>{text.afterCommit}</p>
        ))}
    </section>
  );
}

function Report({ found }: { found: Found }) {
  const text = useText().decisions;
  const format = useFormat();
  const words = found.verdicts.map(({ verdict }) => verdict);
  return (
    <>
      <h3>{text.title}</h3>
      <p>
        {text.summary(found.tools.map((tool) => text.tools[tool]).join(', '), found.records, found.decisions)}
      </p>
      {found.decisions > 0 && (
        <Table
          caption={text.whoDecided}
          rows={found.people}
          rowKey={(row) => row.person}
          columns={[
            { key: 'who', head: text.person, rowHeader: true, cell: (row) => row.person || text.nobody },
            ...words.map((word) => ({
              key: word,
              head: word || text.noVerdict,
              number: true,
              cell: (row: Found['people'][number]) =>
                format.number(row.verdicts.find((one) => one.text === word)?.count ?? 0),
            })),
          ]}
        />
      )}
      <dl className={styles.facts2}>
        {found.reasons.length > 0 && (
          <>
            <dt>{text.reasons}</dt>
            <dd>{found.reasons.map((one) => text.times(one.text, one.count)).join('; ')}</dd>
          </>
        )}
        {found.labels.length > 0 && (
          <>
            <dt>{text.labels}</dt>
            <dd>{found.labels.map((one) => text.times(one.text, one.count)).join('; ')}</dd>
          </>
        )}
        {found.notes > 0 && (
          <>
            <dt>{text.notes}</dt>
            <dd>{format.number(found.notes)}</dd>
          </>
        )}
      </dl>
      <Note title={text.limits}>
        <ul className={styles.plain}>
          {found.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
          {(found.labels.length > 0 || found.notes > 0) && <li>{text.rawOnly}</li>}
        </ul>
      </Note>
    </>
  );
}

function TakeoverResult({
  reviewId,
  batch,
  takeover,
  onChanged,
}: {
  reviewId: string;
  batch: ImportBatch;
  takeover: Takeover;
  onChanged: () => Promise<void>;
}) {
  const text = useText().decisions;
  const common = useCommon();
  const format = useFormat();
  return (
    <div className={styles.commit} role="group" aria-label={text.takenOn(format.dateTime(takeover.at))}>
      <p>
        <b>{text.result(takeover.votes, common.stage[takeover.stage], takeover.notCarried)}</b>{' '}
        {takeover.withdrawn && <Badge>{text.takenBack}</Badge>}
        <br />
        <span className={styles.muted}>{text.takenBy(format.dateTime(takeover.at), takeover.by)}</span>
      </p>
      {takeover.left.length > 0 && (
        <ul className={styles.plain}>
          {takeover.left.map((one) => (
            <li key={one.code}>
              {one.text}: <b>{format.number(one.count)}</b>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {takeover.left.length > 0 && (
          <PlainLinkButton
            href={address(`${takeoverPath(reviewId, batch.id, takeover.id)}/not-carried.csv`)}
            download
            size="small"
          >
            {text.download}
          </PlainLinkButton>
        )}
        {!takeover.withdrawn && batch.state === 'committed' && (
          <WithdrawTakeover reviewId={reviewId} batch={batch} takeover={takeover} onDone={onChanged} />
        )}
      </div>
    </div>
  );
}
