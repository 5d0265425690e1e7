import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { expect, test } from './test';

const BLOCK = [
  'Study\tMean 1\tSD 1\tTotal 1\tMean 2\tSD 2\tTotal 2\tSubgroup',
  'Alder 2018\t3,1\t1,9\t24\t4,6\t2,1\t25\tknee',
  'Birch 2020\t2,8\t1,4\t31\t3,1\t1,6\t30\tknee',
  'Cedar 2021\t4,0\t2,2\t18\t6,2\t2,0\t17\thip',
].join('\n');

test('data are pasted, pooled, tried out otherwise and exported, and the team sees it', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('Synthesis of pain', '');
  const page = await browsers.page('lea');
  await page.goto(`/reviews/${review}/synthesis`);
  await page.getByRole('button', { name: 'Add a comparison' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Cells against placebo');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Add an outcome' }).click();
  await page.getByLabel('Outcome', { exact: true }).fill('Pain, 0 to 10');
  await page.getByLabel('Data of the studies').selectOption('continuous');
  await page.getByRole('button', { name: 'Save' }).click();

  const grid = page.getByRole('grid', { name: 'Data of the studies' });
  await expect(page.getByText('prespecified')).toBeVisible();
  const ann = await browsers.page('ann');
  await ann.goto(page.url());
  await expect(ann.getByText('No numbers yet')).toBeVisible();

  await grid.getByRole('textbox').focus();
  await paste(page, BLOCK);
  await expect(page.getByText(/3 rows pasted/)).toBeVisible();
  await page.keyboard.press('Control+s');
  const figure = page.getByTestId('figure');
  await expect(figure).toContainText('Cedar 2021');
  const numbers = page.getByTestId('numbers');
  const pooled = numbers.locator('dd strong').first();
  const random = await pooled.textContent();
  await expect(ann.getByTestId('figure')).toContainText('Cedar 2021');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('Model', { exact: true }).selectOption('fixed');
  await expect(page.getByText('Model: Random effects → Fixed effect')).toBeVisible();
  await expect(pooled).not.toHaveText(random ?? '');
  await expect(figure).toContainText('Fixed');
  await page.getByRole('button', { name: 'Back to the saved ones' }).click();
  await expect(pooled).toHaveText(random ?? '');

  const script = await downloaded(page, 'Script', 'R script (metafor)');
  expect(script).toContain('metafor');
  expect(script).toContain('Alder 2018');
  await page.getByRole('link', { name: 'All outcomes' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('the estimator of τ²')).toBeVisible();
  const file = await followed(page, 'Download');
  expect(file).toContain('COCHRANE_REVIEW');
  expect(file).toContain('Birch 2020');
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function downloaded(page: Page, menu: string, item: string): Promise<string> {
  await page.getByText(menu, { exact: true }).click();
  return followed(page, item);
}

async function followed(page: Page, item: string): Promise<string> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: item }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}
