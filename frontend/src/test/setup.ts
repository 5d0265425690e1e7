import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { setLanguage } from '../lib/i18n';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

// jsdom knows <dialog> but not how to open it.
if (typeof HTMLDialogElement !== 'undefined' && !('showModal' in HTMLDialogElement.prototype)) {
  Object.defineProperty(HTMLDialogElement.prototype, 'showModal', {
    writable: true,
    value(this: HTMLDialogElement) {
      this.open = true;
    },
  });
}

beforeEach(() => setLanguage('en'));
afterEach(() => cleanup());
