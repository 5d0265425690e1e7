import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createServer } from 'vite';

const PROBE = 7;

/** Every sentence that the pages can show, by language, read from the modules that the pages are built from. */
export async function sentences(): Promise<{
  readonly en: ReadonlySet<string>;
  readonly zh: ReadonlySet<string>;
}> {
  const vite = await createServer({
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const found = { en: new Set<string>(), zh: new Set<string>() };
    const files = (await readdir('src', { recursive: true })).filter((file) => /\.(en|zh)\.ts$/.test(file));
    for (const file of files) {
      const module = await vite.ssrLoadModule(`/src/${file.split(path.sep).join('/')}`);
      collect(module, file.endsWith('.en.ts') ? found.en : found.zh);
    }
    return found;
  } finally {
    await vite.close();
  }
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value.trim());
  else if (isSentence(value)) collect(said(value), into);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, into);
}

function isSentence(value: unknown): value is (...numbers: readonly number[]) => unknown {
  return typeof value === 'function';
}

/** A sentence with numbers in it, as it reads with one of them. */
function said(sentence: (...numbers: readonly number[]) => unknown): unknown {
  try {
    return sentence(...Array.from({ length: sentence.length }, () => PROBE));
  } catch {
    // It is made of words, not of numbers.
    return undefined;
  }
}

export interface Shown {
  readonly where: string;
  readonly text: string;
}

/** The pieces of text on the page, names for assistive technology among them. */
export function textsOn(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    const shown: { where: string; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      // Differences are between records.
      if (text !== '' && !node.parentElement?.closest('del, ins'))
        shown.push({ where: node.parentElement?.tagName ?? '', text });
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        shown.push({ where: `${element.tagName} ${name}`, text: element.getAttribute(name)?.trim() ?? '' });
    shown.push({ where: 'title', text: document.title });
    return shown;
  });
}

/** Navigation, headings, column heads, buttons and labels that have letters but nothing Chinese in them. */
export function foreignLabels(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const labels = 'nav a, h1, h2, h3, th[scope=col], button, label, legend, summary, option';
    for (const element of document.querySelectorAll<HTMLElement>(labels)) {
      // A record, a criterion or a name says what it says in whatever language it is.
      if (element.closest('[lang]') !== document.documentElement || element.querySelector('[lang], code'))
        continue;
      const text = element.textContent.trim();
      if (/[A-Za-z]{3}/.test(text) && !/\p{Script=Han}/u.test(text)) found.push(text);
    }
    return found;
  });
}
