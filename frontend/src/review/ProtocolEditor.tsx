import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http, type Tagged } from '../api/http';
import { protocolQuery } from '../api/queries';
import type { Criterion, HighlightGroupId, Protocol, ProtocolChange, Question, Reason } from '../api/schema';
import { bilingual, useCommon, useLanguage } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Problem } from '../lib/problem';
import { Button, Checkbox, LeaveGuard, Note, ProblemNote, Select, TextArea, TextField } from '../ui';
import { draftOf, isBlank, sameDraft, toSend, type Draft } from './draft';
import { useText } from './messages';
import { OrderedList } from './OrderedList';
import { ProtocolConflict } from './ProtocolConflict';
import styles from './review.module.css';

/**
 * The lead's editor. It holds a draft made on one version; a version saved by somebody else meanwhile is taken over
 * silently while nothing was changed here, and otherwise shown beside the draft when saving meets it.
 */
export function ProtocolEditor({ reviewId, latest }: { reviewId: string; latest: Tagged<Protocol> }) {
  const text = useText().protocol;
  const common = useCommon();
  const client = useQueryClient();
  const [base, setBase] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest.value));
  const [explanation, setExplanation] = useState('');
  const [faults, setFaults] = useState(false);
  const [theirs, setTheirs] = useState<Tagged<Protocol>>();
  const dirty = !sameDraft(draft, draftOf(base.value));
  const amending = base.value.criteria.length > 0;

  if (!dirty && latest.etag !== base.etag) adopt(latest);

  function adopt(version: Tagged<Protocol>) {
    setBase(version);
    setDraft(draftOf(version.value));
    setExplanation('');
    setTheirs(undefined);
  }

  const save = useMutation({
    mutationFn: async (on: Tagged<Protocol>) => {
      const change: ProtocolChange = { ...toSend(draft), explanation: explanation.trim() };
      await http.put(`/reviews/${reviewId}/protocol`, change, {
        ifMatch: on.etag ?? `"${on.value.version}"`,
      });
      return client.fetchQuery({ ...protocolQuery(reviewId), staleTime: 0 });
    },
    onSuccess: (saved) => {
      adopt(saved);
      void client.invalidateQueries({ queryKey: ['review', reviewId, 'review'] });
    },
    onError: async (error) => {
      if (error instanceof Problem && error.code === 'protocol-changed') {
        setTheirs(await client.fetchQuery({ ...protocolQuery(reviewId), staleTime: 0 }));
      }
    },
  });

  const missing =
    draft.criteria.some((one) => isBlank(one.text)) || draft.reasons.some((one) => isBlank(one.label));
  const unexplained = amending && explanation.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setFaults(missing || unexplained);
    if (!missing && !unexplained) save.mutate(base);
  }

  const refused =
    save.isError && !theirs && !(save.error instanceof Problem && save.error.code === 'protocol-changed');
  return (
    <form className={styles.protocol} onSubmit={submit} noValidate>
      <QuestionPart draft={draft} onChange={setDraft} />
      <CriteriaPart draft={draft} onChange={setDraft} faults={faults} />
      <ReasonsPart draft={draft} onChange={setDraft} faults={faults} />
      <PolicyPart draft={draft} onChange={setDraft} />
      <HighlightsPart draft={draft} onChange={setDraft} />
      {theirs && (
        <ProtocolConflict
          mine={draft}
          theirs={theirs.value}
          busy={save.isPending}
          onKeepMine={() => {
            setBase(theirs);
            setTheirs(undefined);
            save.mutate(theirs);
          }}
          onKeepTheirs={() => {
            save.reset();
            adopt(theirs);
          }}
        />
      )}
      {refused && <ProblemNote problem={save.error} />}
      {save.isSuccess && !dirty && (
        <Note tone="good" announce>
          {text.savedAs(base.value.version)}
        </Note>
      )}
      {dirty && !theirs && (
        <div className={styles.bar}>
          {amending && (
            <TextArea
              label={text.explanation}
              hint={text.explanationHint}
              error={faults && unexplained ? text.explanationNeeded : undefined}
              value={explanation}
              onChange={setExplanation}
              rows={2}
            />
          )}
          {faults && missing && (
            <Note tone="bad" announce>
              {text.someMissing}
            </Note>
          )}
          <div className={styles.row}>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {amending ? text.save : text.saveFirst}
            </Button>
            <Button onClick={() => adopt(base)}>{text.discard}</Button>
            <span className={styles.muted}>{text.unsaved}</span>
          </div>
        </div>
      )}
      <LeaveGuard
        dirty={dirty}
        title={text.unsaved}
        question={text.leave}
        discard={text.discard}
        back={common.back}
      />
    </form>
  );
}

