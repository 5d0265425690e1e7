import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { StudyRow } from '../../api/schema';
import { classes } from '../../lib/classes';
import { useText } from '../messages';
import { cellText, emptyRow, judgementSigns, positioned, withCell, type GridColumn } from './columns';
import styles from './grid.module.css';
import { contains, movedBy, rangeOf, type Cell, type Range } from './movement';
import { blockText, cellsOf, pasted, type Pasted } from './paste';
import { columnWords } from './words';

interface StudyGridProps {
  readonly rows: readonly StudyRow[];
  readonly columns: readonly GridColumn[];
  readonly active: Cell;
  readonly readOnly: boolean;
  /** Why a cell must be looked at. */
  readonly faultAt: (row: StudyRow, column: GridColumn) => string | undefined;
  readonly onActive: (cell: Cell) => void;
  readonly onChange: (rows: StudyRow[]) => void;
  readonly onPasted: (result: Pasted) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onRow: (row: number) => void;
  readonly describedBy: string;
  /** What the domains of bias are called, by column. */
  readonly domainNames?: Readonly<Record<string, string>>;
  readonly ref?: RefObject<HTMLDivElement | null>;
}

/**
 * The table of studies, used like a spreadsheet. The active cell holds a text field, so that input methods, screen
 * readers and the clipboard meet what they know; below the last row one more waits to be typed into.
 */
