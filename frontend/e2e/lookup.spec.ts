import { EXAMPLE } from './api';
import { expect, test } from './test';

test('words are found in English and Chinese and marked where they stand', async ({ browsers }) => {
  const page = await browsers.page('lea');
  await page.goto(`/reviews/${EXAMPLE}`);
  await expect(page.locator('main h1')).toBeVisible();
  await page.keyboard.press('/');
  const field = page.getByRole('search').getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('arthritis');
  await page.keyboard.press('Enter');
  const marks = page.locator('main mark');
  await expect(marks.first()).toBeVisible();
  for (const text of await marks.allInnerTexts()) expect(text).toMatch(/arthriti/i);
  await expect(page.getByRole('status')).toContainText(/\d+ records?/);

  const words = page.locator('main').getByRole('searchbox');
  await words.fill('间充质干细胞');
  await words.press('Enter');
  await expect(page).toHaveURL(/q=%E9%97%B4/);
  await expect(marks.first()).toHaveText(/[间充质干细胞]+/);
  await expect(page.locator('main ol > li').first()).toContainText('间充质干细胞');

  await page
    .locator('main ol > li')
    .first()
    .getByRole('button', { name: /^Open:/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('间充质干细胞');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a phrase, a field and a part of a word find less than the words alone', async ({ browsers }) => {
  const page = await browsers.page('ole');
  const count = async (q: string) => {
    await page.goto(`/reviews/${EXAMPLE}/find?q=${encodeURIComponent(q)}`);
    const found = page.locator('main').getByRole('status');
    await expect(found).toContainText(/\d/);
    const text = await found.innerText();
    return Number(/[\d,]+/.exec(text)?.[0].replace(',', ''));
  };
  const words = await count('stromal cells');
  const phrase = await count('"stromal cells"');
  const inTitle = await count('title:"stromal cells"');
  expect(phrase).toBeGreaterThan(0);
  expect(words).toBeGreaterThanOrEqual(phrase);
  expect(phrase).toBeGreaterThan(inTitle);
  expect(inTitle).toBeGreaterThan(0);
  expect(await count('source:CNKI')).toBeGreaterThan(0);
  expect(await count('mesench*')).toBeGreaterThan(0);
});

test('a question that cannot be understood is answered in words', async ({ browsers }) => {
  const page = await browsers.page('lea');
  browsers.expect({ status: 422, address: /lookup/ });
  await page.goto(`/reviews/${EXAMPLE}/find?q=${encodeURIComponent('"never closed')}`);
  await expect(page.getByRole('alert')).toContainText(/quot/i);
  await page.goto(`/reviews/${EXAMPLE}/find?q=zzzqqqxxx`);
  await expect(page.getByText('No record has this')).toBeVisible();
});
