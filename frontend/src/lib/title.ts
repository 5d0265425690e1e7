import { useEffect } from 'react';

/** The browser tab's title: the page, then the review, then the product. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter((part) => part), 'Winnow'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
