import type { Locator, Page } from '@playwright/test';
import { Api, someRecords } from './api';
import { allSaved, BETWEEN_PRESSES, recordHeading } from './screen';
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

  await tabTo(page, page.getByRole('link', { name: title }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/reviews/${review}$`));
  await tabTo(page, page.getByRole('link', { name: 'Screening 3 open' }));
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
  await expect.poll(() => new Api(context.request).votes(review)).toHaveLength(1);
  const votes = await new Api(context.request).votes(review);
  expect(votes.map(({ verdict, record }) => [verdict, record.title])).toEqual([['include', first]]);

  await tabTo(page, page.getByRole('button', { name: 'Maybe' }));
  await page.waitForTimeout(BETWEEN_PRESSES);
  await page.keyboard.press('Enter');
  await allSaved(page);
  await expect.poll(() => new Api(context.request).votes(review)).toHaveLength(2);
});

/** Walks with Tab until the element has the focus, which must be seen wherever it is on the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return seen ? undefined : element.outerHTML.slice(0, 200);
    });
    expect(unseen, 'The focus is seen').toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${target.toString()}.`);
}
