import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe';
import { EXAMPLE } from './api';
import { everybody, expect, test, type Language, type Name, type Theme } from './test';
import { foreignLabels, sentences, textsOn } from './words';

interface Place {
  readonly path: string;
  readonly who: Name | 'nobody';
  /** Something that is there once the page has loaded. */
  readonly shows: string;
  /** An answer that this page has to live with. */
  readonly status?: number;
}

const review = `/reviews/${EXAMPLE}`;
const finished = '/reviews/57494e4e-4f57-0003-0000-000000000002/synthesis';
const places: readonly Place[] = [
  { path: '/sign-in', who: 'nobody', shows: 'input[type=password]' },
  { path: '/', who: 'lea', shows: 'main table' },
  { path: '/account', who: 'lea', shows: 'input[type=password]' },
  { path: '/administration', who: 'lea', shows: 'main table' },
  { path: '/check-flow', who: 'lea', shows: 'main input' },
  { path: review, who: 'lea', shows: 'main ol, main ul' },
  { path: `${review}/protocol`, who: 'lea', shows: 'main textarea' },
  { path: `${review}/protocol`, who: 'ole', shows: 'main h2' },
  { path: `${review}/import`, who: 'lea', shows: 'main table' },
  { path: `${review}/duplicates`, who: 'lea', shows: 'main li table' },
  { path: `${review}/team`, who: 'lea', shows: 'main table' },
  { path: `${review}/sharing`, who: 'lea', shows: 'main table' },
  { path: `${review}/progress`, who: 'lea', shows: 'main table' },
  { path: `${review}/audit`, who: 'lea', shows: 'main table' },
  { path: `${review}/flow`, who: 'lea', shows: '[data-testid=figure] svg' },
  { path: `${review}/synthesis`, who: 'ole', shows: 'main h2' },
  { path: finished, who: 'lea', shows: 'main table' },
  { path: `${finished}/57494e4e-4f57-0041-0000-000000000002`, who: 'lea', shows: '[data-testid=figure] svg' },
  { path: `${finished}/findings`, who: 'lea', shows: 'main table' },
  { path: `${review}/find?q=lupus`, who: 'lea', shows: 'main mark' },
  { path: `${review}/find?q=${encodeURIComponent('狼疮')}`, who: 'lea', shows: 'main mark' },
  { path: review, who: 'ann', shows: 'main ol, main ul' },
  { path: `${review}/flow`, who: 'ann', shows: 'main h2', status: 403 },
  { path: `${review}/screening/title-abstract`, who: 'ann', shows: '[data-record-heading]' },
  { path: `${review}/screening/full-text`, who: 'bob', shows: '[data-record-heading]' },
  { path: `${review}/screening/title-abstract/decisions`, who: 'ann', shows: 'main table, main li' },
  { path: `${review}/conflicts`, who: 'eve', shows: '[data-record-heading]' },
  { path: '/nowhere', who: 'lea', shows: 'main h1' },
  { path: '/reviews/00000000-0000-0000-0000-000000000000', who: 'lea', shows: 'main', status: 404 },
];

/** What the example's people and databases are called in every language, and a language in its own words. */
const names: readonly string[] = [
  ...Object.values(everybody),
  'Example: mesenchymal stromal cells in autoimmune and rheumatic disease',
  'Example, finished: mesenchymal stromal cells in autoimmune and rheumatic disease',
  'CNKI',
  'DOI',
  'English',
];

const looks = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

for (const look of looks) {
  test(`every page is accessible and free of errors, ${look.language} and ${look.theme}`, async ({
    browsers,
  }) => {
    test.setTimeout(400_000);
    const known = look.language === 'zh' ? await sentences() : undefined;
    for (const who of ['nobody', 'lea', 'ole', 'ann', 'bob', 'eve'] as const) {
      const context = who === 'nobody' ? await browsers.fresh(look) : await browsers.of(who, look);
      const page = await context.newPage();
      for (const { path, shows, status } of places.filter((place) => place.who === who)) {
        if (status !== undefined) browsers.expect({ status });
        const there = `${who} at ${path}`;
        await page.goto(path);
        await expect(page.locator(shows).first(), there).toBeVisible();
        // What is asked for last has come.
        await page.waitForLoadState('load');
        await expectLook(page, look, there);
        expect.soft(await accessibilityFaults(page), there).toEqual([]);
        if (known) {
          const texts = await textsOn(page);
          const english = texts.filter(
            ({ text }) => known.en.has(text) && !known.zh.has(text) && !names.includes(text),
          );
          expect.soft(english, there).toEqual([]);
          const foreign = (await foreignLabels(page)).filter(
            (text) => !names.some((name) => text.startsWith(name)),
          );
          expect.soft(foreign, there).toEqual([]);
        }
      }
      await context.close();
    }
  });
}

async function expectLook(
  page: Page,
  { language, theme }: { language: Language; theme: Theme },
  there: string,
): Promise<void> {
  const html = page.locator('html');
  await expect(html, there).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en');
  await expect(html, there).toHaveAttribute('data-theme', theme);
}
