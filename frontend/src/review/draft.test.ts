import { describe, expect, it } from 'vitest';
import { protocol } from '../test/samples';
import { moved } from '../lib/moved';
import { differingParts, draftOf, sameDraft, toSend } from './draft';

describe('a draft of the protocol', () => {
  it('is unchanged by blanks and empty lines alone', () => {
    const draft = draftOf(protocol());
    const typed = {
      ...draft,
      registration: '  ',
      highlights: draft.highlights.map((one) => ({ ...one, terms: ['', ' '] })),
    };
    expect(sameDraft(draft, typed)).toBe(true);
  });

  it('sends no highlight group without terms and no empty text', () => {
    const draft = draftOf(protocol());
    const sent = toSend({
      ...draft,
      criteria: [{ id: 'c', kind: 'inclusion', text: { en: ' Trial ', zh: '' } }],
      highlights: [
        { group: 'include', terms: [' random* ', ''] },
        { group: 'exclude', terms: [''] },
      ],
    });
    expect(sent.criteria).toEqual([{ id: 'c', kind: 'inclusion', text: { en: 'Trial' } }]);
    expect(sent.highlights).toEqual([{ group: 'include', terms: ['random*'] }]);
  });

  it('knows an order from another', () => {
    const draft = draftOf(protocol());
    expect(differingParts(draft, { ...draft, criteria: moved(draft.criteria, 1, -1) })).toEqual(['criteria']);
  });

  it('does not move past the ends', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});
