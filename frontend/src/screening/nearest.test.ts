import { expect, it } from 'vitest';
import { nearestTo } from './nearest';

it('asks for any of the long words of the title, the longest first', () => {
  expect(nearestTo({ id: 1, title: 'Needles for chronic neck pain: a trial' })).toBe(
    'title:needles OR title:chronic OR title:trial OR title:neck OR title:pain',
  );
});

it('asks for pairs of Chinese characters', () => {
  expect(nearestTo({ id: 1, title: '针刺治疗颈痛', titles: { zh: '针刺治疗颈痛' } })).toBe(
    'title:针刺 OR title:治疗 OR title:颈痛',
  );
});

it('asks for both titles of a record in two languages', () => {
  const asked = nearestTo({ id: 1, title: '针刺', titles: { en: 'Needling', zh: '针刺' } });
  expect(asked.split(' OR ')).toEqual(['title:needling', 'title:针刺']);
});

it('has nothing to ask for a record without a title', () => {
  expect(nearestTo({ id: 1 })).toBe('');
});

it('stays within what a search may be, however long the title', () => {
  const title = Array.from({ length: 400 }, (_, i) => `supercalifragilistic${i}`).join(' ');
  expect(nearestTo({ id: 1, title }).length).toBeLessThan(1000);
});
