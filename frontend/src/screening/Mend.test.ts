import { expect, it } from 'vitest';
import { withText } from './Mend';

it('lays a pasted abstract over the record and says where it is from', () => {
  const mended = withText({ id: 1, title: 'A trial' }, 'abstract-en', 'We compared.', 'the publisher');
  expect(mended).toMatchObject({
    abstract: 'We compared.',
    abstracts: { en: 'We compared.' },
    corrections: [{ field: 'abstract-en', origin: 'the publisher' }],
  });
});

it('leads with Chinese where there are both, and replaces an earlier correction', () => {
  const record = { id: 1, title: 'A trial', titles: { en: 'A trial' } };
  const first = withText(record, 'title-zh', '试验', 'CNKI');
  const second = withText(first, 'title-zh', '一项试验', 'CNKI');
  expect(second.title).toBe('一项试验');
  expect(second.titles).toEqual({ en: 'A trial', zh: '一项试验' });
  expect(second.corrections).toHaveLength(1);
});
