import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`. */
export const routes: RouteObject[] = [
  {
    path: 'synthesis',
    lazy: async () => ({ Component: (await import('./SynthesesPage')).SynthesesPage }),
  },
  {
    path: 'synthesis/findings',
    lazy: async () => ({ Component: (await import('./FindingsPage')).FindingsPage }),
  },
  {
    path: 'synthesis/:synthesisId',
    lazy: async () => ({ Component: (await import('./OneSynthesisPage')).OneSynthesisPage }),
  },
];
