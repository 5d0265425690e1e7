import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { http } from '../api/http';
import { protocolQuery, reviewQuery, sessionQuery } from '../api/queries';
import type { Member } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { useTitle } from '../lib/title';
import {
  Badge,
  Button,
  Dialog,
  Loaded,
  Note,
  PageBody,
  PageHeader,
  ProblemNote,
  Select,
  Table,
  TextArea,
} from '../ui';
import { AddMember } from './AddMember';
import { membersQuery } from './api';
import { Invite } from './Invite';
import { useText } from './messages';
import { RolesForm } from './RolesForm';
import styles from './team.module.css';

export function TeamPage() {
  const { reviewId = '' } = useParams();
  const text = useText().team;
  const format = useFormat();
  const review = useQuery(reviewQuery(reviewId));
  const members = useQuery(membersQuery(reviewId));
  const session = useQuery(sessionQuery);
  useTitle(text.title, review.data?.title);
  const lead = review.data?.roles.includes('lead') ?? false;
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <Loaded query={members}>
        {({ items }) => (
          <>
            {!lead && (
              <Note title={text.onlyLead}>
                <p>
                  {text.leads(
                    format.list(
                      items
                        .filter((member) => member.roles.includes('lead'))
                        .map((member) => member.account.displayName),
                    ),
                  )}
                </p>
              </Note>
            )}
            <FewReviewers reviewId={reviewId} members={items} />
            <MemberTable reviewId={reviewId} members={items} lead={lead} />
            {lead && <AddMember reviewId={reviewId} members={items} />}
            {lead && session.data?.oidc && <Invite reviewId={reviewId} />}
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

function FewReviewers({ reviewId, members }: { reviewId: string; members: readonly Member[] }) {
  const text = useText().team;
  const protocol = useQuery(protocolQuery(reviewId));
  const reviewers = members.filter((member) => member.roles.includes('reviewer')).length;
  const needed = protocol.data?.value.policy.titleAbstractVotes ?? 1;
  return reviewers < needed ? <Note tone="warn">{text.fewReviewers(reviewers, needed)}</Note> : null;
}

type Shown = { dialog: 'none' } | { dialog: 'roles' | 'remove'; member: Member };

function MemberTable({
  reviewId,
  members,
  lead,
}: {
  reviewId: string;
  members: readonly Member[];
  lead: boolean;
}) {
  const text = useText().team;
  const common = useCommon();
  const format = useFormat();
  const session = useQuery(sessionQuery);
  const [shown, setShown] = useState<Shown>({ dialog: 'none' });
  const close = () => setShown({ dialog: 'none' });
  return (
    <>
      <Table
        caption={text.caption}
        rows={members}
        rowKey={(member) => member.account.id}
        columns={[
          {
            key: 'member',
            head: text.member,
            rowHeader: true,
            cell: ({ account }) => (
              <>
                {account.displayName} <span className={styles.muted}>{account.name}</span>{' '}
                {account.id === session.data?.account?.id && <Badge>{text.you}</Badge>}
              </>
            ),
          },
          {
            key: 'roles',
            head: text.roles,
            cell: ({ roles }) => format.enumerate(roles.map((role) => common.role[role])),
          },
          { key: 'since', head: text.since, cell: ({ since }) => format.date(since) },
          ...(lead
            ? [
                {
                  key: 'actions',
                  head: text.actions,
                  cell: (member: Member) => (
                    <span className={styles.row}>
                      <Button
                        size="small"
                        aria-label={text.changeOf(member.account.displayName)}
                        onClick={() => setShown({ dialog: 'roles', member })}
                      >
                        {text.change}
                      </Button>
                      <Button
                        size="small"
                        aria-label={text.removeOf(member.account.displayName)}
                        onClick={() => setShown({ dialog: 'remove', member })}
                      >
                        {common.remove}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {shown.dialog === 'roles' && (
        <Dialog title={text.rolesOf(shown.member.account.displayName)} onClose={close}>
          <RolesForm
            reviewId={reviewId}
            accountId={shown.member.account.id}
            given={shown.member.roles}
            submit={common.save}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
      {shown.dialog === 'remove' && (
        <RemoveMember reviewId={reviewId} member={shown.member} members={members} onClose={close} />
      )}
    </>
  );
}

function RemoveMember({
  reviewId,
  member,
  members,
  onClose,
}: {
  reviewId: string;
  member: Member;
  members: readonly Member[];
  onClose: () => void;
}) {
  const text = useText().team;
  const common = useCommon();
  const client = useQueryClient();
  const review = useQuery(reviewQuery(reviewId));
  const [voids, setVoids] = useState(false);
  const [reason, setReason] = useState('');
  const [heir, setHeir] = useState('');
  const votes = member.roles.includes('reviewer');
  const heirs = members.filter(
    ({ account, roles }) => roles.includes('reviewer') && account.id !== member.account.id,
  );
  const remove = useMutation({
    mutationFn: async () => {
      const open = review.data?.stages.filter(({ state }) => state === 'open') ?? [];
      for (const { stage } of voids ? open : [])
        await http.put(`/reviews/${reviewId}/stages/${stage}/voidances/${member.account.id}`, {
          reason: reason.trim(),
        });
      for (const { stage } of heir === '' ? [] : open)
        await http.put(`/reviews/${reviewId}/stages/${stage}/handovers/${member.account.id}`, { to: heir });
      return http.delete(`/reviews/${reviewId}/members/${member.account.id}`);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      onClose();
    },
  });
  const last = remove.error instanceof Problem && remove.error.code === 'last-lead';
  return (
    <Dialog title={text.removeTitle(member.account.displayName)} onClose={onClose}>
      <p>{text.removeText}</p>
      {votes && (
        <fieldset className={styles.leaving}>
          <legend>{text.theirVotes}</legend>
          {[false, true].map((choice) => (
            <label key={String(choice)}>
              <input type="radio" name="votes" checked={voids === choice} onChange={() => setVoids(choice)} />{' '}
              {choice ? text.voidVotes : text.keepVotes}
            </label>
          ))}
          {voids && <TextArea label={text.voidReason} value={reason} onChange={setReason} rows={2} />}
          {heirs.length > 0 && (
            <Select
              label={text.theirShare}
              hint={text.theirShareHint}
              value={heir}
              options={[
                { value: '', label: text.toEverybody },
                ...heirs.map(({ account }) => ({
                  value: account.id,
                  label: text.toHeir(account.displayName),
                })),
              ]}
              onChange={setHeir}
            />
          )}
        </fieldset>
      )}
      {remove.isError &&
        (last ? (
          <Note tone="bad" announce>
            {text.lastLead}
          </Note>
        ) : (
          <ProblemNote problem={remove.error} />
        ))}
      <div className={styles.row}>
        <Button
          kind="danger"
          busy={remove.isPending}
          disabled={voids && reason.trim() === ''}
          onClick={() => remove.mutate()}
        >
          {common.remove}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}
