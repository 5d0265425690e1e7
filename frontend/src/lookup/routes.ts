import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`: `find`, with the words in `?q=`. */
export const routes: RouteObject[] = [
  { path: 'find', lazy: async () => ({ Component: (await import('./LookupPage')).LookupPage }) },
];
