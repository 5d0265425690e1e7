import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  { path: 'flow', lazy: async () => ({ Component: (await import('./FlowPage')).FlowPage }) },
];

/** The checker for published flows, outside of any review. */
export const checkRoutes: RouteObject[] = [
  { path: '/check-flow', lazy: async () => ({ Component: (await import('./CheckPage')).CheckPage }) },
];
