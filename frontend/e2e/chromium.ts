import { accessSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium: nothing is downloaded, and the browser calls nobody. */
export function chromium(): LaunchOptions {
  return {
    executablePath: process.env.WINNOW_CHROMIUM || (places.find(exists) ?? '/usr/bin/chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

function exists(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}
