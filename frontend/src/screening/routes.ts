import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`: `screening/:stage`, `conflicts/:stage`, … */
export const routes: RouteObject[] = [];
