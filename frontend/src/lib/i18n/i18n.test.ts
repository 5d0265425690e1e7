import { describe, expect, it } from 'vitest';
import { bilingual } from './bilingual';
import { formatIn } from './format';
import { plural } from './plural';

describe('words and numbers', () => {
  it('counts in English with the right form and digit groups', () => {
    expect(plural(1, '# record', '# records')).toBe('1 record');
    expect(plural(0, '# record', '# records')).toBe('0 records');
    expect(plural(7938, '# record', '# records')).toBe('7,938 records');
  });

  it('sets names apart by the comma of the language', () => {
    expect(formatIn('en').enumerate(['PubMed', 'CNKI'])).toBe('PubMed, CNKI');
    expect(formatIn('zh').enumerate(['PubMed', '中国知网'])).toBe('PubMed、中国知网');
  });

  it('writes dates in the language, and leaves a text that is no date as it is', () => {
    expect(formatIn('zh').date('2026-11-20T12:00:00Z')).toContain('2026年');
    expect(formatIn('en').date('spring 2026')).toBe('spring 2026');
  });

  it('takes the other language rather than nothing, and says which it is', () => {
    expect(bilingual({ zh: '随机对照试验' }, 'en')).toEqual({ text: '随机对照试验', lang: 'zh-CN' });
    expect(bilingual({ en: 'Trial', zh: '试验' }, 'zh')).toEqual({ text: '试验', lang: 'zh-CN' });
    expect(bilingual({ en: '  ' }, 'en')).toBeUndefined();
  });
});
