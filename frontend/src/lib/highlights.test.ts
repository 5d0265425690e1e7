import { expect, it } from 'vitest';
import { guardedPattern, highlighter, hitCounts, type HighlightGroupName } from './highlights';

function found(text: string, ...terms: string[]): string[] {
  return highlighter([{ group: 'include', terms }])(text).map(({ start, end }) => text.slice(start, end));
}

it('finds a word with its inflections and both spellings, but no longer words', () => {
  expect(found('Randomized, randomising and RANDOMISED; randomly, nonrandomised', 'randomised')).toEqual([
    'Randomized',
    'randomising',
    'RANDOMISED',
  ]);
  expect(found('therapy, therapies; therapist', 'therapy')).toEqual(['therapy', 'therapies']);
  expect(found('rat rats rate', 'rat')).toEqual(['rat', 'rats']);
  expect(found('arthritis and arthritides', 'arthritis')).toEqual(['arthritis']);
});

it('finds phrases over hyphens, spaces and line ends', () => {
  expect(found('stem cells, Stem-cell, stem\ncells, stemcells', 'stem cell')).toEqual([
    'stem cells',
    'Stem-cell',
    'stem\ncells',
  ]);
});

it('takes * for any letters, ? for one, and quotes by the letter', () => {
  expect(found('mesenchymal mesenchyme', 'mesenchym*')).toEqual(['mesenchymal', 'mesenchyme']);
  expect(found('woman women womxen', 'wom?n')).toEqual(['woman', 'women']);
  expect(found('trial trials', '"trial"')).toEqual(['trial']);
});

it('finds Chinese terms inside a sentence and Latin ones beside Chinese characters', () => {
  expect(found('使用MSC治疗类风湿关节炎的随机对照试验', '随机对照', 'MSC', '关节炎')).toEqual([
    'MSC',
    '关节炎',
    '随机对照',
  ]);
});

it('lets the longest of several terms win and counts each group', () => {
  const find = highlighter([
    { group: 'include', terms: ['stem cells', 'trial'] },
    { group: 'intervention', terms: ['mesenchymal stem cells'] },
  ]);
  const text = 'Mesenchymal stem cells: a trial of stem cells';
  expect(find(text).map(({ start, end, group }) => [group, text.slice(start, end)])).toEqual([
    ['intervention', 'Mesenchymal stem cells'],
    ['include', 'trial'],
    ['include', 'stem cells'],
  ]);
  expect(hitCounts(find(text))).toEqual(
    new Map<HighlightGroupName, number>([
      ['intervention', 1],
      ['include', 2],
    ]),
  );
});

it('treats signs of regular expressions as signs and ignores terms that match everything', () => {
  expect(found('IL-6 (high) a+b', 'a+b', '(high)', '*', '**', '.*', ' ')).toEqual(['(high)', 'a+b']);
  expect(found('anything', 'x'.repeat(101))).toEqual([]);
});

it('takes a regular expression between slashes', () => {
  const find = highlighter([{ group: 'include', terms: ['/\\bIL-?\\d+/', '/[甲乙]型/'] }]);
  const text = 'IL6 and IL-17 in 甲型 disease';
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['IL6', 'IL-17', '甲型']);
});

it('refuses expressions that could take long or find nothing in particular', () => {
  for (const slow of [
    '(a+)+',
    '(a|aa)*b',
    'a*b*c*d*',
    'a?a?a?a?aaaa',
    '(?=x)x',
    '(a)\\1',
    'a*',
    '[',
    'x'.repeat(101),
  ])
    expect(guardedPattern(slow), slow).toBeUndefined();
});

it('lets a repetition without a limit stand for twenty at most', () => {
  expect(guardedPattern('ab+c')).toBe('(?:ab{1,20}c)');
  expect(guardedPattern('a{2,}[+*]')).toBe('(?:a{2,20}[+*])');
});
