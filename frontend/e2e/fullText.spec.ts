import { accessibilityFaults } from './axe';
import { Api, someRecords } from './api';
import { pdfOf } from './pdf';
import { allSaved, decide, recordHeading } from './screen';
import { expect, test } from './test';

const lines = [
  ['A trial of keyed cells', 'Twenty-four patients took part.'],
  ['Methods', 'Patients were allotted by birthday.', '按出生日期分为两组'],
];

test('two readers quote from the document, and the conflict leads to the pages', async ({
  browsers,
  lea,
}) => {
  const review = await lea.makeReview('Keyed cells', someRecords(1, 'documented cells'));
  const reasons = [
    { id: crypto.randomUUID(), label: { en: 'Not randomised', zh: '非随机' } },
    { id: crypto.randomUUID(), label: { en: 'Too few patients', zh: '样本过少' } },
  ];
  await lea.changeProtocol(review, { reasons });
  for (const name of ['ann', 'bob'] as const) {
    const context = await browsers.of(name);
    const api = new Api(context.request);
    for (const item of await api.queue(review)) await api.vote(review, item, 'include');
  }

  const ann = await browsers.page('ann');
  await ann.goto(`/reviews/${review}/screening/full-text`);
  await expect(recordHeading(ann)).toBeVisible();
  await ann
    .locator('input[type=file]')
    .setInputFiles({ name: '细胞 2020.pdf', mimeType: 'application/pdf', buffer: pdfOf(lines) });
  await ann.getByRole('button', { name: 'Mark as retrieved' }).click();
  await ann.keyboard.press('f');
  const pages = ann.locator('[data-document-pages]');
  await expect(pages.getByText('Twenty-four patients took part.')).toBeVisible();
  await ann.getByRole('button', { name: 'Next page' }).click();
  await pages.getByText('按出生日期分为两组').selectText();
  await expect(ann.getByText(/The number of a reason excludes/)).toBeVisible();
  expect(await accessibilityFaults(ann)).toEqual([]);
  await decide(ann, () => '1');
  await allSaved(ann);
  await ann.goto(`/reviews/${review}/screening/full-text/decisions`);
  await expect(ann.getByText('按出生日期分为两组')).toBeVisible();

  const bob = await browsers.page('bob');
  await bob.goto(`/reviews/${review}/screening/full-text`);
  await expect(recordHeading(bob)).toBeVisible();
  await bob.keyboard.press('f');
  const bobsPages = bob.locator('[data-document-pages]');
  await bobsPages.getByText('Twenty-four patients took part.').selectText();
  await bob.keyboard.press('q');
  await bob.getByLabel('What quote 1 is given for').selectOption({ label: 'Too few patients' });
  await bob.getByLabel('Quote 1', { exact: true }).blur();
  await bob.getByRole('button', { name: 'Exclude: Too few patients' }).click();
  await allSaved(bob);

  const eve = await browsers.page('eve');
  await eve.goto(`/reviews/${review}/conflicts?stage=full-text`);
  const votes = eve.getByRole('group', { name: 'Votes' });
  await expect(votes.getByText('按出生日期分为两组')).toBeVisible();
  await expect(votes.getByText('Twenty-four patients took part.')).toBeVisible();
  await votes.getByRole('button', { name: 'go to page 2' }).click();
  await expect(eve.locator('[data-document-pages]').getByText('按出生日期分为两组')).toBeInViewport();
  expect(await accessibilityFaults(eve)).toEqual([]);
});
