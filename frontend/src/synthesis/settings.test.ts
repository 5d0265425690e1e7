import { describe, expect, it } from 'vitest';
import {
  dataKinds,
  differingSettings,
  fitting,
  measuresOf,
  settingsQuery,
  usualSettings,
  withConvention,
} from './settings';

describe('settings', () => {
  it('are usual for every kind of data', () => {
    for (const data of dataKinds) {
      const usual = usualSettings(data);
      expect(measuresOf(data)).toContain(usual.measure);
      expect(fitting(data, usual)).toEqual(usual);
    }
    expect(usualSettings('dichotomous')).toMatchObject({ measure: 'RR', method: 'IV', model: 'random' });
  });

  it('lose a method that the measure has not, and a random model with Peto', () => {
    const ratio = usualSettings('dichotomous');
    expect(fitting('dichotomous', { ...ratio, measure: 'PETO' })).toMatchObject({
      method: 'PETO',
      model: 'fixed',
    });
    expect(fitting('dichotomous', { ...ratio, measure: 'AS' })).toMatchObject({ method: 'IV' });
    expect(fitting('continuous', ratio)).toMatchObject({ measure: 'MD', method: 'IV' });
  });

  it('forget with a new convention what the old one did', () => {
    const chosen = {
      ...usualSettings('continuous'),
      tauSquared: 'PM',
      prediction: 'z',
      ci: 'hksj',
      tests: ['egger'],
    };
    expect(withConvention(chosen, 'revman5')).toMatchObject({
      tauSquared: undefined,
      prediction: undefined,
      ci: 'wald',
      convention: 'revman5',
      tests: ['egger'],
    });
  });

  it('differ by what they say, not by how they leave it out', () => {
    const usual = usualSettings('continuous');
    expect(differingSettings(usual, { ...usual, tests: [], subgroup: '' })).toEqual([]);
    expect(differingSettings(usual, { ...usual, model: 'fixed', moderators: ['year'] })).toEqual([
      'model',
      'moderators',
    ]);
  });

  it('are asked for in an address, with an empty word for what is taken away', () => {
    const query = new URLSearchParams(
      settingsQuery({
        ...usualSettings('continuous'),
        moderators: ['dose, mg', 'year'],
        subgroup: undefined,
      }),
    );
    expect(query.get('measure')).toBe('MD');
    expect(query.get('subgroup')).toBe('');
    expect(query.get('moderators')).toBe('dose, mg,year');
    expect(query.has('totals')).toBe(false);
  });
});
