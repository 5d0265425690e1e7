import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Api } from './api';
import { allSaved, decide, recordHeading, screenAll, type Opinion } from './screen';
import { ownFile, realExport } from './shared';
import { everybody, expect, signIn, test } from './test';

const KNEE = 'Umbilical cord cells for knee osteoarthritis: a randomised trial';
const LETTER = 'A letter about cells';
const CHINESE = '间充质干细胞治疗类风湿关节炎的随机对照试验';

/** ris/embase-com.ris of the real exports. */
const REAL_RECORDS = 6;

test('a review goes from database exports to the diagram in the hands of its team', async ({ browsers }) => {
  test.setTimeout(300_000);
  const lea = await (await browsers.fresh()).newPage();
  await signIn(lea, 'lea');
  const review = await makeReview(lea);

  await addMember(lea, review, 'ann', 'Reviewer');
  await addMember(lea, review, 'bob', 'Reviewer');
  await addMember(lea, review, 'eve', 'Adjudicator');
  await writeProtocol(lea, review);

  await test.step('the exports are looked at and committed', async () => {
    await lea.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
    await lea.locator('input[type=file]').setInputFiles(ownFile('journey.ris'));
    await expect(lea.getByText('5 of 6 records were read.', { exact: false })).toBeVisible();
    await lea.getByRole('button', { name: 'Details of journey.ris' }).click();
    await expect(lea.getByRole('heading', { name: 'Could not be read' })).toBeVisible();
    await expect(lea.getByText('The record has no title', { exact: false })).toBeVisible();
    await expect(lea.getByRole('table', { name: 'Records in this file' })).toContainText(KNEE);
    await commit(lea, 'journey.ris', 'Invented database', 'Commit 5 records', '7');
    await expect(lea.getByText('1 duplicate found')).toBeVisible();
  });

  const real = realExport('ris/embase-com.ris');
  if (real) {
    await test.step('a real export of Embase is taken in too', async () => {
      await lea.locator('input[type=file]').setInputFiles(real);
      await commit(lea, 'embase-com.ris', 'Embase', `Commit ${REAL_RECORDS} records`, String(REAL_RECORDS));
    });
  }
  const unique = 4 + (real ? REAL_RECORDS : 0);

  const [ann, bob, eve] = [
    await browsers.page('ann'),
    await browsers.page('bob'),
    await browsers.page('eve'),
  ];
  await test.step('two reviewers screen title and abstract with keys, each in an own browser', async () => {
    await ann.goto(`/reviews/${review}/screening/title-abstract`);
    await screenAll(ann, whoIncludes(KNEE, CHINESE, LETTER), unique);
    await bob.goto(`/reviews/${review}/screening/title-abstract`);
    await screenAll(bob, whoIncludes(KNEE, CHINESE), unique);
    await expect(bob.getByText(`You have screened all ${unique}.`)).toBeVisible();
  });

  await test.step('the adjudicator sees both votes and settles the conflict with a key', async () => {
    await eve.goto(`/reviews/${review}/conflicts`);
    await expect(recordHeading(eve)).toHaveText(LETTER);
    const votes = eve.getByRole('group', { name: 'Votes' });
    await expect(votes).toContainText(`Include ${everybody.ann}`);
    await expect(votes).toContainText(`Exclude ${everybody.bob}`);
    await decide(eve, () => 'i');
    await expect(eve.getByText('No conflicts to settle')).toBeVisible();
    await allSaved(eve);
  });

  await test.step('full texts are judged, one is excluded with a reason', async () => {
    const include = (title: string) => (title.includes(LETTER) ? 'Digit1' : 'i');
    await ann.goto(`/reviews/${review}/screening/full-text`);
    await expect(recordHeading(ann)).toBeVisible();
    while (!(await recordHeading(ann).innerText()).includes(LETTER)) {
      const title = await recordHeading(ann).innerText();
      await ann.keyboard.press('j');
      await expect(recordHeading(ann)).not.toHaveText(title);
    }
    await ann.keyboard.press('e');
    await expect(ann.getByText('Choose a reason: an exclusion needs one here.')).toBeVisible();
    await screenAll(ann, include, 3);
    await bob.goto(`/reviews/${review}/screening/full-text`);
    await screenAll(bob, include, 3);
  });

  await test.step('the lead closes both stages', async () => {
    await lea.goto(`/reviews/${review}`);
    for (const stage of ['title and abstract', 'full text']) {
      await lea.getByRole('button', { name: `Close ${stage}` }).click();
      await lea.getByRole('button', { name: 'Close the stage' }).click();
      await expect(lea.getByRole('button', { name: `Reopen ${stage}` })).toBeVisible();
    }
  });

  await test.step('the diagram shows the numbers, and the exported file has the same', async () => {
    await lea.getByRole('navigation').getByRole('link', { name: 'Flow' }).click();
    const figure = lea.getByTestId('figure');
    await expect(figure).toBeVisible();
    const { boxes, details, identities, final } = await new Api(lea.context().request).flow(review);
    expect(boxes).toMatchObject({
      database_results: unique + 1,
      register_results: 0,
      duplicates: 1,
      records_screened: unique,
      records_excluded: unique - 3,
      dbr_sought_reports: 3,
      dbr_notretrieved_reports: 0,
      dbr_assessed: 3,
      dbr_excluded: 1,
      new_studies: 2,
      new_reports: 2,
    });
    expect(details.reasons.map(({ label, n }) => [label.en, n])).toEqual([['Not a trial', 1]]);
    expect(identities.filter(({ holds }) => !holds)).toEqual([]);
    expect(final).toBe(true);
    await expect(lea.getByText('Final', { exact: true })).toBeVisible();

    const exported = await exportedSvg(lea);
    expect(exported).not.toContain('INTERIM');
    const shown = await numbersIn(lea, await figure.innerHTML());
    expect(await numbersIn(lea, exported)).toEqual(shown);
    expect(Object.keys(shown).length).toBeGreaterThan(10);
    for (const [box, n] of Object.entries(shown)) expect([box, n]).toEqual([box, Reflect.get(boxes, box)]);

    await figure.getByRole('button', { name: /^Records excluded/ }).click();
    const list = lea.getByRole('dialog', { name: 'Records excluded' });
    await expect(list).toContainText(`${unique - 3} records`);
    await expect(list).toContainText('Cells in rats with arthritis');
    await lea.keyboard.press('Escape');
  });

  await test.step('the audit proves the ledger', async () => {
    await lea.getByRole('navigation').getByRole('link', { name: 'Audit' }).click();
    await lea.getByRole('button', { name: 'Verify the ledger' }).click();
    await expect(lea.getByText(/The ledger holds\. \d+ events replayed; every table agrees\./)).toBeVisible();
  });
});

