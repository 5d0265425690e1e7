import { expect, it } from 'vitest';
import { richText } from './richText';

const marked = (source: string) => {
  const { text, marks } = richText(source);
  return { text, marks: marks.map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`) };
};

it('understands the few tags that matter in a title', () => {
  expect(marked('CD4<sup>+</sup> cells in <i>Mus <b>musculus</b></i>, H<SUB class="x">2</SUB>O')).toEqual({
    text: 'CD4+ cells in Mus musculus, H2O',
    marks: ['sup:+', 'i:Mus musculus', 'b:musculus', 'sub:2'],
  });
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  'p <i 0.05',
  'a </b> without a beginning',
  'a <b> without an end',
])('shows %s as the text that it is', (source) => {
  expect(marked(source)).toEqual({ text: source, marks: [] });
});

it('never makes a tag from a character reference', () => {
  expect(marked('&lt;i&gt;not italic&lt;/i&gt; &amp; 5 &#8804; 6 &#x3b2; &nonsense; &#0;')).toEqual({
    text: '<i>not italic</i> & 5 ≤ 6 β &nonsense; &#0;',
    marks: [],
  });
});

it('turns paragraphs into lines', () => {
  expect(richText('<p>One.</p><p>Two.<br/>Three.</p>').text).toBe('One.\nTwo.\nThree.\n');
});

it('takes a million characters of half-open tags without delay', () => {
  expect(richText('<i '.repeat(300_000)).marks).toEqual([]);
});
