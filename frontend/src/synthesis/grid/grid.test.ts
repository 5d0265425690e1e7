import { describe, expect, it } from 'vitest';
import type { StudyRow } from '../../api/schema';
import {
  columnsOf,
  emptyRow,
  filledRows,
  hasTwoMeanings,
  judgementOf,
  readNumber,
  withAnotherArm,
  withCell,
  type GridColumn,
} from './columns';
import { faultOf } from './faults';
import { began, redone, undone, went } from './history';
import { movedBy } from './movement';
import { targetFor } from './targets';

const size = { rows: 3, columns: 4 };

function press(key: string, shiftKey = false, ctrlKey = false) {
  return { key, shiftKey, ctrlKey };
}

describe('moving in the table', () => {
  it('goes with the arrows and stops at the edges', () => {
    expect(movedBy(press('ArrowRight'), { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 2 });
    expect(movedBy(press('ArrowUp'), { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(movedBy(press('ArrowDown', false, true), { row: 0, column: 1 }, size)).toEqual({
      row: 2,
      column: 1,
    });
    expect(movedBy(press('End'), { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 3 });
    expect(movedBy(press('PageDown'), { row: 0, column: 2 }, size)).toEqual({ row: 2, column: 2 });
  });

  it('goes down by Enter, and on to the next row by Tab', () => {
    expect(movedBy(press('Enter'), { row: 0, column: 2 }, size)).toEqual({ row: 1, column: 2 });
    expect(movedBy(press('Enter', true), { row: 1, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(movedBy(press('Tab'), { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 0 });
    expect(movedBy(press('Tab', true), { row: 1, column: 0 }, size)).toEqual({ row: 0, column: 3 });
  });

  it('lets Tab out of the last cell and out of the first', () => {
    expect(movedBy(press('Tab'), { row: 2, column: 3 }, size)).toBeUndefined();
    expect(movedBy(press('Tab', true), { row: 0, column: 0 }, size)).toBeUndefined();
    expect(movedBy(press('a'), { row: 0, column: 0 }, size)).toBeUndefined();
  });
});

describe('steps of a draft', () => {
  it('are taken back and done again, until something else is done', () => {
    const two = went(went(began('a'), 'b'), 'c');
    expect(undone(two).now).toBe('b');
    expect(redone(undone(two)).now).toBe('c');
    expect(redone(went(undone(two), 'd')).now).toBe('d');
    expect(undone(began('a')).now).toBe('a');
    expect(went(two, 'c')).toBe(two);
  });
});

const value = (name: string): GridColumn => ({ key: name, kind: 'value', name });

describe('a cell', () => {
  it('keeps what was typed, and a number typed over loses the origin of the one before', () => {
    const row: StudyRow = {
      ...emptyRow(1),
      values: { m1i: '2', sd1i: '1' },
      origins: { m1i: { kind: 'figure' }, sd1i: { kind: 'figure' } },
      typed: { m1i: '2,0' },
    };
    const changed = withCell(row, value('m1i'), ' 2,5 ');
    expect(changed.values).toEqual({ m1i: '2,5', sd1i: '1' });
    expect(changed.origins).toEqual({ sd1i: { kind: 'figure' } });
    expect(changed.typed).toEqual({});
    expect(withCell(row, value('m1i'), '2')).toBe(row);
  });

  it('is read as a number as people write them', () => {
    expect(readNumber('−1.5')).toBe(-1.5);
    expect(readNumber('１２．５')).toBe(12.5);
    expect(readNumber('0,78')).toBe(0.78);
    expect(readNumber('2e-3')).toBe(0.002);
    expect(readNumber('1,234')).toBeUndefined();
    expect(hasTwoMeanings('1,234')).toBe(true);
    expect(readNumber('12 (3)')).toBeUndefined();
  });

  it('holds a judgement by word or sign, in either language', () => {
    expect(judgementOf('+')).toBe('low');
    expect(judgementOf('Some concerns')).toBe('some');
    expect(judgementOf('−')).toBe('high');
    expect(judgementOf('高')).toBe('high');
    expect(judgementOf('perhaps')).toBeUndefined();
  });

  it('is named when it cannot be what was meant', () => {
    const row: StudyRow = {
      ...emptyRow(1),
      values: { ai: '12', n1i: '10', ci: '-1', sd1i: '-2', m1i: '-2', ri: '1.2', n2i: '1,200' },
    };
    expect(faultOf(row, 'ai')).toBe('more-events-than-people');
    expect(faultOf(row, 'ci')).toBe('negative');
    expect(faultOf(row, 'sd1i')).toBe('negative');
    expect(faultOf(row, 'm1i')).toBeUndefined();
    expect(faultOf(row, 'ri')).toBe('beyond-one');
    expect(faultOf(row, 'n2i')).toBe('two-meanings');
    expect(faultOf({ ...row, values: { ai: 'many' } }, 'ai')).toBe('no-number');
  });
});

describe('rows', () => {
  it('of one trial share it, and are told apart by letters', () => {
    const row = { ...emptyRow(1), study: 'Lamo 2016', year: 2016 };
    const two = withAnotherArm([row], 0);
    expect(two.map((one) => [one.study, one.trial, one.year])).toEqual([
      ['Lamo 2016a', 'Lamo 2016', 2016],
      ['Lamo 2016b', 'Lamo 2016', 2016],
    ]);
    expect(withAnotherArm(two, 1).map((one) => one.study)).toEqual([
      'Lamo 2016a',
      'Lamo 2016b',
      'Lamo 2016c',
    ]);
  });

  it('with nothing in them are not saved', () => {
    const full = { ...emptyRow(2), study: 'Li' };
    expect(filledRows([emptyRow(1), full, emptyRow(3)])).toEqual([{ ...full, position: 1 }]);
  });

  it('have columns for who, for what was measured and for what else is known', () => {
    expect(columnsOf(['yi', 'sei'], ['dose'], ['D1']).map((column) => column.name)).toEqual([
      'study',
      'yi',
      'sei',
      'subgroup',
      'trial',
      'year',
      'dose',
      'D1',
    ]);
  });
});

describe('a result of a conversion', () => {
  const arms = ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'];
  it('goes to the group of the cursor', () => {
    expect(targetFor('mean', arms, 'm1i')).toBe('m1i');
    expect(targetFor('sd', arms, 'n2i')).toBe('sd2i');
    expect(targetFor('events2', ['ai', 'n1i', 'ci', 'n2i'], 'ai')).toBe('ci');
    expect(targetFor('se', ['yi', 'sei'], undefined)).toBe('sei');
    expect(targetFor('designEffect', arms, 'm1i')).toBe('');
  });
});
