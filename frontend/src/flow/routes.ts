import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`: `flow`, … */
export const routes: RouteObject[] = [];

/** The checker for published flows, outside of any review: `/check-flow`. */
export const checkRoutes: RouteObject[] = [];
