import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  {
    path: 'calibration',
    lazy: async () => ({ Component: (await import('./calibration/RoundsPage')).RoundsPage }),
  },
  {
    path: 'calibration/:roundId',
    lazy: async () => ({ Component: (await import('./calibration/RoundPage')).RoundPage }),
  },
  { path: 'agreement', lazy: async () => ({ Component: (await import('./AgreementPage')).AgreementPage }) },
];
