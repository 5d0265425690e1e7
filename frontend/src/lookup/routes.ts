import type { RouteObject } from 'react-router';

/** Under `/reviews/:reviewId`: `find`, with the words in `?q=`. */
export const routes: RouteObject[] = [];
