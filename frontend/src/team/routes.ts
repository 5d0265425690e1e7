import type { RouteObject } from 'react-router';

export const publicRoutes: RouteObject[] = [
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
  { path: '/setup', lazy: async () => ({ Component: (await import('./SetupPage')).SetupPage }) },
];

export const accountRoutes: RouteObject[] = [
  { path: '/account', lazy: async () => ({ Component: (await import('./AccountPage')).AccountPage }) },
  {
    path: '/administration',
    lazy: async () => ({ Component: (await import('./AdministrationPage')).AdministrationPage }),
  },
];

export const routes: RouteObject[] = [
  { path: 'team', lazy: async () => ({ Component: (await import('./TeamPage')).TeamPage }) },
];
