import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import type { AllocationVersion, Member, StageId } from '../api/schema';
import { newId } from '../lib/ids';
import { useCommon } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { useTitle } from '../lib/title';
import { Button, EmptyState, Loaded, Note, PageBody, PageHeader, ProblemNote, Select } from '../ui';
import { allocationQuery, membersQuery, outlookQuery, saveAllocation } from './api';
import { draftOf, rulesOf, sameRules } from './draft';
import { useText } from './messages';
import { Outlook } from './Outlook';
import { HandoversPart, PairsPart, PartsPart, PeoplePart, type Person } from './parts';
import styles from './sharing.module.css';

const stages: readonly StageId[] = ['title-abstract', 'full-text'];

/** The lead's rules on who votes on what, stage by stage. */
export function SharingPage() {
  const { reviewId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const text = useText();
  const common = useCommon();
  const stage: StageId = search.get('stage') === 'full-text' ? 'full-text' : 'title-abstract';
  const review = useQuery(reviewQuery(reviewId));
  const lead = review.data?.roles.includes('lead') ?? false;
  const members = useQuery({ ...membersQuery(reviewId), enabled: lead });
  const allocation = useQuery({ ...allocationQuery(reviewId, stage), enabled: lead });
  useTitle(text.title, review.data?.title);
  if (review.data && !lead) {
    return (
      <PageBody>
        <EmptyState title={text.notLead}>{text.notLeadText}</EmptyState>
      </PageBody>
    );
  }
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <div className={styles.stage}>
        <Select
          label={text.stage}
          value={stage}
          options={stages.map((value) => ({ value, label: common.stage[value] }))}
          onChange={(value) => setSearch({ stage: value }, { replace: true })}
        />
      </div>
      <Loaded query={members} lines={4}>
        {({ items }) => (
          <Loaded query={allocation} lines={8}>
            {({ value }) => (
              <Editor
                key={stage}
                review={reviewId}
                stage={stage}
                members={items}
                latest={value}
                blinded={review.data?.blinded ?? true}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </PageBody>
  );
}

interface EditorProps {
  review: string;
  stage: StageId;
  members: readonly Member[];
  /** The rules as the server has them; another lead may save while somebody edits. */
  latest: AllocationVersion;
  blinded: boolean;
}

function Editor({ review, stage, members, latest, blinded }: EditorProps) {
  const text = useText();
  const client = useQueryClient();
  const tells = !blinded || stage === 'title-abstract';
  const outlook = useQuery({ ...outlookQuery(review, stage), enabled: tells });
  const [now, setNow] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(now, newId));
  const [faults, setFaults] = useState(false);
  const people = peopleOf(members, now, outlook.data, text.former);
  const dirty = !sameRules(draft, now);
  const rules = rulesOf(draft);
  // Taken over silently while nothing was changed here; otherwise saving meets it.
  if (!dirty && latest.version > now.version) adopt(latest);

  function adopt(version: AllocationVersion) {
    setNow(version);
    setDraft(draftOf(version, newId));
    setFaults(false);
  }

  const save = useMutation({
    mutationFn: (changed: NonNullable<typeof rules>) => saveAllocation(review, stage, changed, now.version),
    onSuccess: async (saved) => {
      adopt(saved);
      await client.invalidateQueries({ queryKey: allocationQuery(review, stage).queryKey });
      await client.invalidateQueries({ queryKey: outlookQuery(review, stage).queryKey });
    },
  });
  const reload = useMutation({
    mutationFn: () => client.fetchQuery({ ...allocationQuery(review, stage), staleTime: 0 }),
    onSuccess: ({ value }) => {
      save.reset();
      adopt(value);
    },
  });
  const overtaken = save.error instanceof Problem && save.error.code === 'allocation-changed';

  function submit(event: FormEvent) {
    event.preventDefault();
    setFaults(rules === undefined);
    if (rules !== undefined) save.mutate(rules);
  }

  const rest = { draft, people, onChange: setDraft };
  return (
    <>
      {tells ? outlook.data && <Outlook outlook={outlook.data} /> : <Note>{text.toldLater}</Note>}
      <form className={styles.form} onSubmit={submit} noValidate>
        <PeoplePart {...rest} stage={stage} left={outlook.data?.quotas ?? []} />
        <PairsPart {...rest} />
        <PartsPart {...rest} review={review} />
        <HandoversPart {...rest} />
        {dirty && (
          <div className={styles.bar}>
            {faults && rules === undefined && (
              <Note tone="bad" announce>
                {text.incomplete}
              </Note>
            )}
            {save.isError && <ProblemNote problem={save.error} />}
            <div className={styles.row}>
              <Button type="submit" kind="primary" busy={save.isPending} disabled={overtaken}>
                {text.save}
              </Button>
              {overtaken ? (
                <Button onClick={() => reload.mutate()}>{text.reload}</Button>
              ) : (
                <Button onClick={() => setDraft(draftOf(now, newId))}>{text.discard}</Button>
              )}
              <span className={styles.muted}>{text.unsaved}</span>
            </div>
          </div>
        )}
        {!dirty && now.version > 0 && <p className={styles.muted}>{text.saved(now.version)}</p>}
      </form>
    </>
  );
}

/** Reviewers of now, and whoever the rules still name. */
function peopleOf(
  members: readonly Member[],
  rules: AllocationVersion,
  outlook: { stuck: { voters: { id: string; displayName: string }[] }[] } | undefined,
  former: string,
): readonly Person[] {
  const people: Person[] = members
    .filter(({ roles }) => roles.includes('reviewer'))
    .map(({ account }) => ({ id: account.id, name: account.displayName, reviews: true }));
  const named = [
    ...rules.experienced,
    ...rules.apart.flatMap(({ first, second }) => [first, second]),
    ...rules.quotas.map(({ reviewer }) => reviewer),
    ...rules.parts.flatMap(({ reviewers }) => reviewers),
    ...rules.handovers.flatMap(({ from, to }) => [from, to]),
  ];
  for (const id of new Set(named)) {
    if (people.some((person) => person.id === id)) continue;
    const name =
      members.find(({ account }) => account.id === id)?.account.displayName ??
      outlook?.stuck.flatMap(({ voters }) => voters).find((voter) => voter.id === id)?.displayName;
    people.push({ id, name: name === undefined ? former : `${name} (${former})`, reviews: false });
  }
  return people;
}
