import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [];
export const homeRoutes: RouteObject[] = [];
