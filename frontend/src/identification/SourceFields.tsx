import type { SearchRound } from '../api/schema';
import { Select, TextArea, TextField } from '../ui';
import styles from './identification.module.css';
import { useText } from './messages';
import { hitsAreWrong, kinds, type SourceForm } from './sourceForm';

export function SourceFields({
  form,
  onChange,
  faults,
  rounds,
}: {
  form: SourceForm;
  onChange: (form: SourceForm) => void;
  faults: boolean;
  rounds: readonly SearchRound[];
}) {
  const text = useText();
  return (
    <>
      <div className={styles.three}>
        {rounds.length > 1 && (
          <Select
            label={text.round}
            value={form.round || String(rounds.at(-1)?.number)}
            onChange={(round) => onChange({ ...form, round })}
            options={rounds.toReversed().map((round) => ({
              value: String(round.number),
              label: text.roundTitle(round.number, round.name ?? ''),
            }))}
          />
        )}
        <Select
          label={text.kind}
          value={form.kind}
          onChange={(kind) => onChange({ ...form, kind })}
          options={kinds.map((value) => ({ value, label: text.kinds[value] }))}
        />
        <TextField
          label={text.name}
          hint={text.nameHint}
          error={faults && form.name.trim() === '' ? text.nameNeeded : undefined}
          value={form.name}
          onChange={(name) => onChange({ ...form, name })}
        />
        <TextField
          label={text.platform}
          hint={text.platformHint}
          optional
          value={form.platform}
          onChange={(platform) => onChange({ ...form, platform })}
        />
        <TextField
          label={text.searchedOn}
          optional
          type="date"
          value={form.searchedOn}
          onChange={(searchedOn) => onChange({ ...form, searchedOn })}
        />
        <TextField
          label={text.hits}
          hint={text.hitsHint}
          error={faults && hitsAreWrong(form) ? text.hitsWrong : undefined}
          optional
          inputMode="numeric"
          value={form.hitsReported}
          onChange={(hitsReported) => onChange({ ...form, hitsReported })}
        />
        <TextField
          label={text.limits}
          hint={text.limitsHint}
          optional
          value={form.limits}
          onChange={(limits) => onChange({ ...form, limits })}
        />
      </div>
      <TextArea
        label={text.query}
        hint={text.queryHint}
        optional
        value={form.query}
        onChange={(query) => onChange({ ...form, query })}
      />
    </>
  );
}