async function makeReview(lea: Page): Promise<string> {
  await lea.getByRole('button', { name: 'New review' }).click();
  await lea.getByRole('button', { name: 'Make the review' }).click();
  await expect(lea.getByText('Give the review a title.')).toBeVisible();
  await lea.getByLabel('Title').fill('Cells for joints, made by hand');
  await lea.getByRole('button', { name: 'Make the review' }).click();
  await expect(lea.getByRole('heading', { name: 'Cells for joints, made by hand' })).toBeVisible();
  return new URL(lea.url()).pathname.split('/')[2] ?? '';
}

async function addMember(
  lea: Page,
  review: string,
  name: 'ann' | 'bob' | 'eve',
  role: 'Reviewer' | 'Adjudicator',
): Promise<void> {
  if (!lea.url().endsWith('/team')) await lea.goto(`/reviews/${review}/team`);
  const display = everybody[name];
  await lea.getByLabel('Name', { exact: true }).fill(name);
  await lea.getByRole('button', { name: `Add ${display}` }).click();
  const dialog = lea.getByRole('dialog');
  if (role !== 'Reviewer') await dialog.getByLabel('Reviewer', { exact: true }).uncheck();
  await dialog.getByLabel(role, { exact: true }).check();
  await dialog.getByRole('button', { name: `Add ${display}` }).click();
  await expect(dialog).toBeHidden();
  const row = lea.getByRole('row', { name: new RegExp(display) });
  await expect(row).toContainText(role);
}

async function writeProtocol(lea: Page, review: string): Promise<void> {
  await lea.getByRole('navigation').getByRole('link', { name: 'Protocol' }).click();
  await lea.getByLabel('The question in one sentence, in English').fill('Do cells help joints?');
  await lea.getByLabel('The question in one sentence, in Chinese').fill('细胞对关节有帮助吗？');
  await lea.getByRole('button', { name: 'Add a criterion' }).click();
  await lea.getByLabel('In English', { exact: true }).fill('Randomised trial');
  for (const [i, reason] of ['Not a trial', 'Not in humans'].entries()) {
    await lea.getByRole('button', { name: 'Add a reason' }).click();
    const part = lea.getByRole('region', { name: 'Reasons for exclusion' });
    await part.getByLabel('In English', { exact: true }).nth(i).fill(reason);
  }
  await lea.getByRole('button', { name: 'Save the protocol' }).click();
  await expect(lea.getByText(/Saved as version \d\./)).toBeVisible();
  await lea.goto(`/reviews/${review}`);
}

async function commit(lea: Page, file: string, source: string, button: string, hits: string): Promise<void> {
  const form = lea.getByRole('form', { name: `Where do these records come from? ${file}` });
  const known = form.getByLabel('Source', { exact: true });
  await expect(form.getByLabel('Name', { exact: true })).toBeVisible();
  if (await known.isVisible()) await known.selectOption({ label: 'A new source' });
  await form.getByLabel('Name', { exact: true }).fill(source);
  await form.getByLabel(/^Platform/).fill('By hand');
  await form.getByLabel(/^Searched on/).fill('2026-01-15');
  await form.getByLabel(/^Search strategy/).fill('cells AND joints');
  await form.getByLabel(/^Hits reported/).fill(hits);
  if (hits === '7')
    await expect(form.getByText('The database reported 7 hits, the file holds 6 records.')).toBeVisible();
  await form.getByRole('button', { name: button }).click();
  const imported = lea.getByRole('region', { name: 'Imported', exact: true });
  await expect(imported).toContainText(file);
}

function whoIncludes(...titles: readonly string[]): Opinion {
  return (shown) => (titles.some((title) => shown.includes(title)) ? 'i' : 'e');
}

async function exportedSvg(lea: Page): Promise<string> {
  const coming = lea.waitForEvent('download');
  await lea.getByRole('link', { name: 'Download as SVG' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/\.svg$/);
  return readFile(await file.path(), 'utf8');
}

/** The number of each line of the diagram, as a reader of the drawing finds it. */
function numbersIn(page: Page, svg: string): Promise<Readonly<Record<string, number>>> {
  return page.evaluate((source) => {
    const drawing = new DOMParser().parseFromString(source, 'text/html');
    const found: Record<string, number> = {};
    for (const line of drawing.querySelectorAll('g[data-box] g[data-box]')) {
      const name = line.getAttribute('data-box') ?? '';
      const number = /\(n = ([\d,]+)\)/.exec(line.textContent)?.[1];
      if (number !== undefined && !(name in found)) found[name] = Number(number.replaceAll(',', ''));
    }
    return found;
  }, svg);
}
