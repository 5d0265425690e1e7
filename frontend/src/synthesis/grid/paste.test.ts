import { describe, expect, it } from 'vitest';
import { cellText, columnsOf, emptyRow } from './columns';
import { blockText, cellsOf, pasted } from './paste';

const columns = columnsOf(['m1i', 'sd1i', 'n1i'], ['dose'], ['D1']);
const study = columns.findIndex((column) => column.kind === 'study');
const mean = columns.findIndex((column) => column.name === 'm1i');

function texts(rows: ReturnType<typeof pasted>['rows'], names: readonly string[]): string[][] {
  return rows.map((row) =>
    columns.filter((column) => names.includes(column.name)).map((column) => cellText(row, column)),
  );
}

describe('a block of cells', () => {
  it('is what a spreadsheet copied, line breaks inside of quotes included', () => {
    expect(cellsOf('Study\tMean\r\n"Li ""A""\n2019"\t3.5\r\n')).toEqual([
      ['Study', 'Mean'],
      ['Li "A" 2019', '3.5'],
    ]);
  });

  it('keeps a comma inside of a number, and empty cells', () => {
    expect(cellsOf('0,78\t\t12\n1,5\t2\t')).toEqual([
      ['0,78', '', '12'],
      ['1,5', '2', ''],
    ]);
    expect(cellsOf('0,78\n0,81')).toEqual([['0,78'], ['0,81']]);
  });

  it('is divided by semicolons or by commas when all lines are', () => {
    expect(cellsOf('Li;0,78;12\nWu;1,5;2')).toEqual([
      ['Li', '0,78', '12'],
      ['Wu', '1,5', '2'],
    ]);
    expect(cellsOf('Li,0.78,12\nWu,1.5,2')).toEqual([
      ['Li', '0.78', '12'],
      ['Wu', '1.5', '2'],
    ]);
  });

  it('comes back as it was copied', () => {
    const cells = [
      ['a\tb', 'c'],
      ['"d"', ''],
    ];
    expect(cellsOf(blockText(cells))).toEqual(cells);
  });
});

describe('pasting', () => {
  it('writes from the cursor on, adds rows, and says what does not fit', () => {
    const result = pasted(
      [emptyRow(1)],
      columns,
      { row: 0, column: mean },
      cellsOf('1\t2\t3\t\t\t\tx\t+\t9\n4\t5\t6'),
    );
    expect(texts(result.rows, ['m1i', 'sd1i', 'n1i'])).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
    expect(result.rows[0]?.bias).toEqual({ D1: 'low' });
    expect(result.leftOut).toBe(1);
    expect(result.rows.map((row) => row.position)).toEqual([1, 2]);
  });

  it('follows a head that names columns, and makes properties of what it does not know', () => {
    const block = cellsOf('Total 1\tstudlab\tcountry\tMean 1\n20\tLi 2019\tChina\t3,5');
    const result = pasted([], columns, { row: 0, column: study }, block);
    expect(texts(result.rows, ['study', 'm1i', 'n1i'])).toEqual([['Li 2019', '3,5', '20']]);
    expect(result.rows[0]?.properties).toEqual({ country: 'China' });
    expect(result.newProperties).toEqual(['country']);
    expect(result.byHead).toBe(true);
  });

  it('reads 1,234 as a decimal only in a block with other decimals by a comma', () => {
    const at = { row: 0, column: mean };
    expect(pasted([], columns, at, cellsOf('1,234\t0,5')).rows[0]?.values).toEqual({
      m1i: '1.234',
      sd1i: '0,5',
    });
    expect(pasted([], columns, at, cellsOf('1,234\t5')).rows[0]?.values).toEqual({ m1i: '1,234', sd1i: '5' });
    expect(pasted([], columns, at, cellsOf('1,234\t0.5')).rows[0]?.values).toEqual({
      m1i: '1,234',
      sd1i: '0.5',
    });
  });

  it('takes no judgement and no year that is none', () => {
    const bias = columns.findIndex((column) => column.kind === 'bias');
    const year = columns.findIndex((column) => column.kind === 'year');
    const row = { ...emptyRow(1), bias: { D1: 'high' as const }, year: 2019 };
    expect(pasted([row], columns, { row: 0, column: bias }, [['maybe']])).toMatchObject({
      rows: [row],
      leftOut: 1,
    });
    expect(pasted([row], columns, { row: 0, column: year }, [['in press']])).toMatchObject({
      rows: [row],
      leftOut: 1,
    });
  });
});
