import type { Cluster, ClusterMember, ReviewRecord } from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { Badge, Button, RecordSummary } from '../ui';
import styles from './deduplication.module.css';
import { DifferenceRow } from './DifferenceRow';
import { differ, fieldPairs } from './fields';
import { ruleName, useText } from './messages';

/** The record that stands for the cluster, and each duplicate with its reason and with what differs. */
export function ClusterCard({
  cluster,
  lead,
  busy,
  onSplit,
}: {
  cluster: Cluster;
  lead: boolean;
  busy: boolean;
  onSplit: (recordId: number) => void;
}) {
  const text = useText();
  const representative = cluster.members.find(
    (member) => member.record.id === cluster.representative,
  )?.record;
  const duplicates = cluster.members.filter((member) => member.record.id !== cluster.representative);
  return (
    <li className={styles.cluster} tabIndex={-1} aria-label={text.cluster(cluster.representative)}>
      {representative && (
        <div className={styles.member}>
          <div className={styles.memberHead}>
            <Badge tone="accent">{text.represents}</Badge>
            <span className={styles.number}>{text.number(representative.id)}</span>
          </div>
          <RecordSummary record={representative} />
        </div>
      )}
      {duplicates.map((member) => (
        <Duplicate
          key={member.record.id}
          member={member}
          representative={representative}
          onlyOne={duplicates.length === 1}
          lead={lead}
          busy={busy}
          onSplit={onSplit}
        />
      ))}
    </li>
  );
}

function Duplicate({
  member,
  representative,
  onlyOne,
  lead,
  busy,
  onSplit,
}: {
  member: ClusterMember;
  representative: ReviewRecord | undefined;
  /** The key S can mean only one record. */
  onlyOne: boolean;
  lead: boolean;
  busy: boolean;
  onSplit: (recordId: number) => void;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  const language = useLanguage();
  const { record } = member;
  const why = bilingual(member.reason ?? {}, language)?.text ?? (member.rule && ruleName(member.rule, text));
  const who = member.by === 'automatic' ? text.automatic : member.by;
  return (
    <div className={styles.member}>
      <div className={styles.memberHead}>
        <Badge>{text.duplicate}</Badge>
        <span className={styles.number}>{text.number(record.id)}</span>
        <span className={styles.muted}>
          {format.enumerate(record.sources?.map((source) => source.name) ?? [])}
        </span>
        {lead && (
          <span className={styles.actions}>
            <Button
              size="small"
              shortcut={onlyOne ? 'KeyS' : undefined}
              disabled={busy}
              aria-label={text.splitOf(record.id)}
              onClick={() => onSplit(record.id)}
            >
              {text.split}
            </Button>
          </span>
        )}
      </div>
      {why && (
        <p>
          <b>{why}</b>
          {who && (
            <span className={styles.muted}>
              {' '}
              · {text.by(who, member.at ? format.date(member.at) : '')}
              {member.stage && ` · ${text.whileScreening(common.stage[member.stage])}`}
            </span>
          )}
        </p>
      )}
      {representative ? (
        <Differences representative={representative} record={record} />
      ) : (
        <RecordSummary record={record} />
      )}
    </div>
  );
}

function Differences({ representative, record }: { representative: ReviewRecord; record: ReviewRecord }) {
  const text = useText();
  const pairs = fieldPairs(representative, record);
  const differing = pairs.filter(differ);
  const equal = pairs.length - differing.length;
  return (
    <>
      {differing.length > 0 && (
        <table className={styles.differences}>
          <colgroup>
            <col className={styles.fieldColumn} />
            <col />
            <col />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.there}</th>
              <th scope="col">{text.here}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((pair) => (
              <DifferenceRow key={pair.field} pair={pair} />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.muted}>
        {differing.length === 0 ? text.noDifference : equal > 0 && text.equal(equal)}
      </p>
    </>
  );
}