interface PartProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  faults?: boolean;
}

function QuestionPart({ draft, onChange }: PartProps) {
  const text = useText().protocol;
  const { question } = draft;
  const change = (part: Partial<Question>) => onChange({ ...draft, question: { ...question, ...part } });
  return (
    <section className={styles.section} aria-labelledby="question">
      <h2 id="question">{text.question}</h2>
      <div className={styles.two}>
        <TextArea
          label={text.questionEn}
          lang="en"
          value={question.text.en ?? ''}
          onChange={(en) => change({ text: { ...question.text, en } })}
        />
        <TextArea
          label={text.questionZh}
          lang="zh-CN"
          value={question.text.zh ?? ''}
          onChange={(zh) => change({ text: { ...question.text, zh } })}
        />
        <TextArea
          label={text.population}
          rows={2}
          value={question.population}
          onChange={(population) => change({ population })}
        />
        <TextArea
          label={text.intervention}
          rows={2}
          value={question.intervention}
          onChange={(intervention) => change({ intervention })}
        />
        <TextArea
          label={text.comparison}
          rows={2}
          value={question.comparison}
          onChange={(comparison) => change({ comparison })}
        />
        <TextArea
          label={text.outcome}
          rows={2}
          value={question.outcome}
          onChange={(outcome) => change({ outcome })}
        />
        <TextField label={text.design} value={question.design} onChange={(design) => change({ design })} />
        <TextField
          label={text.registration}
          hint={text.registrationHint}
          value={draft.registration}
          onChange={(registration) => onChange({ ...draft, registration })}
        />
      </div>
    </section>
  );
}

function CriteriaPart({ draft, onChange, faults }: PartProps) {
  const text = useText().protocol;
  const { criteria } = draft;
  const set = (next: Criterion[]) => onChange({ ...draft, criteria: next });
  const change = (changed: Criterion) => set(criteria.map((one) => (one.id === changed.id ? changed : one)));
  return (
    <section className={styles.section} aria-labelledby="criteria">
      <h2 id="criteria">{text.criteria}</h2>
      <p className={styles.muted}>{text.criteriaIntro}</p>
      {criteria.length === 0 && <p>{text.noCriteria}</p>}
      <OrderedList items={criteria} name={text.criterion} onChange={set}>
        {(criterion) => (
          <>
            <Select
              label={text.kind}
              value={criterion.kind}
              onChange={(kind) => change({ ...criterion, kind })}
              options={[
                { value: 'inclusion', label: text.inclusion },
                { value: 'exclusion', label: text.exclusion },
              ]}
            />
            <div className={styles.two}>
              <TextArea
                label={text.inEnglish}
                lang="en"
                rows={2}
                error={faults && isBlank(criterion.text) ? text.needText : undefined}
                value={criterion.text.en ?? ''}
                onChange={(en) => change({ ...criterion, text: { ...criterion.text, en } })}
              />
              <TextArea
                label={text.inChinese}
                lang="zh-CN"
                rows={2}
                value={criterion.text.zh ?? ''}
                onChange={(zh) => change({ ...criterion, text: { ...criterion.text, zh } })}
              />
            </div>
          </>
        )}
      </OrderedList>
      <div>
        <Button onClick={() => set([...criteria, { id: newId(), kind: 'inclusion', text: {} }])}>
          {text.addCriterion}
        </Button>
      </div>
    </section>
  );
}

function ReasonsPart({ draft, onChange, faults }: PartProps) {
  const text = useText().protocol;
  const language = useLanguage();
  const { reasons, criteria } = draft;
  const set = (next: Reason[]) => onChange({ ...draft, reasons: next });
  const change = (changed: Reason) => set(reasons.map((one) => (one.id === changed.id ? changed : one)));
  return (
    <section className={styles.section} aria-labelledby="reasons">
      <h2 id="reasons">{text.reasons}</h2>
      <p className={styles.muted}>{text.reasonsIntro}</p>
      {reasons.length === 0 && <p>{text.noReasons}</p>}
      <OrderedList items={reasons} name={text.reason} onChange={set}>
        {(reason) => (
          <>
            <div className={styles.two}>
              <TextField
                label={text.inEnglish}
                lang="en"
                error={faults && isBlank(reason.label) ? text.needText : undefined}
                value={reason.label.en ?? ''}
                onChange={(en) => change({ ...reason, label: { ...reason.label, en } })}
              />
              <TextField
                label={text.inChinese}
                lang="zh-CN"
                value={reason.label.zh ?? ''}
                onChange={(zh) => change({ ...reason, label: { ...reason.label, zh } })}
              />
            </div>
            <Select
              label={text.reasonCriterion}
              value={reason.criterionId ?? ''}
              onChange={(criterionId) => change({ ...reason, criterionId })}
              options={[
                { value: '', label: text.noCriterion },
                ...criteria.map((criterion, i) => ({
                  value: criterion.id,
                  label: `${text.criterion(i + 1)}: ${bilingual(criterion.text, language)?.text ?? ''}`,
                })),
              ]}
            />
          </>
        )}
      </OrderedList>
      <div>
        <Button onClick={() => set([...reasons, { id: newId(), label: {} }])}>{text.addReason}</Button>
      </div>
    </section>
  );
}

