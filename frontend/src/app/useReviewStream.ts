import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address } from '../api/http';

/** Marks stale what the review's event stream names; a burst of events asks the server once. */
export function useReviewStream(reviewId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    const stream = new EventSource(address(`/reviews/${reviewId}/stream`));
    const rooms = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    function flush() {
      timer = undefined;
      for (const room of rooms) void client.invalidateQueries({ queryKey: ['review', reviewId, room] });
      rooms.clear();
      // The rail counts what every room holds.
      void client.invalidateQueries({ queryKey: ['review', reviewId, 'review'], exact: true });
    }
    stream.addEventListener('changed', (event) => {
      roomsOf(event.data).forEach((room) => rooms.add(room));
      timer ??= setTimeout(flush, 400);
    });
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [client, reviewId]);
}

function roomsOf(data: unknown): string[] {
  try {
    const parsed: unknown = JSON.parse(String(data));
    if (typeof parsed !== 'object' || parsed === null || !('rooms' in parsed) || !Array.isArray(parsed.rooms))
      return [];
    return parsed.rooms.filter((room) => typeof room === 'string');
  } catch {
    return [];
  }
}
