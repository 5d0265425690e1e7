import { expect, type Page } from '@playwright/test';

/** The key of a decision on a record, by its title. */
export type Opinion = (title: string) => string;

/** Two decisions within a quarter of a second count as one press. */
export const BETWEEN_PRESSES = 300;

/** Decides on records with single keys until none is left; gives the titles in the order in which they came. */
export async function screenAll(page: Page, opinion: Opinion, count: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let i = 0; i < count; i++) {
    seen.push(await decide(page, opinion));
    if (i < count - 1) await expect(recordHeading(page)).not.toHaveText(seen[i] ?? '');
  }
  await expect(recordHeading(page)).toHaveCount(0);
  await allSaved(page);
  return seen;
}

/** Presses the key for the record that is shown, and gives its title. */
export async function decide(page: Page, opinion: Opinion): Promise<string> {
  const title = await recordHeading(page).innerText();
  await page.waitForTimeout(BETWEEN_PRESSES);
  await page.keyboard.press(opinion(title));
  return title;
}

export function recordHeading(page: Page) {
  return page.locator('[data-record-heading]');
}

export async function allSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-outbox]')).toHaveAttribute('data-outbox', 'saved');
}
