/** Lets Winnow open without a network. Only of a build: while developing, files change under the worker. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Plain http:// other than localhost: the pages work, but not without a network.
    });
  });
}
