import { writeFile } from 'node:fs/promises';
import { someRecords } from './api';
import { allSaved, recordHeading } from './screen';
import { expect, test } from './test';

const VOTES = 500;
const DELAY_MS = 150;
/** More than the pages' guard against a double press. */
const BETWEEN_MS = 300;

/**
 * How long from the press of a key until the next record is painted, with a slow network. Prints JSON, in milliseconds;
 * `WINNOW_BENCH_OUT` names a file that gets it too.
 */
test('key press to paint', async ({ browsers, lea }) => {
  const review = await lea.makeReview('Bench: key to paint', someRecords(VOTES + 20, 'swift cells'));
  const context = await browsers.of('ann');
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: DELAY_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await page.goto(`/reviews/${review}/screening/title-abstract`);
  await expect(recordHeading(page)).toBeVisible();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'paintTimes', times);
    addEventListener(
      'keydown',
      (event) => {
        // From the moment at which the browser got the key, not from when the page looked at it.
        const pressed = event.timeStamp;
        const before = document.querySelector('[data-record-heading]')?.textContent;
        const look = () =>
          requestAnimationFrame(() => {
            if (document.querySelector('[data-record-heading]')?.textContent === before) {
              look();
              return;
            }
            // A task queued in a frame runs after that frame was painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - pressed);
            port2.postMessage(undefined);
          });
        look();
      },
      { capture: true },
    );
  });
  for (let i = 0; i < VOTES; i++) {
    await page.keyboard.press('e');
    await page.waitForTimeout(BETWEEN_MS);
  }
  await allSaved(page);
  const times = await page.evaluate(() => {
    const known: unknown = Reflect.get(window, 'paintTimes');
    return Array.isArray(known) ? known.map(Number) : [];
  });
  expect(times.length).toBeGreaterThanOrEqual(VOTES * 0.95);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const result = JSON.stringify({
    bench: 'key-to-paint',
    unit: 'ms',
    networkDelay: DELAY_MS,
    votes: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  });
  console.log(result);
  if (process.env.WINNOW_BENCH_OUT) await writeFile(process.env.WINNOW_BENCH_OUT, `${result}\n`);
});

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
