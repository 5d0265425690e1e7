import { expect, it } from 'vitest';
import { safeSvg } from './safeSvg';

function cleaned(inside: string): string {
  const svg = safeSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`,
  );
  return svg?.innerHTML ?? '';
}

it('keeps the drawing', () => {
  const drawing =
    '<g id="box4" data-box="records_screened"><rect x="1" y="2" width="3" height="4" fill="var(--surface,#fff)"></rect>' +
    '<text x="1" font-size="13">Records screened <tspan font-weight="600">(n = 7,938)</tspan></text></g>';
  expect(cleaned(drawing)).toBe(
    drawing
      .replace('<g ', '<g xmlns="http://www.w3.org/2000/svg" ')
      .replace(' xmlns="http://www.w3.org/2000/svg"', ''),
  );
});

it.each([
  ['<script>alert(1)</script>'],
  [
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  ],
  ['<style>* { background: url(https://elsewhere.example) }</style>'],
  ['<image href="https://elsewhere.example/x.png"/>'],
  ['<use href="https://elsewhere.example/x.svg#a"/>'],
  ['<a href="javascript:alert(1)"><text>x</text></a>'],
  ['<animate attributeName="href" values="javascript:alert(1)"/>'],
  ['<set attributeName="onload" to="alert(1)"/>'],
  ['<html:img xmlns:html="http://www.w3.org/1999/xhtml" src="x"/>'],
])('leaves out %s', (foreign) => {
  expect(cleaned(`<g>${foreign}</g>`)).toBe('<g></g>');
});

it.each([
  ['onload="alert(1)"'],
  ['style="background:url(https://elsewhere.example)"'],
  ['xlink:href="javascript:alert(1)"'],
  ['fill="url(https://elsewhere.example/x#y)"'],
  ['fill="u\\72l(https://elsewhere.example)"'],
  ['clip-path="/**/url(x)"'],
])('leaves out the attribute %s', (attribute) => {
  expect(cleaned(`<rect ${attribute}/>`)).toBe('<rect></rect>');
});

it('keeps references inside of the drawing', () => {
  expect(cleaned('<path marker-end="url(#m)"></path>')).toContain('url(#m)');
});

it.each([
  ['<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
  ['<svg>no namespace</svg>'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
  ['not a drawing'],
  [''],
])('gives nothing back for %s', (source) => {
  expect(safeSvg(source)).toBeUndefined();
});
