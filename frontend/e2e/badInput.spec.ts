import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Api } from './api';
import { recordHeading } from './screen';
import { ownFile } from './shared';
import { everybody, expect, PASSWORD, test } from './test';

test('a file that is empty or no text says so, and the good one beside it is read', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('Bad files', '');
  const page = await browsers.page('lea');
  await page.goto(`/reviews/${review}/import`);
  const binary = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
    randomBytes(4000),
  ]);
  await page.locator('input[type=file]').setInputFiles([
    { name: 'empty.ris', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'picture.ris', mimeType: 'text/plain', buffer: binary },
    { name: 'prose.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear colleague, here is nothing.\n') },
    { name: 'good.ris', mimeType: 'text/plain', buffer: await readFile(ownFile('broken-in-the-middle.ris')) },
  ]);
  await expect(row(page, 'empty.ris')).toContainText('The file is empty.');
  await expect(row(page, 'picture.ris')).toContainText('This is no citation file that can be read');
  await expect(row(page, 'prose.txt')).toContainText('Dear colleague');
  await expect(row(page, 'good.ris')).toContainText('Ready to commit');
  for (const name of ['empty.ris', 'picture.ris', 'prose.txt']) {
    await expect(row(page, name)).toContainText('Not readable');
    await expect(row(page, name).getByRole('button', { name: /^Commit/ })).toHaveCount(0);
  }
});

test('a broken record in the middle is kept aside with its line, those around it are imported', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('A broken record', '');
  const page = await browsers.page('lea');
  await page.goto(`/reviews/${review}/import`);
  await page.locator('input[type=file]').setInputFiles(ownFile('broken-in-the-middle.ris'));
  const file = row(page, 'broken-in-the-middle.ris');
  await expect(file).toContainText('2 of 3 records were read. 1 could not be read');
  await file.getByRole('button', { name: /^Details/ }).click();
  await expect(file).toContainText('Line 7');
  await expect(file).toContainText('The record after the broken one');
  await file.getByRole('button', { name: 'Commit 2 records' }).click();
  await expect(file).toContainText('Give the source a name.');
  await file.getByLabel('Name', { exact: true }).fill('By hand');
  await file.getByLabel(/^Hits reported/).fill('many');
  await file.getByRole('button', { name: 'Commit 2 records' }).click();
  await expect(file).toContainText('Give a whole number.');
  await file.getByLabel(/^Hits reported/).fill('2');
  await file.getByRole('button', { name: 'Commit 2 records' }).click();
  await expect(page.getByRole('region', { name: 'Imported', exact: true })).toContainText('2 records');
});

test('scripts and markup in records and names are shown as text and never run', async ({ browsers, lea }) => {
  const hostile = '<img src=x onerror="window.canary=1"><script>window.canary=1</script>';
  const review = await lea.makeReview(hostile, await readFile(ownFile('hostile.ris'), 'utf8'));
  await lea.changeProtocol(review, {
    criteria: [{ id: crypto.randomUUID(), kind: 'inclusion', text: { en: hostile } }],
    reasons: [{ id: crypto.randomUUID(), label: { en: hostile, zh: hostile } }],
    highlights: [{ group: 'include', terms: ['hostile', '<b>', '(a+)+$'] }],
  });
  const ann = await browsers.of('ann');
  const api = new Api(ann.request);
  for (const item of (await api.queue(review)).slice(1)) await api.vote(review, item, 'include');
  const bob = new Api((await browsers.of('bob')).request);
  for (const item of await bob.queue(review)) await bob.vote(review, item, 'exclude');

  const lead = await browsers.page('lea');
  for (const page of [
    '',
    '/protocol',
    '/import',
    '/duplicates',
    '/team',
    '/audit',
    '/flow',
    '/find?q=hostile',
  ]) {
    await lead.goto(`/reviews/${review}${page}`);
    await expect(lead.locator('main h1, main h2').first()).toBeVisible();
    await expectNothingRan(lead);
  }
  await expect(lead.locator('main mark').first()).toBeVisible();
  await expect(lead.locator('main')).toContainText('<script>window.canary = 1</script>');
  await lead.goto('/');
  await expect(lead.getByRole('link', { name: hostile }).first()).toBeVisible();
  await expectNothingRan(lead);

  const screening = await ann.newPage();
  await screening.goto(`/reviews/${review}/screening/title-abstract`);
  await expect(recordHeading(screening)).toContainText('Hostile');
  await expect(screening.locator('main a[href^="javascript:"]')).toHaveCount(0);
  await expectNothingRan(screening);
  await screening.goto(`/reviews/${review}/screening/title-abstract/decisions`);
  await expect(screening.locator('main')).toContainText('Hostile');
  await expectNothingRan(screening);

  const eve = await browsers.page('eve');
  await eve.goto(`/reviews/${review}/conflicts`);
  await expect(recordHeading(eve)).toContainText('Hostile');
  await expectNothingRan(eve);
});

test('a wrong password is refused in words, and the right one still works', async ({ browsers }) => {
  const page = await (await browsers.fresh()).newPage();
  browsers.expect({ status: 401, address: /\/session$/ });
  await page.goto('/sign-in?to=//evil.example/');
  await page.getByLabel('Account name').fill('ole');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('No account has this name and password.');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('two leads who change the protocol at once both see it, and nothing is lost', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('Two leads', '');
  await lea.changeProtocol(review, {
    criteria: [{ id: crypto.randomUUID(), kind: 'inclusion', text: { en: 'First criterion' } }],
  });
  const page = await browsers.page('lea');
  browsers.expect({ status: 412, address: /\/protocol$/ });
  await page.goto(`/reviews/${review}/protocol`);
  const registration = page.getByLabel('Registration number');
  await registration.fill('Mine 1');
  await lea.changeProtocol(review, { registration: 'Theirs 1' });
  await page.getByLabel('Why is the protocol changed?').fill('Registered');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  const conflict = page.getByRole('status').filter({ hasText: `${everybody.lea} saved version 3 meanwhile` });
  await expect(conflict).toContainText('Mine 1');
  await expect(conflict).toContainText('Theirs 1');
  await expect(registration).toHaveValue('Mine 1');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(registration).toHaveValue('Mine 1');
  const explanations = await lea.protocol(review);
  expect(explanations.amendments.map(({ version }) => version)).toContain(3);
});

function row(page: Page, file: string): Locator {
  return page.locator('main li').filter({ has: page.getByText(file, { exact: true }) });
}

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'canary'))).toBeUndefined();
  await expect(page.locator('main img, main iframe, main script, main [onload], main [onerror]')).toHaveCount(
    0,
  );
}
