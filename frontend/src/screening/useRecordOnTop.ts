import { useLayoutEffect, useRef, type RefObject } from 'react';
import { focusRecord } from '../ui/reader/focus';

/**
 * Whenever another record is shown, it begins at its top and has the focus. `moment` also changes when the same record
 * comes back, as after undo. Before the paint, so that nothing is seen to move.
 */
export function useRecordOnTop(itemId: number | undefined, moment: unknown): RefObject<HTMLElement | null> {
  const reader = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (itemId === undefined) return;
    reader.current?.scrollTo?.(0, 0);
    // On a phone it is the page that scrolls.
    if (window.scrollY > 0) reader.current?.parentElement?.scrollIntoView?.();
    focusRecord();
  }, [itemId, moment]);
  return reader;
}

/** The criteria begin folded where there is little room. */
export function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(width < 720px)').matches;
}
