import type { RouteObject } from 'react-router';
import { routes as agreement } from '../agreement/routes';
import { routes as cockpit } from '../cockpit/routes';
import { routes as deduplication } from '../deduplication/routes';
import { checkRoutes, routes as flow } from '../flow/routes';
import { routes as identification } from '../identification/routes';
import { routes as ledger } from '../ledger/routes';
import { routes as lookup } from '../lookup/routes';
import { homeRoutes, routes as review } from '../review/routes';
import { routes as screening } from '../screening/routes';
import { routes as synthesis } from '../synthesis/routes';
import { routes as sharing } from '../sharing/routes';
import { accountRoutes, publicRoutes, routes as team } from '../team/routes';
import { ErrorPage, NotFoundPage } from './ErrorPage';
import { PublicLayout } from './PublicLayout';
import { ReviewLayout } from './ReviewLayout';
import { SignedInLayout } from './SignedInLayout';
import { TopLayout } from './TopLayout';

/**
 * Every page is loaded when it is first opened. Each room has its own `routes.ts`: paths under `/reviews/:reviewId`
 * in `routes`, others in a list of their own.
 */
export const routes: RouteObject[] = [
  {
    errorElement: <ErrorPage />,
    HydrateFallback: () => null,
    children: [
      { Component: PublicLayout, children: publicRoutes },
      {
        Component: SignedInLayout,
        errorElement: <ErrorPage />,
        children: [
          {
            Component: TopLayout,
            children: [
              ...homeRoutes,
              ...accountRoutes,
              ...checkRoutes,
              { path: '*', Component: NotFoundPage },
            ],
          },
          {
            path: '/reviews/:reviewId',
            Component: ReviewLayout,
            errorElement: <ErrorPage />,
            children: [
              ...review,
              ...identification,
              ...deduplication,
              ...screening,
              ...agreement,
              ...synthesis,
              ...cockpit,
              ...sharing,
              ...flow,
              ...lookup,
              ...team,
              ...ledger,
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
];
