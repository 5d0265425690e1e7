import { describe, expect, it } from 'vitest';
import type { StudyRow } from '../api/schema';
import { differences, sameRows, together } from './merge';

function row(id: string, values: Record<string, string>, more: Partial<StudyRow> = {}): StudyRow {
  return {
    id,
    position: 1,
    study: id,
    values,
    origins: {},
    properties: {},
    bias: {},
    included: true,
    ...more,
  };
}

const base = [row('Li', { m1i: '1', m2i: '2' }), row('Wu', { m1i: '3' }, { position: 2 })];

describe('two drafts of a table', () => {
  it('differ in named cells of named rows', () => {
    const mine = [row('Li', { m1i: '9', m2i: '2' }), base[1] ?? row('', {})];
    const theirs = [row('Li', { m1i: '1' }, { included: false, reason: 'retracted' })];
    expect(
      differences(mine, theirs).map(({ study, part, mine: left, theirs: right }) => [
        study,
        part,
        left,
        right,
      ]),
    ).toEqual([
      ['Li', 'm1i', '9', '1'],
      ['Li', 'm2i', '2', undefined],
      ['Li', 'off', undefined, 'retracted'],
      ['Wu', 'row', 'Wu', undefined],
    ]);
  });

  it('are put together cell by cell; where both changed one, mine stands', () => {
    const mine = [row('Li', { m1i: '9', m2i: '8' }), ...base.slice(1)];
    const theirs = [
      row('Li', { m1i: '7', m2i: '2' }, { footnote: 'checked' }),
      row('Wu', { m1i: '4' }, { position: 2 }),
    ];
    const both = together(base, mine, theirs);
    expect(both.map((one) => one.values)).toEqual([{ m1i: '9', m2i: '8' }, { m1i: '4' }]);
    expect(both[0]?.footnote).toBe('checked');
  });

  it('keep rows that either added, and drop those that either took away untouched', () => {
    const mine = [...base.slice(0, 1), row('Mine', { m1i: '5' })];
    const theirs = [...base, row('Theirs', { m1i: '6' })];
    expect(together(base, mine, theirs).map((one) => one.study)).toEqual(['Li', 'Theirs', 'Mine']);
    expect(together(base, base, base.slice(1)).map((one) => one.study)).toEqual(['Wu']);
    const changed = [row('Li', { m1i: '9' }), ...base.slice(1)];
    expect(together(base, changed, base.slice(1)).map((one) => one.study)).toEqual(['Wu', 'Li']);
  });

  it('are the same whatever the order of names in them', () => {
    expect(sameRows([row('Li', { a: '1', b: '2' })], [row('Li', { b: '2', a: '1' })])).toBe(true);
    expect(sameRows(base, base.slice(1))).toBe(false);
  });
});
