import type { Page } from '@playwright/test';
import { Api, someRecords } from './api';
import { allSaved, decide, recordHeading } from './screen';
import { expect, test } from './test';

const excluding = () => 'e';

/** Votes made without a network: as many as promised with ./test nightly, a few in every build. */
const OFFLINE = process.env.WINNOW_NIGHTLY ? 30 : 5;

test('votes made offline in a tab that is then closed arrive once each', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Votes without a network', someRecords(OFFLINE + 4, 'offline cells'));
  const context = await browsers.of('ann');
  const before = await context.newPage();
  await before.goto(screening(review));
  await decideSome(before, 2);
  await allSaved(before);

  browsers.expect({ offline: true });
  await context.setOffline(true);
  const offline = await decideSome(before, OFFLINE);
  await expect(before.locator('[data-outbox]')).toHaveText(
    new RegExp(`offline, ${String(OFFLINE)} kept here`),
  );
  await before.close();
  const api = new Api(context.request);
  await expect.poll(() => api.votes(review)).toHaveLength(2);

  await context.setOffline(false);
  const after = await context.newPage();
  await after.goto(screening(review));
  await allSaved(after);
  const votes = await api.votes(review);
  expect(votes).toHaveLength(OFFLINE + 2);
  expect(new Set(votes.map(({ itemId }) => itemId)).size).toBe(OFFLINE + 2);
  for (const title of offline) expect(votes.map(({ record }) => record.title)).toContain(title);
  expect(await castVotes(lea, review)).toBe(OFFLINE + 2);
  await expect(after.getByText(`${String(OFFLINE + 2)} of ${String(OFFLINE + 4)}`)).toBeVisible();
});

test('offline votes go out by themselves when the network is back', async ({ browsers, lea }) => {
  const review = await lea.makeReview('A network that comes back', someRecords(5, 'returning cells'));
  const context = await browsers.of('bob');
  const page = await context.newPage();
  await page.goto(screening(review));
  await expect(recordHeading(page)).toBeVisible();
  browsers.expect({ offline: true });
  await context.setOffline(true);
  await decideSome(page, 3);
  await context.setOffline(false);
  await allSaved(page);
  await expect.poll(() => new Api(context.request).votes(review)).toHaveLength(3);
});

test('undo takes back the last vote and shows its record again; redo gives it anew', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('Second thoughts', someRecords(4, 'doubtful cells'));
  const context = await browsers.of('ann');
  const api = new Api(context.request);
  const page = await context.newPage();
  await page.goto(screening(review));
  const [first = '', second = ''] = await decideSome(page, 2);
  await page.keyboard.press('z');
  await expect(recordHeading(page)).toHaveText(second);
  await allSaved(page);
  await expect.poll(async () => (await api.votes(review)).map(({ record }) => record.title)).toEqual([first]);
  await page.keyboard.press('z');
  await expect(recordHeading(page)).toHaveText(first);
  await allSaved(page);
  await expect.poll(() => api.votes(review)).toEqual([]);
  await expect(page.getByText('0 of 4')).toBeVisible();
  await page.keyboard.press('Shift+Z');
  await expect(page.getByText('1 of 4')).toBeVisible();
  await allSaved(page);
  await expect.poll(async () => (await api.votes(review)).map(({ record }) => record.title)).toEqual([first]);
});

test('a page that is loaded again shows the record at which the reviewer was', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Loaded again', someRecords(12, 'patient cells'));
  const page = await browsers.page('ann');
  await page.goto(screening(review));
  await decideSome(page, 4);
  await allSaved(page);
  const title = await recordHeading(page).innerText();
  await page.reload();
  await expect(recordHeading(page)).toHaveText(title);
  await expect(page.getByText('4 of 12')).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  await expect(recordHeading(page)).toHaveText(title);
});

test('a key that is held down or pressed twice decides on one record only', async ({ browsers, lea }) => {
  const review = await lea.makeReview('A heavy hand', someRecords(6, 'trembling cells'));
  const context = await browsers.of('ann');
  const page = await context.newPage();
  await page.goto(screening(review));
  await expect(recordHeading(page)).toBeVisible();
  await page.keyboard.down('e');
  await page.keyboard.down('e');
  await page.keyboard.down('e');
  await page.keyboard.up('e');
  await page.keyboard.press('i');
  await allSaved(page);
  await expect
    .poll(async () => (await new Api(context.request).votes(review)).map(({ verdict }) => verdict))
    .toEqual(['exclude']);
});

function screening(review: string): string {
  return `/reviews/${review}/screening/title-abstract`;
}

async function decideSome(page: Page, count: number): Promise<readonly string[]> {
  const titles: string[] = [];
  for (let i = 0; i < count; i++) {
    titles.push(await decide(page, excluding));
    await expect(recordHeading(page)).not.toHaveText(titles[i] ?? '');
  }
  return titles;
}

async function castVotes(lea: Api, review: string): Promise<number> {
  return (await lea.events(review, 'vote-cast')).length;
}
