import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  { path: 'sharing', lazy: async () => ({ Component: (await import('./SharingPage')).SharingPage }) },
];
