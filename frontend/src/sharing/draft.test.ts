import { expect, it } from 'vitest';
import type { Allocation } from '../api/schema';
import { draftOf, movedRow, rulesOf, sameRules, type Draft, type DraftPart } from './draft';

const rules: Allocation = {
  experienced: ['ann'],
  experiencedInEachPair: true,
  apart: [{ first: 'ann', second: 'bob' }],
  quotas: [
    { reviewer: 'bob', votes: 0 },
    { reviewer: 'cat', percent: 25 },
  ],
  parts: [
    { kind: 'records', from: 1, to: 9, reviewers: ['ann', 'bob'] },
    { kind: 'tag', id: 'animals', reviewers: ['cat'] },
  ],
  handovers: [{ from: 'dan', to: 'cat' }],
};

let keys = 0;
const draft = () => draftOf(rules, () => String(keys++));
const changed = (change: Partial<Draft>) => rulesOf({ ...draft(), ...change });
const part = (change: Partial<DraftPart>): DraftPart => ({
  key: 'k',
  kind: 'records',
  target: '',
  from: '1',
  to: '2',
  reviewers: ['ann'],
  ...change,
});

it('sends the rules as they came when nothing was changed', () => {
  expect(rulesOf(draft())).toEqual(rules);
  expect(sameRules(draft(), rules)).toBe(true);
  expect(sameRules({ ...draft(), experienced: [] }, rules)).toBe(false);
});

it('sends nothing while a row is incomplete', () => {
  expect(changed({ apart: [{ key: 'k', first: 'ann', second: 'ann' }] })).toBeUndefined();
  expect(changed({ apart: [{ key: 'k', first: 'ann', second: '' }] })).toBeUndefined();
  expect(changed({ quotas: { bob: { kind: 'votes', amount: '' } } })).toBeUndefined();
  expect(changed({ quotas: { bob: { kind: 'percent', amount: '101' } } })).toBeUndefined();
  expect(changed({ parts: [part({ from: '3' })] })).toBeUndefined();
  expect(changed({ parts: [part({ from: '0' })] })).toBeUndefined();
  expect(changed({ parts: [part({ reviewers: [] })] })).toBeUndefined();
  expect(changed({ parts: [part({ kind: 'tag' })] })).toBeUndefined();
  expect(sameRules({ ...draft(), parts: [part({ reviewers: [] })] }, rules)).toBe(false);
});

it('leaves out a quota without a limit', () => {
  expect(changed({ quotas: { bob: { kind: 'none', amount: '7' } } })?.quotas).toEqual([]);
});

it('moves a row by one place and not beyond the ends', () => {
  expect(movedRow(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(movedRow(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(movedRow(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
