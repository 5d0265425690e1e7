import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Tagged } from '../api/http';
import type { BilingualText, Comparison, Synthesis, SynthesisDefinition } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Problem } from '../lib/problem';
import { Button, Dialog, ProblemNote, Select, TextArea, TextField } from '../ui';
import { definitionOf, putDefinition, synthesisKey, synthesisQuery } from './api';
import { filled, isBlank } from './ComparisonDialog';
import { useText } from './messages';
import { dataKinds, fitting, measuresOf, usualSettings } from './settings';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

/** Says what a synthesis is about; before its data it is prespecified, after them a change is explained. */
export function OutcomeDialog({
  reviewId,
  comparison,
  existing,
  onClose,
}: {
  reviewId: string;
  comparison: Comparison;
  existing: Tagged<Synthesis> | undefined;
  onClose: () => void;
}) {
  const text = useText();
  const words = text.outcome;
  const common = useCommon();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => existing?.value.id ?? newId());
  const [base, setBase] = useState(existing);
  const [draft, setDraft] = useState<SynthesisDefinition>(() =>
    existing
      ? definitionOf(existing.value)
      : {
          comparisonId: comparison.id,
          position: Math.max(0, ...comparison.syntheses.map((one) => one.position)) + 1,
          outcome: {},
          data: 'dichotomous',
          benefit: 'lower',
          settings: usualSettings('dichotomous'),
        },
  );
  const [explanation, setExplanation] = useState('');
  const [faults, setFaults] = useState(false);
  const hasData = existing?.value.rows.some((row) => Object.keys(row.values).length > 0) ?? false;
  const nameless = isBlank(draft.outcome);
  const unexplained = hasData && explanation.trim() === '';
  const [left = {}, right = {}] = draft.favours ?? [];

  const save = useMutation({
    mutationFn: () =>
      putDefinition(
        reviewId,
        id,
        {
          ...draft,
          outcome: filled(draft.outcome),
          timePoint: draft.timePoint?.trim() || undefined,
          unit: draft.unit?.trim() || undefined,
          favours: isBlank(left) && isBlank(right) ? undefined : [filled(left), filled(right)],
          explanation: explanation.trim() || undefined,
        },
        base?.etag,
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
      if (!existing) await navigate(`/reviews/${reviewId}/synthesis/${id}`);
    },
    onError: async (error) => {
      // Saving again then puts this in the place of what somebody else saved.
      if (error instanceof Problem && error.status === 412)
        setBase(await client.fetchQuery({ ...synthesisQuery(reviewId, id), staleTime: 0 }));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setFaults(nameless || unexplained);
    if (!nameless && !unexplained) save.mutate();
  }

  const change = (part: Partial<SynthesisDefinition>) => setDraft({ ...draft, ...part });
  const favour = (side: 0 | 1, part: BilingualText) =>
    change({ favours: side === 0 ? [{ ...left, ...part }, right] : [left, { ...right, ...part }] });
  const changedMeanwhile = save.error instanceof Problem && save.error.status === 412;
  return (
    <Dialog title={existing ? words.title : words.newTitle} wide onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <TextField
            label={words.name}
            lang="en"
            error={faults && nameless ? words.needed : undefined}
            value={draft.outcome.en ?? ''}
            onChange={(en) => change({ outcome: { ...draft.outcome, en } })}
          />
          <TextField
            label={words.nameZh}
            lang="zh-CN"
            value={draft.outcome.zh ?? ''}
            onChange={(zh) => change({ outcome: { ...draft.outcome, zh } })}
          />
          <TextField
            label={words.timePoint}
            optional
            value={draft.timePoint ?? ''}
            onChange={(timePoint) => change({ timePoint })}
          />
          <TextField
            label={words.unit}
            optional
            value={draft.unit ?? ''}
            onChange={(unit) => change({ unit })}
          />
          <Select
            label={words.data}
            hint={hasData ? words.dataFixed : undefined}
            disabled={hasData}
            value={draft.data}
            options={dataKinds.map((value) => ({ value, label: text.data[value] }))}
            onChange={(data) => change({ data, settings: usualSettings(data) })}
          />
          <Select
            label={words.measure}
            value={draft.settings.measure}
            options={measuresOf(draft.data).map((value) => ({
              value,
              label: wordsFor(text.measures, value),
            }))}
            onChange={(measure) => change({ settings: fitting(draft.data, { ...draft.settings, measure }) })}
          />
          <Select
            label={words.benefit}
            value={draft.benefit}
            options={[
              { value: 'lower', label: words.lower },
              { value: 'higher', label: words.higher },
            ]}
            onChange={(benefit) => change({ benefit })}
          />
        </div>
        <div className={styles.fields}>
          <TextField
            label={words.left}
            hint={words.favoursHint}
            lang="en"
            optional
            value={left.en ?? ''}
            onChange={(en) => favour(0, { en })}
          />
          <TextField
            label={words.right}
            lang="en"
            optional
            value={right.en ?? ''}
            onChange={(en) => favour(1, { en })}
          />
          <TextField
            label={words.leftZh}
            lang="zh-CN"
            optional
            value={left.zh ?? ''}
            onChange={(zh) => favour(0, { zh })}
          />
          <TextField
            label={words.rightZh}
            lang="zh-CN"
            optional
            value={right.zh ?? ''}
            onChange={(zh) => favour(1, { zh })}
          />
        </div>
        {hasData && (
          <TextArea
            label={words.explanation}
            hint={words.explanationHint}
            error={faults && unexplained ? words.explanationNeeded : undefined}
            rows={2}
            value={explanation}
            onChange={setExplanation}
          />
        )}
        {changedMeanwhile ? (
          <p role="alert">{text.settings.changedMeanwhile}</p>
        ) : (
          save.isError && <ProblemNote problem={save.error} />
        )}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {changedMeanwhile ? text.settings.saveOver : common.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
