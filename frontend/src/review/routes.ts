import type { RouteObject } from 'react-router';

export const homeRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./HomePage')).HomePage }) },
];

export const routes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./ReviewHomePage')).ReviewHomePage }) },
  { path: 'protocol', lazy: async () => ({ Component: (await import('./ProtocolPage')).ProtocolPage }) },
];
