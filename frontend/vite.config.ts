import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { hanFaces } from './build/hanFaces';
import { pdfFiles } from './build/pdfFiles';
import { shell } from './build/shell';

export default defineConfig({
  plugins: [react(), hanFaces(), pdfFiles(), shell()],
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
    },
  },
  build: {
    // Nothing inline: the server's Content-Security-Policy knows no data: URLs for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    // e2e holds the tests that run in a browser.
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
