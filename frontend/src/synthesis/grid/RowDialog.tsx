import type { OriginKind, StudyRow } from '../../api/schema';
import { useCommon, useFormat } from '../../lib/i18n';
import { Button, Checkbox, Dialog, Select, TextArea, TextField } from '../../ui';
import { useText } from '../messages';
import styles from '../synthesis.module.css';
import { moved } from '../../lib/moved';
import { emptyRow, positioned, withAnotherArm, without } from './columns';
import { columnWords } from './words';

const originKinds: readonly OriginKind[] = ['reported', 'converted', 'calculated', 'figure', 'authors'];

/** What a row has beside its cells: whether it counts, its footnote, and where each of its numbers comes from. */
export function RowDialog({
  rows,
  index,
  data,
  onChange,
  onClose,
}: {
  rows: readonly StudyRow[];
  index: number;
  data: readonly string[];
  onChange: (rows: StudyRow[]) => void;
  onClose: () => void;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  const row = rows[index];
  if (!row) return null;
  const set = (changed: StudyRow) => onChange(rows.map((one, i) => (i === index ? changed : one)));
  const instead = (next: StudyRow[]) => {
    onChange(positioned(next));
    onClose();
  };
  const numbers = data.filter((name) => (row.values[name] ?? '') !== '');
  return (
    <Dialog title={text.rowDialog.title(index + 1, row.study)} onClose={onClose}>
      <Checkbox
        label={text.rowDialog.included}
        checked={row.included}
        onChange={(included) => {
          const { reason, ...rest } = row;
          set(included || reason === undefined ? { ...rest, included } : { ...row, included });
        }}
      />
      {!row.included && (
        <TextField
          label={text.rowDialog.reason}
          hint={text.rowDialog.reasonHint}
          value={row.reason ?? ''}
          onChange={(reason) => set({ ...row, reason })}
        />
      )}
      <TextArea
        label={text.rowDialog.footnote}
        rows={2}
        value={row.footnote ?? ''}
        onChange={(footnote) => set({ ...row, footnote })}
      />
      <section className={styles.stack} aria-label={text.rowDialog.origins}>
        <h3>{text.rowDialog.origins}</h3>
        {numbers.length === 0 && <p className={styles.muted}>{text.rowDialog.noNumbers}</p>}
        {numbers.map((name) => {
          const origin = row.origins[name] ?? { kind: 'reported' };
          const column = columnWords(text, { key: name, kind: 'value', name });
          const inputs = Object.entries(origin.inputs ?? {}).map(([key, value]) => `${key} = ${value}`);
          return (
            <div key={name} className={styles.origin}>
              <strong>
                {column}: <span className="num">{row.values[name]}</span>
              </strong>
              <Select
                label={`${text.origin.label}, ${column}`}
                value={origin.kind}
                options={originKinds.map((kind) => ({ value: kind, label: text.origin.kinds[kind] }))}
                onChange={(kind) =>
                  set({
                    ...row,
                    origins:
                      kind === 'reported' && !origin.note
                        ? without(row.origins, name)
                        : { ...row.origins, [name]: { ...origin, kind } },
                  })
                }
              />
              <TextField
                label={`${text.origin.note}, ${column}`}
                value={origin.note ?? ''}
                onChange={(note) => set({ ...row, origins: { ...row.origins, [name]: { ...origin, note } } })}
              />
              {origin.method && (
                <p className={styles.muted}>
                  <span lang="en">{origin.method}</span>
                  {inputs.length > 0 && ` · ${text.origin.from(format.enumerate(inputs))}`}
                </p>
              )}
            </div>
          );
        })}
      </section>
      <div className={styles.row}>
        <Button size="small" onClick={() => instead(withAnotherArm(rows, index))}>
          {text.rowDialog.anotherArm}
        </Button>
        <Button
          size="small"
          onClick={() => instead([...rows.slice(0, index), emptyRow(0), ...rows.slice(index)])}
        >
          {text.rowDialog.insert}
        </Button>
        <Button size="small" disabled={index === 0} onClick={() => instead(moved(rows, index, -1))}>
          {text.rowDialog.up}
        </Button>
        <Button
          size="small"
          disabled={index === rows.length - 1}
          onClick={() => instead(moved(rows, index, 1))}
        >
          {text.rowDialog.down}
        </Button>
        <Button size="small" kind="danger" onClick={() => instead(rows.filter((_, i) => i !== index))}>
          {text.rowDialog.delete}
        </Button>
      </div>
      <div className={styles.row}>
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  );
}
