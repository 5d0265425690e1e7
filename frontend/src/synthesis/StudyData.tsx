import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Tagged } from '../api/http';
import type { StudyRow, Synthesis } from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button, LeaveGuard, Note, ProblemNote } from '../ui';
import { biasToolsQuery, putRows, synthesisKey, synthesisQuery } from './api';
import { BiasDialog } from './BiasDialog';
import { DataConflict } from './DataConflict';
import { Calculator } from './grid/Calculator';
import { ColumnsDialog } from './grid/ColumnsDialog';
import {
  columnsOf,
  domainsOf,
  emptyRow,
  filledRows,
  propertiesOf,
  without,
  type GridColumn,
} from './grid/columns';
import { faultOf } from './grid/faults';
import { began, redone, undone, went } from './grid/history';
import type { Cell } from './grid/movement';
import type { Pasted } from './grid/paste';
import { RowDialog } from './grid/RowDialog';
import { StudyGrid } from './grid/StudyGrid';
import { columnWords } from './grid/words';
import { sameRows, together } from './merge';
import { useText } from './messages';
import styles from './synthesis.module.css';

/** The data of a synthesis as they are edited here: a draft on one version, saved as a whole. */
export function StudyData({
  reviewId,
  base,
  latest,
  readOnly,
  onAdopt,
  onDirty,
}: {
  reviewId: string;
  /** The version that the draft is made on. */
  base: Tagged<Synthesis>;
  /** The newest version that is known. */
  latest: Tagged<Synthesis>;
  readOnly: boolean;
  onAdopt: (version: Tagged<Synthesis>) => void;
  /** Whether something is typed that is not saved. */
  onDirty: (dirty: boolean) => void;
}) {
  const text = useText();
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const describedBy = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [history, setHistory] = useState(() => began<readonly StudyRow[]>(base.value.rows));
  const [heldBase, setHeldBase] = useState(base);
  const [extra, setExtra] = useState<{
    properties: readonly string[];
    domains: number;
    overall: boolean;
  }>({ properties: [], domains: 0, overall: false });
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [dialog, setDialog] = useState<'row' | 'calculator' | 'columns' | 'bias'>();
  const [said, setSaid] = useState('');
  const [theirs, setTheirs] = useState<Tagged<Synthesis>>();

  const rows = history.now;
  const dirty = !sameRows(filledRows(rows), base.value.rows);
  if (heldBase !== base) {
    setHeldBase(base);
    // A version with the same data (other settings, a mark as seen) takes nothing from the draft.
    if (!sameRows(base.value.rows, heldBase.value.rows)) {
      setHistory(began<readonly StudyRow[]>(base.value.rows));
      setTheirs(undefined);
    }
  }

  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const properties = useMemo(
    () => [...new Set([...propertiesOf(rows), ...extra.properties])],
    [rows, extra.properties],
  );
  const domains = useMemo(() => {
    const used = domainsOf(rows);
    const wanted = [
      ...Array.from({ length: extra.domains }, (_, i) => `D${i + 1}`),
      ...(extra.overall ? ['overall'] : []),
    ];
    return [...used, ...wanted.filter((one) => !used.includes(one))].sort((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
  }, [rows, extra.domains, extra.overall]);
  const data = base.value.columns;
  const names = JSON.stringify([data, properties, domains]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the columns stay the same while their names do
  const columns = useMemo(() => columnsOf(data, properties, domains), [names]);

  const language = useLanguage();
  const tools = useQuery({ ...biasToolsQuery, enabled: base.value.riskOfBias?.tool !== undefined });
  const domainNames = useMemo(() => {
    const setup = base.value.riskOfBias;
    const ofTool = tools.data?.find((one) => one.tool === setup?.tool)?.domains ?? [];
    const named: Record<string, string> = {};
    domains.forEach((domain) => {
      const i = Number(domain.slice(1)) - 1;
      const name = bilingual(setup?.domains?.[i] ?? {}, language) ?? bilingual(ofTool[i] ?? {}, language);
      if (name) named[domain] = name.text;
    });
    return named;
  }, [base.value.riskOfBias, tools.data, domains, language]);

  const { problems, problem } = base.value;
  const faultAt = useCallback(
    (row: StudyRow, column: GridColumn): string | undefined => {
      if (column.kind !== 'value') return undefined;
      const fault = faultOf(row, column.name);
      if (fault) return text.grid.fault[fault];
      const told = [...problems, ...(problem ? [problem] : [])].find(
        (one) => one.row === row.id && one.column === column.name,
      );
      // What the server said of the number that was saved says nothing of another.
      const saved = base.value.rows.find((one) => one.id === row.id);
      return told && saved?.values[column.name] === row.values[column.name] ? told.message : undefined;
    },
    [problems, problem, base.value.rows, text],
  );
  const faults = rows.flatMap((row, i) =>
    columns.flatMap((column, j) => {
      const message = faultAt(row, column);
      return message === undefined ? [] : [{ row: i, column: j, message }];
    }),
  );

  const change = (next: readonly StudyRow[]) => setHistory(went(history, next));

  const save = useMutation({
    mutationFn: async ({ on, what }: { on: Tagged<Synthesis>; what: readonly StudyRow[] }) => {
      await putRows(reviewId, on.value.id, filledRows(what), on.etag ?? `"${on.value.version}"`);
      return client.fetchQuery({ ...synthesisQuery(reviewId, on.value.id), staleTime: 0 });
    },
    onSuccess: (saved) => {
      setTheirs(undefined);
      // Steps before saving can still be taken back.
      setHistory((before) => ({ ...before, now: saved.value.rows, future: [] }));
      setHeldBase(saved);
      onAdopt(saved);
      void client.invalidateQueries({ queryKey: synthesisKey(reviewId) });
    },
    onError: async (error, { on }) => {
      if (error instanceof Problem && error.status === 412)
        setTheirs(await client.fetchQuery({ ...synthesisQuery(reviewId, on.value.id), staleTime: 0 }));
    },
  });
  const saveNow = () => {
    if (dirty && !readOnly && !save.isPending) save.mutate({ on: base, what: rows });
  };
  const latestSave = useRef(saveNow);
  useEffect(() => {
    latestSave.current = saveNow;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      // What is being typed is taken over when its field is left.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      setTimeout(() => latestSave.current());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  function goTo(cell: Cell) {
    setActive(cell);
    setTimeout(() => grid.current?.querySelector('input')?.focus());
  }

  function onPasted(result: Pasted) {
    setSaid(
      format.enumerate(
        [
          text.grid.pasted(result.rowsTouched),
          result.byHead && text.grid.byHead,
          result.newProperties.length > 0 && text.grid.newProperties(format.enumerate(result.newProperties)),
          result.leftOut > 0 && text.grid.leftOut(result.leftOut),
        ].filter((one) => typeof one === 'string'),
      ),
    );
  }

  const row = rows[active.row];
  const column = columns[active.column];
  const refused = save.isError && !(save.error instanceof Problem && save.error.status === 412);
  return (
    <section className={styles.stack} aria-label={text.grid.label}>
      <div className={styles.toolbar}>
        {!readOnly && (
          <>
            <Button
              size="small"
              disabled={history.past.length === 0}
              onClick={() => setHistory(undone(history))}
            >
              {text.grid.undo}
            </Button>
            <Button
              size="small"
              disabled={history.future.length === 0}
              onClick={() => setHistory(redone(history))}
            >
              {text.grid.redo}
            </Button>
            <Button size="small" disabled={!row} onClick={() => setDialog('row')}>
              {text.grid.details(active.row + 1)}
            </Button>
            <Button size="small" onClick={() => setDialog('calculator')}>
              {text.grid.calculator}
            </Button>
            <Button size="small" onClick={() => setDialog('columns')}>
              {text.grid.columns}
            </Button>
            <Button size="small" onClick={() => setDialog('bias')}>
              {text.grid.bias}
            </Button>
          </>
        )}
        <span className={styles.spring} />
        {dirty && !readOnly && (
          <>
            <span className={styles.muted}>{text.grid.unsaved}</span>
            <Button size="small" onClick={() => change(base.value.rows)}>
              {text.grid.discard}
            </Button>
            <Button kind="primary" size="small" busy={save.isPending} onClick={saveNow}>
              {text.grid.save}
            </Button>
          </>
        )}
      </div>
      {theirs && (
        <DataConflict
          mine={filledRows(rows)}
          theirs={theirs.value.rows}
          busy={save.isPending}
          onTogether={() => {
            const both = together(base.value.rows, filledRows(rows), theirs.value.rows);
            setHistory(went(history, both));
            save.mutate({ on: theirs, what: both });
          }}
          onMine={() => save.mutate({ on: theirs, what: rows })}
          onTheirs={() => {
            save.reset();
            onAdopt(theirs);
          }}
        />
      )}
      {refused && <ProblemNote problem={save.error} />}
      {dirty && !theirs && latest.value.version > base.value.version && (
        <Note tone="warn" announce>
          <p>{text.conflict.live}</p>
        </Note>
      )}
      <StudyGrid
        ref={grid}
        rows={rows}
        columns={columns}
        active={active}
        readOnly={readOnly}
        faultAt={faultAt}
        describedBy={describedBy}
        domainNames={domainNames}
        onActive={setActive}
        onChange={change}
        onPasted={onPasted}
        onUndo={() => setHistory(undone(history))}
        onRedo={() => setHistory(redone(history))}
        onRow={(index) => {
          setActive({ row: index, column: active.column });
          if (!readOnly) setDialog('row');
        }}
      />
      <div role="status" className={styles.said}>
        {said}
      </div>
      {row && column && <CellLine row={row} column={column} fault={faultAt(row, column)} />}
      {faults.length > 0 && (
        <Note tone="bad" title={text.grid.faults(faults.length)}>
          <ul className={styles.changes}>
            {faults.slice(0, 20).map((fault) => {
              const at = columns[fault.column];
              const where = at
                ? text.grid.cell(columnWords(text, at), fault.row + 1, rows[fault.row]?.study ?? '')
                : '';
              return (
                <li key={where}>
                  <button
                    type="button"
                    className={styles.link}
                    aria-label={text.grid.goTo(where)}
                    onClick={() => goTo(fault)}
                  >
                    {where}
                  </button>
                  {`: ${fault.message}`}
                </li>
              );
            })}
          </ul>
        </Note>
      )}
      {!dirty && base.value.respelt.length > 0 && (
        <p className={styles.muted}>
          {text.grid.respelt(
            format.enumerate(base.value.respelt.map(({ typed, read }) => `${typed} → ${read}`)),
          )}
        </p>
      )}
      {problem && problem.column === undefined && rows.length > 0 && !dirty && (
        <Note tone="bad">
          <p>{problem.message}</p>
        </Note>
      )}
      <p className={styles.hint} id={describedBy}>
        {readOnly ? text.grid.readOnly : text.grid.hint}
        {!readOnly && base.value.data === 'effect' && ` ${text.grid.logHint}`}
      </p>
      {dialog === 'row' && row && (
        <RowDialog
          rows={rows}
          index={active.row}
          data={data}
          onChange={change}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'calculator' && (
        <Calculator
          row={row ?? emptyRow(rows.length + 1)}
          rowName={row?.study || text.grid.row(active.row + 1)}
          data={data}
          near={column?.kind === 'value' ? column.name : undefined}
          onApply={(filled) =>
            change(row ? rows.map((one) => (one.id === row.id ? filled : one)) : [...rows, filled])
          }
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'columns' && (
        <ColumnsDialog
          properties={properties}
          onAdd={(name) => setExtra({ ...extra, properties: [...extra.properties, name] })}
          onRemove={(name) => {
            setExtra({ ...extra, properties: extra.properties.filter((one) => one !== name) });
            change(rows.map((one) => ({ ...one, properties: without(one.properties, name) })));
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'bias' && (
        <BiasDialog
          reviewId={reviewId}
          base={base}
          rows={rows}
          columns={domains}
          onColumns={(count, overall) => {
            setExtra({ ...extra, domains: count, overall });
            const kept = Array.from({ length: count }, (_, i) => `D${i + 1}`);
            if (overall) kept.push('overall');
            if (domains.some((one) => !kept.includes(one)))
              change(
                rows.map((one) => ({
                  ...one,
                  bias: Object.fromEntries(Object.entries(one.bias).filter(([name]) => kept.includes(name))),
                })),
              );
          }}
          onRows={change}
          onSaved={onAdopt}
          onClose={() => setDialog(undefined)}
        />
      )}
      <LeaveGuard
        dirty={dirty}
        title={text.grid.unsaved}
        question={text.grid.leave}
        discard={text.grid.discard}
        back={common.back}
      />
    </section>
  );
}

/** Where the number under the cursor comes from, in a line below the table. */
function CellLine({ row, column, fault }: { row: StudyRow; column: GridColumn; fault: string | undefined }) {
  const text = useText();
  const format = useFormat();
  const origin = column.kind === 'value' ? row.origins[column.name] : undefined;
  const parts = [
    origin && `${text.origin.label}: ${text.origin.kinds[origin.kind]}`,
    origin?.method,
    origin?.inputs &&
      Object.keys(origin.inputs).length > 0 &&
      text.origin.from(
        format.enumerate(Object.entries(origin.inputs).map(([name, value]) => `${name} = ${value}`)),
      ),
    origin?.note,
    !row.included && `${text.columns.off}${row.reason ? `: ${row.reason}` : ''}`,
    row.footnote && `${text.columns.footnote}: ${row.footnote}`,
    fault,
  ].filter((part) => typeof part === 'string' && part !== '');
  return <p className={styles.cellLine}>{parts.join(' · ')}</p>;
}
