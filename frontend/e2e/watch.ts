import type { BrowserContext, ConsoleMessage, Page, Request, Response } from '@playwright/test';

/** What a test says beforehand will go wrong on purpose. */
export interface Expected {
  readonly status?: number;
  /** The browser is taken off the network for a while. */
  readonly offline?: true;
  readonly address?: RegExp;
}

const RESOURCE = 'Failed to load resource';

/**
 * Everything that a page must not do: errors on the console, uncaught errors, dialogs, answers and requests that
 * failed, and breaches of the Content-Security-Policy.
 */
export class Watch {
  readonly faults: string[] = [];
  readonly #expected: Expected[] = [];

  expect(...expected: readonly Expected[]): void {
    this.#expected.push(...expected);
  }

  async on(context: BrowserContext): Promise<void> {
    await context.exposeBinding('tellOfViolation', ({ page }, what: string) => {
      this.faults.push(`${page.url()}: Content-Security-Policy ${what}`);
    });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const tell: unknown = Reflect.get(window, 'tellOfViolation');
        if (typeof tell === 'function')
          tell(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    context.on('page', (page) => this.#page(page));
  }

  #page(page: Page): void {
    page.on('console', (message) => this.#console(page, message));
    page.on('pageerror', (error) =>
      this.faults.push(`${page.url()}: uncaught ${error.stack ?? error.message}`),
    );
    page.on('requestfailed', (request) => this.#failed(request));
    page.on('response', (response) => this.#answered(response));
  }

  #console(page: Page, message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Said again by the browser of an answer or a request that is judged below.
    if (message.text().startsWith(RESOURCE)) return;
    this.faults.push(`${page.url()}: console ${message.type()}: ${message.text()}`);
  }

  #failed(request: Request): void {
    const failure = request.failure()?.errorText ?? '';
    // Reads that a page drops because it is left.
    if (failure === 'net::ERR_ABORTED' && request.method() === 'GET') return;
    if (this.#expected.some((one) => one.offline && /INTERNET_DISCONNECTED|ERR_FAILED/.test(failure))) return;
    this.faults.push(`${request.method()} ${request.url()}: ${failure}`);
  }

  #answered(response: Response): void {
    if (response.status() < 400) return;
    const known = this.#expected.some(
      ({ status, address }) => status === response.status() && (address?.test(response.url()) ?? true),
    );
    if (!known) this.faults.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  }
}
