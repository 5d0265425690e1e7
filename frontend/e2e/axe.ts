import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2 AA on the page as it is shown now, in words. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Through the debugger, not as a script of the page: its Content-Security-Policy stays in force.
  await page.evaluate(source);
  return page.evaluate(async (rules) => {
    const axe: unknown = Reflect.get(window, 'axe');
    if (typeof axe !== 'object' || axe === null || !('run' in axe) || typeof axe.run !== 'function')
      throw new Error('axe was not loaded.');
    const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    const faults: string[] = [];
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes) {
        // The shortcut beside the words of a button is hidden from assistive technology; this rule takes it for words.
        if (id === 'label-content-name-mismatch' && html.includes('<kbd aria-hidden')) continue;
        faults.push(`${id}: ${html.slice(0, 200)} ${failureSummary}`);
      }
    return faults;
  }, RULES);
}
