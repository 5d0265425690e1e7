import { describe, expect, it } from 'vitest';
import { analysis } from '../test/synthesisSamples';
import { estimateText, narrowerThanWald, pText, rareEvents, shown } from './numbers';

describe('numbers', () => {
  it('are printed as journals do, or with every digit', () => {
    expect(estimateText(-0.714999, false)).toBe('−0.71');
    expect(estimateText(0.0312, false)).toBe('0.031');
    expect(estimateText(-0.0001, false)).toBe('0.000');
    expect(estimateText(-0.7149991234, true)).toBe('-0.7149991234');
    expect(estimateText(undefined, false)).toBe('–');
    expect(estimateText(shown(Math.log(0.72), true), false)).toBe('0.72');
  });

  it('give P as RevMan does', () => {
    expect(pText(0.000009, false)).toBe('< 0.00001');
    expect(pText(0.00005, false)).toBe('< 0.0001');
    expect(pText(0.0003, false)).toBe('= 0.0003');
    expect(pText(0.0071, false)).toBe('= 0.007');
    expect(pText(0.13, false)).toBe('= 0.13');
  });

  it('warn when the interval of Hartung and Knapp is narrower than the ordinary one', () => {
    const studies = [1, 1, 1, 1].map((se, i) => ({ study: `${i}`, estimate: 0, se }));
    const heterogeneity = { tauSquared: 0 };
    const of = (se: number, interval = 'HARTUNG_KNAPP') =>
      analysis({ studies, heterogeneity, interval, pooled: { estimate: 0, se } });
    expect(narrowerThanWald(of(0.4))).toBe(true);
    expect(narrowerThanWald(of(0.5))).toBe(false);
    expect(narrowerThanWald(of(0.4, 'WALD'))).toBe(false);
    expect(narrowerThanWald({ ...of(0.4), heterogeneity: { tauSquared: 0.1 } })).toBe(false);
  });

  it('tell rare events, without rows that are switched off', () => {
    const row = (a: string, n1: string, c: string, n2: string, included = true) => ({
      values: { ai: a, n1i: n1, ci: c, n2i: n2 },
      included,
    });
    expect(rareEvents([row('1', '100', '0', '100'), row('0', '50', '0', '50')])).toEqual({
      percent: 100 / 300,
      doubleZero: 1,
    });
    expect(rareEvents([row('1', '100', '0', '100'), row('90', '100', '80', '100')])).toBeUndefined();
    expect(rareEvents([row('1', '100', '0', '100'), row('90', '100', '80', '100', false)])).toBeDefined();
    expect(rareEvents([row('', '100', '0', '100')])).toBeUndefined();
  });
});
