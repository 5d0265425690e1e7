import { expect, it } from 'vitest';
import { abstractSections } from './abstractSections';

const parts = (text: string) =>
  abstractSections(text).map(({ label, start, end }) => [label, text.slice(start, end)]);

it('reads one labelled part per line, whatever the label', () => {
  expect(parts('BACKGROUND: Cells help.\nTRIAL REGISTRATION NUMBER: NCT1.\nMETHODS: Two arms.')).toEqual([
    ['BACKGROUND', 'Cells help.'],
    ['TRIAL REGISTRATION NUMBER', 'NCT1.'],
    ['METHODS', 'Two arms.'],
  ]);
});

it('reads labels that run on in one paragraph', () => {
  expect(
    parts('Background: Cells. Materials and methods: We did. Results: Pain fell to 3.2. Conclusion: Good.'),
  ).toEqual([
    ['Background', 'Cells.'],
    ['Materials and methods', 'We did.'],
    ['Results', 'Pain fell to 3.2.'],
    ['Conclusion', 'Good.'],
  ]);
});

it.each([
  ['目的：探讨疗效。方法：选取84例。结果：疼痛下降。结论：有效。'],
  ['【目的】探讨疗效。【方法】选取84例。【结果】疼痛下降。【结论】有效。'],
  ['[目的] 探讨疗效。[方法] 选取84例。[结果] 疼痛下降。[结论] 有效。'],
  ['目的 探讨疗效。方法 选取84例。结果 疼痛下降。结论 有效。'],
])('reads Chinese headings: %s', (text) => {
  expect(parts(text)).toEqual([
    ['目的', '探讨疗效。'],
    ['方法', '选取84例。'],
    ['结果', '疼痛下降。'],
    ['结论', '有效。'],
  ]);
});

it('reads capitals without a colon when there are several', () => {
  expect(
    parts('BACKGROUND Cells help. METHODS Two arms. RESULTS Pain fell.').map(([label]) => label),
  ).toEqual(['BACKGROUND', 'METHODS', 'RESULTS']);
});

it.each([
  'We compared two methods: injection and surgery.',
  'The results were good. Results 2 years later were better.',
  '本研究的目的 是探讨疗效。',
  'Plain text without any heading.',
])('leaves a plain abstract as it is: %s', (text) => {
  expect(parts(text)).toEqual([[undefined, text]]);
});

it('keeps what stands before the first heading', () => {
  expect(parts('Copyright 2020.\nMETHODS: Two arms.\nRESULTS: Good.')[0]).toEqual([
    undefined,
    'Copyright 2020.',
  ]);
});

it('loses no letter of the text but labels and white space', () => {
  const text = 'Introduction: a. 目的：乙。\nMETHODS: c; Results: d\n\nConclusions: e.';
  const shown = parts(text)
    .map(([label, own]) => `${label ?? ''}${own}`)
    .join('');
  expect(shown.replace(/[\s:：]/g, '')).toBe(text.replace(/[\s:：]/g, ''));
});
