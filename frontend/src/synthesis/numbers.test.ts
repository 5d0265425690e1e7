import { describe, expect, it } from 'vitest';
import { estimateText, pEquation, pText, shown } from './numbers';

describe('numbers', () => {
  it('are printed as journals do, or with every digit', () => {
    expect(estimateText(-0.714999, false)).toBe('−0.71');
    expect(estimateText(0.0312, false)).toBe('0.03');
    expect(estimateText(0.0042, false)).toBe('0.004');
    expect(estimateText(-0.0001, false)).toBe('0.000');
    expect(estimateText(-0.7149991234, true)).toBe('-0.7149991234');
    expect(estimateText(undefined, false)).toBe('–');
    expect(estimateText(shown(Math.log(0.72), true), false)).toBe('0.72');
  });

  it('give P as RevMan does', () => {
    expect(pText(0.000009, false)).toBe('< 0.00001');
    expect(pText(0.00005, false)).toBe('< 0.0001');
    expect(pText(0.0003, false)).toBe('0.0003');
    expect(pText(0.0071, false)).toBe('0.007');
    expect(pText(0.13, false)).toBe('0.13');
    expect([pEquation(0.13, false), pEquation(0.00005, false)]).toEqual(['P = 0.13', 'P < 0.0001']);
  });
});
