import { expect, it } from 'vitest';
import { richText } from './richText';
import { segments } from './segments';

it('cuts where markup and highlights begin and end, and loses no letter', () => {
  const rich = richText('the CD4<sup>+</sup> T cell');
  const pieces = segments(rich, [{ start: 4, end: 10, group: 'include' }]);
  expect(pieces).toEqual([
    { text: 'the ', marks: [] },
    { text: 'CD4', marks: [], hit: 'include' },
    { text: '+', marks: ['sup'], hit: 'include' },
    { text: ' T', marks: [], hit: 'include' },
    { text: ' cell', marks: [] },
  ]);
  expect(pieces.map(({ text }) => text).join('')).toBe(rich.text);
});
