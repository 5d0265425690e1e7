import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  { path: 'progress', lazy: async () => ({ Component: (await import('./CockpitPage')).CockpitPage }) },
];
