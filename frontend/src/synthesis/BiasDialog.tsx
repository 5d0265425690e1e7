import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import type { Tagged } from '../api/http';
import type { BilingualText, StudyRow, Synthesis } from '../api/schema';
import { useCommon, useFormat } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button, Checkbox, Dialog, Loaded, Note, ProblemNote, Select, TextField } from '../ui';
import { biasToolsQuery, definitionOf, putDefinition, synthesisKey, synthesisQuery } from './api';
import { filled } from './ComparisonDialog';
import { withJudgements } from './grid/robvis';
import { useText } from './messages';
import styles from './synthesis.module.css';

const counts = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** What the judgements of bias are made with: a tool that the field knows, or domains with own names. */
export function BiasDialog({
  reviewId,
  base,
  rows,
  columns,
  onColumns,
  onRows,
  onSaved,
  onClose,
}: {
  reviewId: string;
  base: Tagged<Synthesis>;
  rows: readonly StudyRow[];
  /** D1, D2 … and overall, as the table has them. */
  columns: readonly string[];
  onColumns: (domains: number, overall: boolean) => void;
  onRows: (rows: StudyRow[]) => void;
  onSaved: (saved: Tagged<Synthesis>) => void;
  onClose: () => void;
}) {
  const words = useText().bias;
  const text = useText().biasDialog;
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const tools = useQuery(biasToolsQuery);
  const [on, setOn] = useState(base);
  const [tool, setTool] = useState(base.value.riskOfBias?.tool ?? '');
  const [names, setNames] = useState<readonly BilingualText[]>(base.value.riskOfBias?.domains ?? []);
  const judged = columns.filter((one) => one !== 'overall').length;
  const [own, setOwn] = useState(Math.max(judged, names.length, 1));
  const [overall, setOverall] = useState(columns.includes('overall'));
  const [said, setSaid] = useState('');
  const known = tools.data?.find((one) => one.tool === tool);
  const count = known ? Math.max(known.domains.length, judged) : own;
  const save = useMutation({
    mutationFn: async () => {
      const domains = Array.from({ length: count }, (_, i) => filled(names[i] ?? {}));
      const named = domains.some((name) => name.en !== undefined || name.zh !== undefined);
      const riskOfBias = {
        ...(tool ? { tool } : {}),
        ...(named ? { domains } : {}),
      };
      const command = {
        ...definitionOf(on.value),
        riskOfBias: tool || named ? riskOfBias : undefined,
        explanation: on.value.explanation,
      };
      await putDefinition(reviewId, on.value.id, command, on.etag);
      return client.fetchQuery({ ...synthesisQuery(reviewId, on.value.id), staleTime: 0 });
    },
    onSuccess: (saved) => {
      onColumns(count, overall);
      onSaved(saved);
      void client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
      onClose();
    },
    onError: async (error) => {
      if (error instanceof Problem && error.status === 412)
        setOn(await client.fetchQuery({ ...synthesisQuery(reviewId, on.value.id), staleTime: 0 }));
    },
  });

  async function take(file: File | undefined) {
    if (!file) return;
    const found = withJudgements(rows, await file.text());
    onRows(found.rows);
    if (found.domains > 0) setOwn(Math.max(own, found.domains));
    if (found.overall) setOverall(true);
    setSaid(
      [
        text.taken(found.studies),
        found.unknown.length > 0 ? text.unknownStudies(format.enumerate(found.unknown)) : '',
        found.leftOut > 0 ? text.leftOut(found.leftOut) : '',
      ]
        .filter((one) => one !== '')
        .join(' '),
    );
    onColumns(Math.max(found.domains, judged), found.overall || overall);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  const changedMeanwhile = save.error instanceof Problem && save.error.status === 412;
  const name = (i: number, part: BilingualText) =>
    setNames(
      Array.from({ length: Math.max(names.length, i + 1) }, (_, j) => ({
        ...names[j],
        ...(j === i ? part : {}),
      })),
    );
  return (
    <Dialog title={text.title} wide onClose={onClose}>
      <Loaded query={tools} lines={6}>
        {(all) => (
          <form className={styles.stack} onSubmit={submit} noValidate>
            <div className={styles.fields}>
              <Select
                label={text.tool}
                value={tool}
                options={[
                  { value: '', label: text.own },
                  ...all.map((one) => ({ value: one.tool, label: one.title })),
                ]}
                onChange={setTool}
              />
              {!known && (
                <Select
                  label={text.count}
                  value={counts.find((one) => Number(one) === own) ?? '10'}
                  options={counts.map((one) => ({ value: one, label: one }))}
                  onChange={(chosen) => setOwn(Number(chosen))}
                />
              )}
            </div>
            {known && (
              <p className={styles.muted}>
                {text.judgements(format.enumerate(known.judgements.map((one) => words[one.word || 'low'])))}
              </p>
            )}
            <fieldset className={styles.domain}>
              <legend>{text.domains}</legend>
              <p className={styles.muted}>{known ? text.namesOfTool : text.namesOwn}</p>
              <div className={styles.stack}>
                {Array.from({ length: count }, (_, i) => (
                  <div key={i} className={styles.fields}>
                    <TextField
                      label={text.nameOf(`D${i + 1}`)}
                      lang="en"
                      hint={known?.domains[i]?.en}
                      value={names[i]?.en ?? ''}
                      onChange={(en) => name(i, { en })}
                    />
                    <TextField
                      label={text.nameZhOf(`D${i + 1}`)}
                      lang="zh-CN"
                      hint={known?.domains[i]?.zh}
                      value={names[i]?.zh ?? ''}
                      onChange={(zh) => name(i, { zh })}
                    />
                  </div>
                ))}
              </div>
              <Checkbox label={text.withOverall} checked={overall} onChange={setOverall} />
            </fieldset>
            <section className={styles.stack}>
              <h3>{text.fromFile}</h3>
              <p className={styles.muted}>{text.fromFileHint}</p>
              <input
                ref={picker}
                type="file"
                hidden
                accept=".csv,.tsv,.txt"
                aria-label={text.choose}
                onChange={(event) => {
                  void take(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
              <div className={styles.row}>
                <Button size="small" onClick={() => picker.current?.click()}>
                  {text.choose}
                </Button>
              </div>
              <div role="status">{said && <Note>{said}</Note>}</div>
            </section>
            {changedMeanwhile ? (
              <p role="alert">{text.changedMeanwhile}</p>
            ) : (
              save.isError && <ProblemNote problem={save.error} />
            )}
            <div className={styles.row}>
              <Button type="submit" kind="primary" busy={save.isPending}>
                {common.save}
              </Button>
              <Button onClick={onClose}>{common.cancel}</Button>
            </div>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
