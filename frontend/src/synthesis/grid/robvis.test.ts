import { describe, expect, it } from 'vitest';
import { emptyRow, judgementOf, judgements, judgementSigns } from './columns';
import { withJudgements } from './robvis';

const row = (study: string, trial?: string) => ({ ...emptyRow(1), study, ...(trial ? { trial } : {}) });

describe('judgements of bias', () => {
  it('are known by their words and by their signs, of which no two are alike', () => {
    for (const judgement of judgements) {
      expect(judgementOf(judgement)).toBe(judgement);
      expect(judgementOf(judgementSigns[judgement])).toBe(judgement);
    }
    expect(new Set(Object.values(judgementSigns)).size).toBe(judgements.length);
    expect(judgementOf('Serious risk of bias')).toBe('serious');
    expect(judgementOf('极严重风险')).toBe('critical');
    expect(judgementOf('awful')).toBeUndefined();
  });

  it('are taken from a table of robvis by the names of studies', () => {
    const found = withJudgements(
      [row('Smith 2001'), row('Jones 2002a', 'Jones 2002'), row('Wu 2003')],
      '\uFEFFStudy,D1,D2,Overall,Weight\nsmith 2001,Low,Serious,Serious,33.3\nJones 2002,Moderate,No information,Critical,33.3\nLost 1999,Low,Low,Low,33.3\nWu 2003,awful,,Low,1\n',
    );
    expect(found.rows.map((one) => one.bias)).toEqual([
      { D1: 'low', D2: 'serious', overall: 'serious' },
      { D1: 'moderate', D2: 'no-information', overall: 'critical' },
      { overall: 'low' },
    ]);
    expect(found.unknown).toEqual(['Lost 1999']);
    expect(found.leftOut).toBe(1);
    expect(found.domains).toBe(2);
    expect(found.overall).toBe(true);
    expect(found.studies).toBe(3);
  });
});
