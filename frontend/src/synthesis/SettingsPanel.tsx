import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Synthesis, SynthesisSettings } from '../api/schema';
import type { Tagged } from '../api/http';
import { useFormat } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button, Checkbox, Note, ProblemNote, Select, TextArea, type Option } from '../ui';
import { definitionOf, putDefinition, synthesisKey, synthesisQuery } from './api';
import { useText } from './messages';
import type { SynthesisText } from './messages.en';
import {
  conventionOf,
  conventions,
  differingSettings,
  estimators,
  fitting,
  intervals,
  levelOf,
  levels,
  measuresOf,
  methodsOf,
  models,
  predictions,
  sensitivities,
  testsOf,
  totals,
  usualOf,
  withConvention,
  withListed,
  zeroRules,
  type SettingName,
} from './settings';
import styles from './synthesis.module.css';
import { wordsFor } from './words';

interface SettingsProps {
  readonly synthesis: Synthesis;
  readonly settings: SynthesisSettings;
  /** Columns that studies can be told apart by. */
  readonly properties: readonly string[];
  readonly onTry: (settings: SynthesisSettings) => void;
}

/** What can be tried out at once; nothing is saved by it. */
export function SettingsPanel({ synthesis, settings, properties, onTry }: SettingsProps) {
  const text = useText();
  const words = text.settings;
  const { data } = synthesis;
  const convention = conventionOf(settings);
  const usual = usualOf[convention];
  const change = (part: Partial<SynthesisSettings>) => onTry(fitting(data, { ...settings, ...part }));
  const random = settings.model !== 'fixed';
  const groupings = ['subgroup', ...properties];
  const moderators = ['year', ...properties];
  return (
    <section className={styles.settings} aria-label={words.title}>
      <div className={styles.compact}>
        <Select
          label={words.measure}
          value={settings.measure}
          options={listed(measuresOf(data), text.measures, settings.measure)}
          onChange={(measure) => change({ measure })}
        />
        <Select
          label={words.method}
          value={settings.method ?? 'IV'}
          options={listed(methodsOf(data, settings.measure), words.methods, settings.method)}
          onChange={(method) => change({ method })}
        />
        <Select
          label={words.model}
          value={settings.model ?? 'random'}
          options={listed(
            ['PETO', 'PENALISED'].includes(settings.method ?? '') ? ['fixed'] : models,
            words.models,
            settings.model,
          )}
          onChange={(model) => change({ model })}
        />
        {random && (
          <Select
            label={words.tauSquared}
            value={settings.tauSquared ?? ''}
            options={[
              { value: '', label: words.usual(usual.tauSquared) },
              ...listed(estimators, words.estimators, settings.tauSquared),
            ]}
            onChange={(word) => change({ tauSquared: word || undefined })}
          />
        )}
        {random && (
          <Select
            label={words.ci}
            value={settings.ci ?? 'wald'}
            options={listed(intervals, words.intervals, settings.ci)}
            onChange={(ci) => change({ ci })}
          />
        )}
        <Select
          label={words.convention}
          value={convention}
          options={conventions.map((value) => ({ value, label: words.conventions[value] }))}
          onChange={(value) => onTry(fitting(data, withConvention(settings, value)))}
        />
      </div>
      <details className={styles.more}>
        <summary>{words.more}</summary>
        <div className={styles.compact}>
          {random && (
            <Select
              label={words.prediction}
              value={settings.prediction ?? ''}
              options={[
                { value: '', label: words.usual(wordsFor(words.predictions, usual.prediction)) },
                ...listed(predictions, words.predictions, settings.prediction),
              ]}
              onChange={(word) => change({ prediction: word || undefined })}
            />
          )}
          <Select
            label={words.level}
            value={String(settings.level ?? 95)}
            options={listed(levels, {}, settings.level?.toString()).map(({ value }) => ({
              value,
              label: `${value} %`,
            }))}
            onChange={(level) => change({ level: levelOf(level) })}
          />
          <Select
            label={words.studyLevel}
            value={settings.studyLevel === undefined ? '' : String(settings.studyLevel)}
            options={[
              { value: '', label: words.sameLevel },
              ...levels.map((value) => ({ value, label: `${value} %` })),
            ]}
            onChange={(level) => change({ studyLevel: level === '' ? undefined : levelOf(level) })}
          />
          <Select
            label={words.subgroup}
            value={settings.subgroup ?? ''}
            options={[
              { value: '', label: words.none },
              ...listed(groupings, text.columns, settings.subgroup),
            ]}
            onChange={(word) => change({ subgroup: word || undefined })}
          />
          {settings.subgroup && (
            <Select
              label={words.totals}
              value={settings.totals ?? 'overall'}
              options={listed(totals, words.totalsOf, settings.totals)}
              onChange={(word) => change({ totals: word === 'overall' ? undefined : word })}
            />
          )}
          {(data === 'dichotomous' || data === 'rates' || data === 'proportion') && (
            <Select
              label={words.zero}
              value={settings.zero ?? ''}
              options={[
                { value: '', label: words.usual(wordsFor(words.zeros, usual.zero)) },
                ...listed(zeroRules, words.zeros, settings.zero),
              ]}
              onChange={(word) => change({ zero: word || undefined })}
            />
          )}
        </div>
        {data === 'dichotomous' && (
          <Checkbox
            label={words.swapEvents}
            checked={settings.swapEvents ?? false}
            onChange={(swap) => change({ swapEvents: swap || undefined })}
          />
        )}
        <Several
          legend={words.moderators}
          options={listed(moderators, text.columns, undefined)}
          chosen={settings.moderators}
          onChange={(list) => change({ moderators: list })}
        />
        <Several
          legend={words.tests}
          options={listed(testsOf(data), words.testNames, undefined)}
          chosen={settings.tests}
          onChange={(list) => change({ tests: list })}
        />
        <Several
          legend={words.sensitivity}
          options={listed(sensitivities, words.sensitivityNames, undefined)}
          chosen={settings.sensitivity}
          onChange={(list) => change({ sensitivity: list })}
        />
      </details>
    </section>
  );
}

