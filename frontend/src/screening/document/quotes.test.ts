import { expect, it } from 'vitest';
import { evidenceFor, LONGEST_QUOTE, quoteOf, type Draft } from './quotes';

it('joins the lines of a selection as sentences, Chinese ones without spaces', () => {
  expect(quoteOf('  We allotted\n 24\u00A0patients\r\n\nto two arms. ')).toBe(
    'We allotted 24 patients to two arms.',
  );
  expect(quoteOf('采用随机数字\n表法分为\n两组 (n=24)')).toBe('采用随机数字表法分为两组 (n=24)');
  expect(quoteOf('膝骨关节炎\nKOA patients')).toBe('膝骨关节炎 KOA patients');
  expect(quoteOf('rando\u00AD\nmised\u0000 trial')).toBe('randomised trial');
  expect(quoteOf(' \n\u0000 ')).toBe('');
  expect(quoteOf('x'.repeat(5000))).toHaveLength(LONGEST_QUOTE);
});

const draft: Draft = { key: '1', quote: 'We allotted', reasonId: 'r1', documentId: 'd', page: 3 };

it('sends quotes for reasons of the vote, and others for none', () => {
  expect(evidenceFor([draft], ['r1', 'r2'])).toEqual([
    { quote: 'We allotted', reasonId: 'r1', documentId: 'd', page: 3 },
  ]);
  expect(evidenceFor([draft], [])).toEqual([{ quote: 'We allotted', documentId: 'd', page: 3 }]);
  expect(evidenceFor([{ key: '2', quote: '  ' }], ['r1'])).toEqual([]);
});

it('quotes what is selected for the reason that is chosen, once', () => {
  const selected = { documentId: 'd', page: 3, quote: 'We allotted' };
  expect(evidenceFor([], ['r1'], { ...selected, reasonId: 'r1' })).toEqual([
    { quote: 'We allotted', reasonId: 'r1', documentId: 'd', page: 3 },
  ]);
  expect(evidenceFor([draft], ['r1'], { ...selected, reasonId: 'r1' })).toHaveLength(1);
  expect(evidenceFor([draft], ['r1', 'r2'], { ...selected, reasonId: 'r2' })).toHaveLength(2);
});
