import type { Page } from '@playwright/test';
import { Api, someRecords } from './api';
import { allSaved, recordHeading } from './screen';
import { expect, PASSWORD, test } from './test';

test('a reviewer comes from the sign-in page to a vote without a mouse', async ({ browsers, lea }) => {
  const title = `Without a mouse ${Date.now()}`;
  const review = await lea.makeReview(title, someRecords(3, 'keyboard cells'));
  const context = await browsers.fresh();
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByLabel('Account name')).toBeFocused();
  await page.keyboard.type('ann');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();

  await tabTo(page, title);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/reviews/${review}$`));
  await tabTo(page, 'Screening 3 open');
  await page.keyboard.press('Enter');
  await expect(recordHeading(page)).toBeFocused();

  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const first = await recordHeading(page).innerText();
  await page.keyboard.press('i');
  await expect(recordHeading(page)).not.toHaveText(first);
  await expect(recordHeading(page)).toBeFocused();
  await allSaved(page);
  const votes = await new Api(context.request).votes(review);
  expect(votes.map(({ verdict, record }) => [verdict, record.title])).toEqual([['include', first]]);

  await tabTo(page, 'Maybe');
  await page.keyboard.press('Enter');
  await allSaved(page);
  expect(await new Api(context.request).votes(review)).toHaveLength(2);
});

/** Walks with Tab until what has this name has the focus, which must be seen there. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const marked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return { text: element.innerText.replace(/\s+/g, ' '), label: element.ariaLabel ?? '', marked };
    });
    if (at === undefined) continue;
    expect(at.marked, `The focus is seen at ${at.label || at.text}`).toBe(true);
    if (at.label === name || at.text.includes(name) || (await nameOfFocus(page)) === name) return;
  }
  throw new Error(`Tab never comes to ${name}.`);
}

async function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '');
}