/** Choices in words; one that only the server knows stays choosable as it is. */
function listed(
  values: readonly string[],
  words: Readonly<Record<string, string>>,
  chosen: string | undefined,
): Option<string>[] {
  const all = chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
  return all.map((value) => ({ value, label: wordsFor(words, value) }));
}

function Several({
  legend,
  options,
  chosen = [],
  onChange,
}: {
  legend: string;
  options: readonly Option<string>[];
  chosen: readonly string[] | undefined;
  onChange: (list: string[]) => void;
}) {
  return (
    <fieldset className={styles.several}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={(checked) => onChange(withListed(chosen, value, checked))}
        />
      ))}
    </fieldset>
  );
}

/** What is tried out against what is saved, and the way to save it. */
export function TriedSettings({
  reviewId,
  base,
  tried,
  hasData,
  canSave,
  onSaved,
  onBack,
}: {
  reviewId: string;
  base: Tagged<Synthesis>;
  tried: SynthesisSettings;
  hasData: boolean;
  canSave: boolean;
  onSaved: (saved: Tagged<Synthesis>) => void;
  onBack: () => void;
}) {
  const text = useText();
  const words = text.settings;
  const format = useFormat();
  const client = useQueryClient();
  const [explanation, setExplanation] = useState('');
  const [unexplained, setUnexplained] = useState(false);
  const [newer, setNewer] = useState<Tagged<Synthesis>>();
  const on = newer ?? base;
  const { id } = base.value;
  const changes = differingSettings(on.value.settings, tried).map((name) =>
    words.change(
      words[name],
      settingWords(on.value.settings, name, text, format.enumerate),
      settingWords(tried, name, text, format.enumerate),
    ),
  );
  const save = useMutation({
    mutationFn: async () => {
      const command = {
        ...definitionOf(on.value),
        settings: tried,
        explanation: explanation.trim() || undefined,
      };
      await putDefinition(reviewId, id, command, on.etag);
      return client.fetchQuery({ ...synthesisQuery(reviewId, id), staleTime: 0 });
    },
    onSuccess: (saved) => {
      onSaved(saved);
      void client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
    },
    onError: async (error) => {
      if (error instanceof Problem && error.status === 412)
        setNewer(await client.fetchQuery({ ...synthesisQuery(reviewId, id), staleTime: 0 }));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacking = hasData && explanation.trim() === '';
    setUnexplained(lacking);
    if (!lacking) save.mutate();
  }

  return (
    <Note tone="info" title={words.tried} announce>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {newer && <p>{words.changedMeanwhile}</p>}
      <form className={styles.stack} onSubmit={submit} noValidate>
        {canSave && hasData && (
          <TextArea
            label={words.explanation}
            hint={words.explanationHint}
            error={unexplained ? words.explanationNeeded : undefined}
            rows={2}
            value={explanation}
            onChange={setExplanation}
          />
        )}
        {save.isError && !(save.error instanceof Problem && save.error.status === 412) && (
          <ProblemNote problem={save.error} />
        )}
        <div className={styles.row}>
          {canSave && (
            <Button type="submit" kind="primary" size="small" busy={save.isPending}>
              {newer ? words.saveOver : words.save}
            </Button>
          )}
          <Button size="small" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      </form>
    </Note>
  );
}

/** The value of a setting as the page says it. */
export function settingWords(
  settings: SynthesisSettings,
  name: SettingName,
  text: SynthesisText,
  enumerate: (parts: readonly string[]) => string,
): string {
  const value = settings[name];
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return text.settings.none;
  if (Array.isArray(value)) return enumerate(value.map((one) => wordsFor(dictionary(name, text), one)));
  return wordsFor(dictionary(name, text), String(value));
}

function dictionary(name: SettingName, text: SynthesisText): Readonly<Record<string, string>> {
  const words = text.settings;
  switch (name) {
    case 'measure':
      return text.measures;
    case 'method':
      return words.methods;
    case 'model':
      return words.models;
    case 'tauSquared':
      return words.estimators;
    case 'ci':
      return words.intervals;
    case 'prediction':
      return words.predictions;
    case 'zero':
      return words.zeros;
    case 'convention':
      return words.conventions;
    case 'subgroup':
    case 'moderators':
      return text.columns;
    case 'tests':
      return words.testNames;
    case 'sensitivity':
      return words.sensitivityNames;
    case 'totals':
      return words.totalsOf;
    default:
      return {};
  }
}
