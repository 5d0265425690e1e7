import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type { Flow, FlowBox, FlowCheck, LanguageCode } from '../api/schema';

export function flowKey(review: string) {
  return ['review', review, 'flow'];
}

export function flowQuery(review: string) {
  return queryOptions({
    queryKey: [...flowKey(review), 'numbers'],
    queryFn: ({ signal }) => http.get<Flow>(`/reviews/${review}/flow`, { signal }),
  });
}

export function figureQuery(review: string, lang: LanguageCode) {
  return queryOptions({
    queryKey: [...flowKey(review), 'figure', lang],
    queryFn: ({ signal }) =>
      http.text(`/reviews/${review}/flow.svg`, { query: { lang, colours: 'theme' }, signal }),
    // The old drawing stays until the new one is there.
    placeholderData: keepPreviousData,
  });
}

export function fetchBox(review: string, box: string, cursor: string | undefined) {
  return http.get<FlowBox & { readonly count?: number }>(`/reviews/${review}/flow/${box}`, {
    query: { cursor },
  });
}

export function checkQuery(numbers: Readonly<Record<string, number | string>>) {
  return queryOptions({
    queryKey: ['flow-check', numbers],
    queryFn: () => http.post<FlowCheck>('/flow-checks', numbers),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
