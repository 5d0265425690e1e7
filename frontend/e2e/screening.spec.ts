import { accessibilityFaults } from './axe';
import { Api, someRecords } from './api';
import { allSaved, BETWEEN_PRESSES, decide, recordHeading } from './screen';
import { expect, test } from './test';

const excluding = () => 'e';

test('a hundred votes made without a network arrive once each after the tab was closed', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('A train without a network', someRecords(130, 'travelling cells'));
  const context = await browsers.of('ann');
  const before = await context.newPage();
  await before.goto(screening(review));
  await expect(recordHeading(before)).toBeVisible();
  await expect(before.getByText('129 ready')).toBeVisible();
  await before.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  browsers.expect({ offline: true });
  await context.setOffline(true);
  for (let i = 0; i < 100; i++) {
    await before.waitForTimeout(BETWEEN_PRESSES);
    await before.keyboard.press('e');
    await expect(before.getByText(`${i + 1} of 130`)).toBeVisible();
  }
  await expect(before.locator('[data-outbox]')).toHaveText(/offline, 100 kept here/);
  await before.close();

  // The page opens without a network too, and goes on where it was.
  const offline = await context.newPage();
  await offline.goto(screening(review));
  await expect(recordHeading(offline)).toBeVisible();
  await offline.close();
  const api = new Api(context.request);
  expect(await api.votes(review)).toEqual([]);

  await context.setOffline(false);
  const after = await context.newPage();
  await after.goto(screening(review));
  await allSaved(after);
  await expect.poll(async () => (await api.votes(review)).length).toBe(100);
  const votes = await api.votes(review);
  expect(new Set(votes.map(({ itemId }) => itemId)).size).toBe(100);
  expect(await lea.events(review, 'vote-cast')).toHaveLength(100);
  await expect(after.getByText('100 of 130')).toBeVisible();
});

test('notes, tags, later, list and mending work from the keyboard', async ({ browsers, lea }) => {
  const ris = `${someRecords(5, 'keyed cells')}\nTY  - JOUR\nTI  - Nothing but a title\nER  - \n`;
  const review = await lea.makeReview('By the keyboard', ris);
  const context = await browsers.of('ann');
  const page = await context.newPage();
  await page.goto(screening(review));
  const first = await recordHeading(page).innerText();

  await page.keyboard.press('n');
  await page.keyboard.type('Ask the authors');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('Children');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take off: Children' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(recordHeading(page)).not.toHaveText(first);
  await allSaved(page);

  // All of it is on the server: a page that is loaded again knows it.
  await page.reload();
  await expect(recordHeading(page)).not.toHaveText(first);
  await page.getByLabel('Part of the queue').selectOption({ label: 'Put aside' });
  await expect(recordHeading(page)).toHaveText(first);
  await expect(page.getByLabel('Note')).toHaveValue('Ask the authors');
  await page.getByLabel('Part of the queue').selectOption({ label: 'Tag: Children' });
  await expect(recordHeading(page)).toHaveText(first);
  expect(await accessibilityFaults(page)).toEqual([]);

  // Whether the record is there already or not, the key is not lost.
  await page.getByLabel('Part of the queue').selectOption({ label: 'Without abstract' });
  await page.keyboard.press('m');
  await expect(recordHeading(page)).toHaveText('Nothing but a title');
  await page.getByRole('textbox', { name: 'Abstract' }).fill('We compared zirconium needles.');
  await page.getByLabel('Where is it from?').fill('The publisher');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('We compared zirconium needles.')).toBeVisible();
  await expect(page.getByText(/put in by hand .* from: The publisher/)).toBeVisible();
  await allSaved(page);

  await page.getByLabel('Part of the queue').selectOption({ label: 'All open' });
  await expect(recordHeading(page)).toBeFocused();
  await decide(page, () => 'u');
  await allSaved(page);
  await page.getByLabel('Part of the queue').selectOption({ label: 'My maybes' });
  await expect(page.getByText('1 left in this part')).toBeVisible();
  await expect(recordHeading(page)).toBeFocused();
  await decide(page, excluding);
  await allSaved(page);
  await expect
    .poll(async () => (await new Api(context.request).votes(review)).map(({ verdict }) => verdict))
    .toEqual(['exclude']);

  await page.getByLabel('Part of the queue').selectOption({ label: 'All open' });
  await expect(recordHeading(page)).toBeFocused();
  await page.keyboard.press('v');
  await expect(page.locator('ol > li[aria-current]')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(page.locator('li[aria-current] [aria-expanded=true]')).toBeVisible();
  const marked = await recordHeading(page).innerText();
  await page.keyboard.press('j');
  await expect(recordHeading(page)).not.toHaveText(marked);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${screening(review)}/tags`);
  await expect(page.getByText('Children', { exact: true })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a blinded reviewer never receives what another one noted', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Private notes', someRecords(3, 'private cells'));
  const ann = await browsers.of('ann');
  const page = await ann.newPage();
  await page.goto(screening(review));
  await expect(recordHeading(page)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('I would exclude this');
  await page.keyboard.press('Escape');
  await allSaved(page);
  await expect.poll(() => new Api(ann.request).text(annotations(review))).toContain('I would exclude this');
  const bob = await browsers.of('bob');
  expect(await new Api(bob.request).text(annotations(review))).toBe('{"items":[]}');
});

function screening(review: string): string {
  return `/reviews/${review}/screening/title-abstract`;
}

function annotations(review: string): string {
  return `/reviews/${review}/annotations?ids=1,2,3`;
}