const votes = ['1', '2', '3', '4'] as const;

function PolicyPart({ draft, onChange }: PartProps) {
  const text = useText().protocol;
  const { policy } = draft;
  const change = (part: Partial<Draft['policy']>) => onChange({ ...draft, policy: { ...policy, ...part } });
  const numbers = [
    ...new Set([...votes, String(policy.titleAbstractVotes), String(policy.fullTextVotes)]),
  ].map((value) => ({
    value,
    label: value,
  }));
  return (
    <section className={styles.section} aria-labelledby="policy">
      <h2 id="policy">{text.policy}</h2>
      <div className={styles.two}>
        <Select
          label={text.titleAbstractVotes}
          hint={text.votesHint}
          value={String(policy.titleAbstractVotes)}
          onChange={(n) => change({ titleAbstractVotes: Number(n) })}
          options={numbers}
        />
        <Select
          label={text.fullTextVotes}
          hint={text.votesHint}
          value={String(policy.fullTextVotes)}
          onChange={(n) => change({ fullTextVotes: Number(n) })}
          options={numbers}
        />
        <Select
          label={text.conflictRule}
          value={policy.conflictRule}
          onChange={(conflictRule) => change({ conflictRule })}
          options={[
            { value: 'adjudicator', label: text.adjudicator },
            { value: 'consensus', label: text.consensus },
          ]}
        />
        <Select
          label={text.order}
          value={policy.order}
          onChange={(order) => change({ order })}
          options={[
            { value: 'random', label: text.orderRandom },
            { value: 'import', label: text.orderImport },
            { value: 'newest', label: text.orderNewest },
          ]}
        />
      </div>
      <Checkbox
        label={text.adjudicatorMayHaveVoted}
        checked={policy.adjudicatorMayHaveVoted}
        onChange={(adjudicatorMayHaveVoted) => change({ adjudicatorMayHaveVoted })}
      />
      <Checkbox
        label={text.conflictVotesHidden}
        hint={text.conflictVotesHiddenHint}
        checked={policy.conflictVotesHidden}
        onChange={(conflictVotesHidden) => change({ conflictVotesHidden })}
      />
      <Checkbox
        label={text.reasonsAtTitleAbstract}
        checked={policy.reasonsAtTitleAbstract}
        onChange={(reasonsAtTitleAbstract) => change({ reasonsAtTitleAbstract })}
      />
      <Checkbox
        label={text.countsForVotingLead}
        hint={text.countsForVotingLeadHint}
        checked={policy.countsForVotingLead}
        onChange={(countsForVotingLead) => change({ countsForVotingLead })}
      />
      <fieldset>
        <legend>{text.mask}</legend>
        <div className={styles.row}>
          <Checkbox
            label={text.maskAuthors}
            checked={policy.mask.authors}
            onChange={(authors) => change({ mask: { ...policy.mask, authors } })}
          />
          <Checkbox
            label={text.maskJournal}
            checked={policy.mask.journal}
            onChange={(journal) => change({ mask: { ...policy.mask, journal } })}
          />
          <Checkbox
            label={text.maskYear}
            checked={policy.mask.year}
            onChange={(year) => change({ mask: { ...policy.mask, year } })}
          />
        </div>
      </fieldset>
    </section>
  );
}

function HighlightsPart({ draft, onChange }: PartProps) {
  const text = useText().protocol;
  const set = (group: HighlightGroupId, value: string) =>
    onChange({
      ...draft,
      highlights: draft.highlights.map((one) =>
        one.group === group ? { group, terms: value.split('\n') } : one,
      ),
    });
  return (
    <section className={styles.section} aria-labelledby="highlights">
      <h2 id="highlights">{text.highlights}</h2>
      <p className={styles.muted}>{text.highlightsIntro}</p>
      <div className={styles.two}>
        {draft.highlights.map(({ group, terms }) => (
          <TextArea
            key={group}
            label={text.group[group]}
            rows={4}
            value={terms.join('\n')}
            onChange={(value) => set(group, value)}
          />
        ))}
      </div>
    </section>
  );
}