export function StudyGrid(props: StudyGridProps) {
  const { rows, columns, active, readOnly, onActive, onChange, describedBy, ref } = props;
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const wantsFocus = useRef(false);
  const leaving = useRef(false);
  const [anchor, setAnchor] = useState<Cell>();
  const [typed, setTyped] = useState<{ text: string; caret: boolean }>();
  const size = { rows: rows.length + (readOnly ? 0 : 1), columns: columns.length };
  const at: Cell = {
    row: Math.min(active.row, Math.max(size.rows - 1, 0)),
    column: Math.min(active.column, size.columns - 1),
  };
  const range = rangeOf(anchor ?? at, at);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    field.current?.focus();
    field.current?.select();
    field.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });

  function go(cell: Cell, extend = false) {
    setAnchor(extend ? (anchor ?? at) : undefined);
    setTyped(undefined);
    wantsFocus.current = true;
    onActive(cell);
  }

  function commit() {
    if (typed === undefined) return;
    const column = columns[at.column];
    const row = rows[at.row] ?? emptyRow(rows.length + 1);
    const changed = column ? withCell(row, column, typed.text) : row;
    if (changed !== row)
      onChange(
        at.row < rows.length ? rows.map((one, i) => (i === at.row ? changed : one)) : [...rows, changed],
      );
    setTyped(undefined);
  }

  function clear() {
    const changed = rows.map((row, i) =>
      i < range.top || i > range.bottom
        ? row
        : columns.slice(range.left, range.right + 1).reduce((now, column) => withCell(now, column, ''), row),
    );
    if (changed.some((row, i) => row !== rows[i])) onChange(changed);
  }

  function take(block: string) {
    const result = pasted(rows, columns, { row: range.top, column: range.left }, cellsOf(block));
    setTyped(undefined);
    onChange(positioned(result.rows));
    props.onPasted(result);
    wantsFocus.current = true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const ctrlKey = event.ctrlKey || event.metaKey;
    const press = { key: event.key, shiftKey: event.shiftKey, ctrlKey };
    if (typed !== undefined) {
      const caretKey = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key);
      if (event.key === 'Escape') {
        setTyped(undefined);
        wantsFocus.current = true;
      } else if (caretKey && (typed.caret || event.shiftKey || ctrlKey)) return;
      else {
        const next = movedBy(press, at, grown());
        if (next === undefined) return;
        commit();
        go(next);
      }
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      leaving.current = true;
      setAnchor(undefined);
      return;
    }
    if (event.key === 'Tab' && leaving.current) return;
    if (ctrlKey && event.key.toLowerCase() === 'z' && !readOnly) {
      event.preventDefault();
      if (event.shiftKey) props.onRedo();
      else props.onUndo();
      return;
    }
    if (ctrlKey && event.key.toLowerCase() === 'y' && !readOnly) {
      event.preventDefault();
      props.onRedo();
      return;
    }
    if (event.key === 'F2' && !readOnly) {
      event.preventDefault();
      setTyped({ text: textAt(at), caret: true });
      const end = field.current?.value.length ?? 0;
      field.current?.setSelectionRange(end, end);
      return;
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && !readOnly) {
      event.preventDefault();
      clear();
      return;
    }
    const extend = event.shiftKey && event.key.startsWith('Arrow');
    const next = movedBy(press, at, size);
    if (next === undefined) return;
    event.preventDefault();
    go(next, extend);
  }

  /** What is being typed in the waiting row makes it one of the others, and another waits below. */
  function grown() {
    return at.row === rows.length ? { ...size, rows: size.rows + 1 } : size;
  }

  function textAt(cell: Cell): string {
    const [row, column] = [rows[cell.row], columns[cell.column]];
    return row && column ? cellText(row, column) : '';
  }

  function onCopy(event: ClipboardEvent) {
    if (typed !== undefined) return;
    event.preventDefault();
    const cells = rows
      .slice(range.top, range.bottom + 1)
      .map((row) => columns.slice(range.left, range.right + 1).map((column) => cellText(row, column)));
    event.clipboardData.setData('text/plain', blockText(cells));
    if (event.type === 'cut' && !readOnly) clear();
  }

  function onPaste(event: ClipboardEvent) {
    const block = event.clipboardData.getData('text/plain');
    if (readOnly || block === '' || (typed !== undefined && !/[\t\n]/.test(block))) return;
    event.preventDefault();
    take(block);
  }

  function pressCell(cell: Cell, extend: boolean) {
    if (cell.row === at.row && cell.column === at.column && !extend) {
      setAnchor(undefined);
      return;
    }
    commit();
    go(cell, extend);
  }

  function type(value: string) {
    if (!readOnly) setTyped({ text: value, caret: typed?.caret ?? false });
  }

  const handlers = useRef<Handlers>({ press: pressCell, row: props.onRow, type, leave: commit });
  useLayoutEffect(() => {
    handlers.current = { press: pressCell, row: props.onRow, type, leave: commit };
  });

  const shownRows: readonly (StudyRow | undefined)[] = readOnly ? rows : [...rows, undefined];
  return (
    <div
      ref={ref}
      className={styles.scroll}
      onFocus={() => {
        leaving.current = false;
      }}
      onKeyDown={(event) => {
        if (event.target === field.current) onKeyDown(event);
      }}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
    >
      <table
        className={styles.grid}
        role="grid"
        aria-label={text.grid.label}
        aria-describedby={describedBy}
        aria-rowcount={shownRows.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={readOnly}
        aria-multiselectable="true"
      >
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" className={styles.corner} aria-colindex={1}>
              <span className="visually-hidden">{text.columns.row}</span>
            </th>
            {columns.map((column, j) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-colindex={j + 2}
                className={classes(
                  styles.head,
                  column.kind === 'value' && styles.number,
                  j === 0 && styles.first,
                )}
                lang={column.kind === 'property' || column.kind === 'bias' ? '' : undefined}
                title={column.kind === 'bias' ? props.domainNames?.[column.name] : undefined}
              >
                {columnWords(text, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.map((row, i) => (
            <GridRow
              key={row?.id ?? 'waiting'}
              row={row}
              index={i}
              columns={columns}
              faultAt={props.faultAt}
              activeColumn={i === at.row ? at.column : -1}
              range={anchor && i >= range.top && i <= range.bottom ? `${range.left} ${range.right}` : ''}
              readOnly={readOnly}
              typed={i === at.row ? typed?.text : undefined}
              field={field}
              handlers={handlers}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the cells call; through a reference, so that rows in which nothing changed are not drawn again. */
interface Handlers {
  readonly press: (cell: Cell, extend: boolean) => void;
  readonly row: (row: number) => void;
  readonly type: (value: string) => void;
  readonly leave: () => void;
}

interface GridRowProps {
  readonly row: StudyRow | undefined;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  readonly activeColumn: number;
  /** "left right" of the selected cells, or empty. */
  readonly range: string;
  readonly readOnly: boolean;
  readonly typed: string | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly faultAt: (row: StudyRow, column: GridColumn) => string | undefined;
  readonly handlers: RefObject<Handlers>;
}

function sameRowProps(a: GridRowProps, b: GridRowProps): boolean {
  return (
    a.activeColumn === -1 &&
    b.activeColumn === -1 &&
    a.row === b.row &&
    a.index === b.index &&
    a.columns === b.columns &&
    a.range === b.range &&
    a.readOnly === b.readOnly &&
    a.faultAt === b.faultAt
  );
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, activeColumn } = props;
  const text = useText();
  const [left = -1, right = -1] = props.range === '' ? [] : props.range.split(' ').map(Number);
  const range: Range = { top: index, bottom: index, left, right };
  const out = row !== undefined && !row.included;
  return (
    <tr role="row" aria-rowindex={index + 2} className={classes(out && styles.out)}>
      <td role="gridcell" aria-colindex={1} className={styles.corner}>
        {row && (
          <button
            type="button"
            tabIndex={-1}
            className={styles.rowButton}
            aria-label={text.grid.rowOf(index + 1, row.study)}
            onClick={() => props.handlers.current.row(index)}
          >
            {index + 1}
            {out && <small>{text.grid.off}</small>}
            {row.footnote && <sup aria-hidden="true">*</sup>}
          </button>
        )}
      </td>
      {columns.map((column, j) => {
        const value = row ? cellText(row, column) : '';
        const fault = row && props.faultAt(row, column);
        const active = j === activeColumn;
        const origin = row && column.kind === 'value' ? row.origins[column.name]?.kind : undefined;
        const selected = contains(range, index, j);
        return (
          <td
            key={column.key}
            role={column.kind === 'study' ? 'rowheader' : 'gridcell'}
            aria-colindex={j + 2}
            aria-selected={active || selected}
            aria-invalid={fault ? true : undefined}
            title={fault}
            className={classes(
              styles.cell,
              column.kind === 'value' && styles.number,
              j === 0 && styles.first,
              selected && styles.selected,
              active && styles.active,
              fault !== undefined && styles.bad,
            )}
            onMouseDown={(event) => {
              if (event.button !== 0 || (active && !event.shiftKey)) return;
              event.preventDefault();
              props.handlers.current.press({ row: index, column: j }, event.shiftKey);
            }}
          >
            {active ? (
              <input
                ref={props.field}
                className={styles.field}
                value={props.typed ?? value}
                readOnly={props.readOnly}
                autoComplete="off"
                spellCheck={false}
                inputMode={column.kind === 'value' ? 'decimal' : undefined}
                aria-label={text.grid.cell(columnWords(text, column), index + 1, row?.study ?? '')}
                aria-invalid={fault ? true : undefined}
                onChange={(event) => props.handlers.current.type(event.target.value)}
                onFocus={(event) => event.target.select()}
                onBlur={() => props.handlers.current.leave()}
              />
            ) : column.kind === 'bias' && value !== '' ? (
              <BiasDot judgement={value} words={text.bias} />
            ) : (
              <span className={styles.text}>{value}</span>
            )}
            {origin && origin !== 'reported' && (
              <span className={styles.mark}>
                <span aria-hidden="true">{text.origin.marks[origin]}</span>
                <span className="visually-hidden">{text.origin.kinds[origin]}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}, sameRowProps);

const signs: Readonly<Record<string, string>> = judgementSigns;

function BiasDot({ judgement, words }: { judgement: string; words: Readonly<Record<string, string>> }) {
  return (
    <span className={styles.dot} data-judgement={judgement}>
      <span aria-hidden="true">{signs[judgement]}</span>
      <span className="visually-hidden">{words[judgement]}</span>
    </span>
  );
}
