import { randomUUID } from 'node:crypto';
import { accessibilityFaults } from './axe';
import { Api } from './api';
import { expect, test } from './test';
import type { CalibrationRoundWhole } from '../src/api/schema';

const ris = ['Needles', 'Moxa', 'Cupping', 'Herbs']
  .map((title) => `TY  - JOUR\nTI  - ${title} in asthma\nAB  - ${title} were tried.\nPY  - 2020\nER  - \n`)
  .join('\n');

const looks = (['en', 'zh'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

test('a round is opened, voted on, revealed by its last vote and discussed', async ({ browsers, lea }) => {
  const review = await lea.makeReview('A calibration', ris);
  await lea.changeProtocol(review, {
    criteria: [{ id: randomUUID(), kind: 'inclusion', text: { en: 'Asthma', zh: '哮喘' } }],
    reasons: [{ id: randomUUID(), label: { en: 'No trial', zh: '非试验' } }],
  });
  const flow = (await lea.flow(review)).boxes;
  const lead = await browsers.page('lea', { language: 'en' });
  await lead.goto(`/reviews/${review}/calibration`);
  await lead.getByLabel('Records', { exact: true }).fill('3');
  await lead.getByRole('button', { name: 'Open the round' }).click();
  await expect(lead.getByText('The votes are hidden')).toBeVisible();
  const round = lead.url().split('/').at(-1) ?? '';
  const address = `/reviews/${review}/calibration/${round}`;

  const ann = await browsers.page('ann', { language: 'en' });
  await ann.goto(`${address}/vote`);
  for (const [done, key] of ['i', 'u', '1'].entries()) {
    await expect(ann.getByText(`${done} of 3 voted`)).toBeVisible();
    // Keys pressed right after a vote are taken for the same press.
    await ann.waitForTimeout(300);
    await ann.keyboard.press(key);
  }
  await expect(ann.getByText('You have voted on every record')).toBeVisible();

  const bob = new Api((await browsers.of('bob')).request);
  for (const look of looks) {
    const page = await browsers.page('bob', look);
    await page.goto(`${address}/vote`);
    await expect(page.locator('[data-record-heading]')).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    const hidden = await browsers.page('lea', look);
    await hidden.goto(address);
    await expect(hidden.locator('main table')).toBeVisible();
    expect(await accessibilityFaults(hidden)).toEqual([]);
  }
  const { items } = await bob.get<CalibrationRoundWhole>(address);
  expect(items.every(({ votes }) => votes === undefined)).toBe(true);
  for (const { itemId } of items)
    await bob.put(`${address}/records/${itemId}/vote`, { verdict: 'include', reasons: [] });

  await lead.goto(address);
  await expect(lead.getByText('2 of 3 records')).toBeVisible();
  await lead.getByLabel('Message').first().fill('Is a case series a trial?');
  await lead.getByRole('button', { name: 'Send' }).first().click();
  await expect(lead.getByText('Is a case series a trial?', { exact: true }).first()).toBeVisible();
  for (const look of looks) {
    const page = await browsers.page('lea', look);
    for (const path of [address, `/reviews/${review}/calibration`]) {
      await page.goto(path);
      await expect(page.locator('main table').first()).toBeVisible();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  }
  expect((await lea.flow(review)).boxes).toEqual(flow);
});
