import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { EXAMPLE } from './api';
import { pdfOf } from './pdf';
import { withPalette } from './png';
import { expect, test, type Name, type Theme } from './test';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly who: Name | 'nobody';
  readonly shows: string;
  readonly theme?: Theme;
  readonly prepare?: (page: Page) => Promise<void>;
}

const folder = path.resolve('..', 'docs', 'guide', 'images');
const MOST_BYTES = 100_000;
const review = `/reviews/${EXAMPLE}`;
/** The finished example has syntheses. */
const synthesis = '/reviews/57494e4e-4f57-0003-0000-000000000002/synthesis';
const screening: Picture = {
  name: 'screening',
  path: `${review}/screening/title-abstract`,
  who: 'ann',
  shows: '[data-record-heading]',
};

const pictures: readonly Picture[] = [
  { name: 'sign-in', path: '/sign-in', who: 'nobody', shows: 'input[type=password]' },
  { name: 'home', path: '/', who: 'ann', shows: 'main table' },
  { name: 'protocol', path: `${review}/protocol`, who: 'lea', shows: 'main textarea' },
  { name: 'team', path: `${review}/team`, who: 'lea', shows: 'main table' },
  { name: 'sharing', path: `${review}/sharing`, who: 'lea', shows: 'main table' },
  { name: 'import', path: `${review}/import`, who: 'lea', shows: 'main table' },
  { name: 'duplicates', path: `${review}/duplicates`, who: 'lea', shows: 'main li table' },
  screening,
  { ...screening, name: 'screening-dark', theme: 'dark' },
  { name: 'conflicts', path: `${review}/conflicts`, who: 'eve', shows: '[data-record-heading]' },
  {
    name: 'full-text',
    path: `${review}/screening/full-text`,
    who: 'bob',
    shows: '[data-record-heading]',
    prepare: quoteFromDocument,
  },
  { name: 'flow', path: `${review}/flow`, who: 'lea', shows: '[data-testid=figure] svg' },
  {
    name: 'synthesis',
    path: `${synthesis}/57494e4e-4f57-0041-0000-000000000002`,
    who: 'lea',
    shows: '[data-testid=figure] svg',
  },
  { name: 'findings', path: `${synthesis}/findings`, who: 'lea', shows: 'main table' },
  {
    name: 'checker',
    path: '/check-flow',
    who: 'lea',
    shows: 'main input',
    prepare: checkPublishedFlow,
  },
  {
    name: 'audit',
    path: `${review}/audit`,
    who: 'lea',
    shows: 'main table',
    prepare: verify,
  },
];

for (const language of ['en', 'zh'] as const) {
  test(`pictures of the pages, ${language}`, async ({ browsers }) => {
    test.setTimeout(600_000);
    await mkdir(folder, { recursive: true });
    const decoder = await (await browsers.fresh()).newPage();
    for (const picture of pictures) {
      const png = await take(await opened(picture), decoder);
      expect(png.length, picture.name).toBeLessThanOrEqual(MOST_BYTES);
      await writeFile(path.join(folder, `${picture.name}-${language}.png`), png);
    }

    async function opened({ who, theme = 'light', path: at, shows, prepare }: Picture): Promise<Page> {
      const look = { language, theme };
      const context = who === 'nobody' ? await browsers.fresh(look) : await browsers.of(who, look);
      const page = await context.newPage();
      await page.goto(at);
      await expect(page.locator(shows).first()).toBeVisible();
      await prepare?.(page);
      return page;
    }
  });
}

async function take(page: Page, decoder: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  // Fonts for Chinese come after the text that needs them.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(500);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await page.context().close();
  return withPalette(png, decoder);
}

/** A document of the report beside it, with a sentence selected as evidence. */
async function quoteFromDocument(page: Page): Promise<void> {
  const documents = page.getByRole('group', { name: /^(Documents|文档|文献)/ });
  await expect(documents.getByText(/None yet|\.pdf|还没有|尚无/).first()).toBeVisible();
  if ((await documents.getByText('trial.pdf').count()) === 0) {
    const lines = [
      [
        'Methods',
        'Patients came from two hospitals.',
        'They were allotted to groups by birthday.',
        '患者按出生日期分为两组。',
      ],
      ['Results', 'Nobody was lost to follow-up.'],
    ];
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'trial.pdf', mimeType: 'application/pdf', buffer: pdfOf(lines) });
    await expect(documents.getByText('trial.pdf')).toBeVisible();
  }
  await page.keyboard.press('f');
  await page
    .locator('[data-document-pages]')
    .getByText('They were allotted to groups by birthday.')
    .selectText();
}

/** The numbers of a published review that do not add up. */
async function checkPublishedFlow(page: Page): Promise<void> {
  const numbers: Readonly<Record<string, string>> = {
    database_results: '7938',
    duplicates: '0',
    records_screened: '7938',
    records_excluded: '7891',
    dbr_assessed: '52',
    dbr_excluded: '10',
    new_studies: '42',
  };
  const area = page.locator('main textarea').first();
  if (!(await area.isVisible())) await page.locator('main summary').first().click();
  await area.fill(JSON.stringify(numbers));
  await area.locator('xpath=following::button[1]').click();
  await expect(page.locator('main [data-holds=false], main [data-identity]').first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
}

async function verify(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Verify the ledger|核验账本/ })
    .first()
    .click();
  await expect(page.locator('main [role=status]').filter({ hasText: /\d/ }).first()).toBeVisible();
}
