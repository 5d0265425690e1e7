import { describe, expect, it } from 'vitest';
import { differences } from './differences';

function rebuilt(before: string, after: string) {
  const pieces = differences(before, after);
  const text = (kind: string) =>
    pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind).map((piece) => piece.text);
  return { before: text('removed').join(''), after: text('added').join('') };
}

describe('differences', () => {
  it('name the letter that differs', () => {
    expect(differences('randomised', 'randomized')).toEqual([
      { text: 'randomi', kind: 'same' },
      { text: 's', kind: 'removed' },
      { text: 'z', kind: 'added' },
      { text: 'ed', kind: 'same' },
    ]);
  });

  it('take each Chinese character by itself', () => {
    expect(differences('疗效与安全性', '疗效及安全性')).toEqual([
      { text: '疗效', kind: 'same' },
      { text: '与', kind: 'removed' },
      { text: '及', kind: 'added' },
      { text: '安全性', kind: 'same' },
    ]);
  });

  it('show two different words whole, not letter by letter', () => {
    expect(differences('Lancet', 'BMJ')).toEqual([
      { text: 'Lancet', kind: 'removed' },
      { text: 'BMJ', kind: 'added' },
    ]);
  });

  it('lose nothing, whatever the texts are', () => {
    const texts = [
      '',
      'a',
      'stem cell',
      'stem-cells',
      '骨关节炎 knee OA',
      '膝骨关节炎',
      '𠮷野家 emoji 👩‍⚕️',
      'ab'.repeat(900),
      'ba'.repeat(1200),
    ];
    for (const before of texts) {
      for (const after of texts) expect(rebuilt(before, after)).toEqual({ before, after });
    }
  });
});
