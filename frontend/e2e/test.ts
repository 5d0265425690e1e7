import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Api } from './api';
import { Watch, type Expected } from './watch';

export { expect };

export type Name = 'lea' | 'ann' | 'bob' | 'eve' | 'ole';
export type Language = 'en' | 'zh';
export type Theme = 'light' | 'dark';

export const everybody: Readonly<Record<Name, string>> = {
  lea: 'Lea Lindqvist',
  ann: 'Ann Costa',
  bob: 'Bob Wang 王博',
  eve: 'Eve Okafor',
  ole: 'Ole Hansen',
};
export const PASSWORD = 'winnow-example';

interface Look {
  readonly language?: Language;
  readonly theme?: Theme;
}

/** Browsers of the example's people, each one watched. */
export class Browsers {
  readonly watch = new Watch();
  readonly #open: BrowserContext[] = [];
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A browser in which nobody has signed in. */
  async fresh({ language, theme }: Look = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ baseURL: address() });
    this.#open.push(context);
    await this.watch.on(context);
    await context.addInitScript(
      ([language, theme]) => {
        if (language) localStorage.setItem('winnow-language', language);
        if (theme) localStorage.setItem('winnow-theme', theme);
      },
      [language, theme] as const,
    );
    return context;
  }

  /** A browser in which somebody is signed in. */
  async of(name: Name, look: Look = {}): Promise<BrowserContext> {
    const context = await this.fresh(look);
    await new Api(context.request).signIn(name);
    return context;
  }

  async page(name: Name, look: Look = {}): Promise<Page> {
    return (await this.of(name, look)).newPage();
  }

  expect(...expected: readonly Expected[]): void {
    this.watch.expect(...expected);
  }

  async close(): Promise<void> {
    for (const context of this.#open) await context.close();
  }
}

export const test = base.extend<{ browsers: Browsers; lea: Api }>({
  browsers: async ({ browser }, use) => {
    const browsers = new Browsers(browser);
    await use(browsers);
    await browsers.close();
    expect(browsers.watch.faults, 'What the pages must not do').toEqual([]);
  },
  /** The lead's API, to prepare what a test is not about. */
  lea: async ({ playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: address() });
    const api = new Api(request);
    await api.signIn('lea');
    await use(api);
    await request.dispose();
  },
});

export function address(): string {
  const url = process.env.WINNOW_E2E_URL;
  if (!url) throw new Error('No server runs.');
  return url;
}

/** Signs in as a person does. */
export async function signIn(page: Page, name: Name): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Account name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'My work', level: 1 })).toBeVisible();
}
