import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  { path: 'agreement', lazy: async () => ({ Component: (await import('./AgreementPage')).AgreementPage }) },
];
