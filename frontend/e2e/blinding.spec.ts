import { Api, EXAMPLE, someRecords } from './api';
import { recordHeading } from './screen';
import { everybody, expect, test } from './test';

test('a reviewer sees nothing of the votes of others on any page', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Blinded', someRecords(4, 'hidden cells'));
  const bob = new Api((await browsers.of('bob')).request);
  const [first, second] = await bob.queue(review);
  if (!first || !second) throw new Error('Nothing to screen.');
  await bob.vote(review, first, 'include');
  await bob.vote(review, second, 'exclude');

  const context = await browsers.of('ann');
  await new Api(context.request).vote(review, first, 'exclude');
  const page = await context.newPage();
  await page.goto(`/reviews/${review}`);
  await expect(page.getByText('You screen blinded', { exact: false })).toBeVisible();
  await expect(page.getByText('You judged 1 of 4')).toBeVisible();
  await expect(page.getByText(/Decided by the team/)).toHaveCount(0);
  const rail = page.getByRole('navigation', { name: 'Stages of the review' });
  await expect(rail.getByRole('link', { name: /^Conflicts/ })).toHaveCount(0);
  await expect(rail.getByRole('link', { name: /^Flow/ })).toHaveCount(0);

  await page.goto(`/reviews/${review}/screening/title-abstract`);
  await expect(recordHeading(page)).toBeVisible();
  await expect(page.locator('main')).not.toContainText(everybody.bob);

  await page.goto(`/reviews/${review}/audit`);
  await expect(page.getByText('You screen blinded', { exact: false })).toBeVisible();
  const events = page.getByRole('table', { name: /Events of the ledger/ });
  await expect(events.getByRole('row', { name: /Vote/ })).toHaveCount(1);
  await expect(events.getByRole('row', { name: /Vote/ })).toContainText(everybody.ann);
  await page.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(page.getByText('The ledger holds, and every table agrees with it.')).toBeVisible();
});

test('the flow page tells a blinded reviewer why it is closed', async ({ browsers }) => {
  const page = await browsers.page('ann');
  browsers.expect({ status: 403, address: /\/flow/ });
  await page.goto(`/reviews/${EXAMPLE}/flow`);
  await expect(page.getByRole('heading', { name: 'Not open while you are blinded' })).toBeVisible();
  await expect(
    page.getByText('These numbers would tell how others have voted.', { exact: false }),
  ).toBeVisible();
  await expect(page.getByTestId('figure')).toHaveCount(0);
});

test('the conflicts page is closed to a reviewer', async ({ browsers }) => {
  const page = await browsers.page('ann');
  browsers.expect({ status: 403, address: /\/conflicts/ });
  await page.goto(`/reviews/${EXAMPLE}/conflicts`);
  await expect(page.getByRole('heading', { name: 'Conflicts are for adjudicators' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(everybody.bob);
});

test('a review of others does not exist for who is not its member', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Not for Ole', '');
  const members = await lea.get<{ items: { account: { id: string; name: string } }[] }>(
    `/reviews/${review}/members`,
  );
  const ole = members.items.find(({ account }) => account.name === 'ole');
  if (!ole) throw new Error('Ole is no member.');
  await lea.delete(`/reviews/${review}/members/${ole.account.id}`);
  const page = await browsers.page('ole');
  browsers.expect({ status: 404 });
  await page.goto(`/reviews/${review}/flow`);
  await expect(page.getByText('Not found', { exact: true })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Not for Ole');
});
