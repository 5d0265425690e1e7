import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  {
    path: 'screening/:stage',
    lazy: async () => ({ Component: (await import('./ScreeningPage')).ScreeningPage }),
  },
  {
    path: 'screening/:stage/decisions',
    lazy: async () => ({ Component: (await import('./DecisionsPage')).DecisionsPage }),
  },
  {
    path: 'screening/:stage/tags',
    lazy: async () => ({ Component: (await import('./notes/TagsPage')).TagsPage }),
  },
  {
    path: 'calibration/:roundId/vote',
    lazy: async () => ({ Component: (await import('./calibration/BallotPage')).BallotPage }),
  },
  {
    path: 'conflicts',
    lazy: async () => ({ Component: (await import('./conflicts/ConflictsPage')).ConflictsPage }),
  },
];
