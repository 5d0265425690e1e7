import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http } from '../api/http';
import type {
  FileDecisions,
  ImportBatch,
  ImportState,
  Member,
  Page,
  QuarantinedRecord,
  ReviewRecord,
  SearchRound,
  Source,
  SourceDetails,
  TableColumns,
  Takeover,
  TakeoverCommand,
} from '../api/schema';

const working: readonly ImportState[] = ['queued', 'reading', 'committing'];

export function isWorking(batch: Pick<ImportBatch, 'state'>): boolean {
  return working.includes(batch.state);
}

/** Whether nothing can be done with a table before a person says what its columns are. */
export function asksForColumns(batch: ImportBatch): boolean {
  return batch.columns === 'unknown' && (batch.state === 'failed' || batch.state === 'ready');
}

/** Asked every second while the server works on a file, and not otherwise. */
export function importsQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'identification', 'imports'],
    queryFn: ({ signal }) =>
      http.get<Page<ImportBatch>>(`/reviews/${reviewId}/imports`, { query: { limit: 200 }, signal }),
    refetchInterval: (query) => (query.state.data?.items.some(isWorking) ? 1000 : false),
  });
}

export function sourcesQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'identification', 'sources'],
    queryFn: ({ signal }) =>
      http.get<Page<Source>>(`/reviews/${reviewId}/sources`, { query: { limit: 200 }, signal }),
  });
}

export function roundsQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'identification', 'rounds'],
    queryFn: ({ signal }) => http.get<Page<SearchRound>>(`/reviews/${reviewId}/rounds`, { signal }),
  });
}

/** `reading` tells readings of one file apart: after another format was named or a record corrected, the records are others. */
export function previewQuery(reviewId: string, batch: ImportBatch) {
  const reading = `${batch.format ?? ''} ${batch.charset ?? ''} ${batch.state} ${batch.records} ${batch.reading ?? 0}`;
  return infiniteQueryOptions({
    queryKey: ['import-preview', reviewId, batch.id, reading],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ReviewRecord>>(`/reviews/${reviewId}/imports/${batch.id}/preview`, {
        query: { cursor: pageParam, limit: 20 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** What the columns are depends on how the file is read, so every opening asks anew. */
export function columnsQuery(reviewId: string, batch: ImportBatch) {
  return queryOptions({
    queryKey: ['import-columns', reviewId, batch.id],
    queryFn: ({ signal }) =>
      http.get<TableColumns>(`/reviews/${reviewId}/imports/${batch.id}/columns`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function quarantineQuery(reviewId: string, batch: ImportBatch) {
  return infiniteQueryOptions({
    queryKey: ['import-quarantine', reviewId, batch.id, batch.format, batch.charset, batch.quarantined],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<QuarantinedRecord>>(`/reviews/${reviewId}/imports/${batch.id}/quarantine`, {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export interface ReadingChoice {
  format?: string;
  charset?: string;
  columns?: { header: string[]; fields: string[]; authorSeparator: string; firstRowIsRecord?: boolean };
}

export function membersQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId, 'team', 'members'],
    queryFn: ({ signal }) => http.get<Page<Member>>(`/reviews/${reviewId}/members`, { signal }),
  });
}

export function decisionsQuery(reviewId: string, batch: ImportBatch) {
  return queryOptions({
    queryKey: [
      'review',
      reviewId,
      'identification',
      'decisions',
      batch.id,
      `${batch.format ?? ''} ${batch.charset ?? ''} ${batch.state} ${batch.records}`,
    ],
    queryFn: ({ signal }) =>
      http.get<FileDecisions>(`/reviews/${reviewId}/imports/${batch.id}/decisions`, { signal }),
  });
}

export function takeoverPath(reviewId: string, importId: string, takeoverId: string): string {
  return `/reviews/${reviewId}/imports/${importId}/decisions/takeovers/${takeoverId}`;
}

export const commands = {
  takeOver: (reviewId: string, importId: string, id: string, command: TakeoverCommand) =>
    http.put<Takeover>(takeoverPath(reviewId, importId, id), command),
  withdrawTakeover: (reviewId: string, importId: string, id: string) =>
    http.delete(takeoverPath(reviewId, importId, id)),
  upload: (reviewId: string, id: string, file: File, signal: AbortSignal) =>
    http.put<ImportBatch>(`/reviews/${reviewId}/imports/${id}`, file, {
      query: { fileName: file.name },
      signal,
    }),
  readAgain: (reviewId: string, id: string, how: ReadingChoice) =>
    http.put(`/reviews/${reviewId}/imports/${id}/reading`, how),
  repair: (reviewId: string, id: string, place: number, text: string) =>
    http.put<ImportBatch>(`/reviews/${reviewId}/imports/${id}/quarantine/${place}/repair`, { text }),
  commit: (reviewId: string, id: string, sourceId: string) =>
    http.put(`/reviews/${reviewId}/imports/${id}/commitment`, { sourceId }),
  discard: (reviewId: string, id: string) => http.delete(`/reviews/${reviewId}/imports/${id}`),
  withdraw: (reviewId: string, id: string, reason: string) =>
    http.put(`/reviews/${reviewId}/imports/${id}/withdrawal`, { reason }),
  describeRound: (reviewId: string, id: string, details: { name: string; begunOn?: string }) =>
    http.put(`/reviews/${reviewId}/rounds/${id}`, details),
  describeSource: (reviewId: string, id: string, details: SourceDetails) =>
    http.put(`/reviews/${reviewId}/sources/${id}`, details),
};
