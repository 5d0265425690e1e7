import { queryOptions } from '@tanstack/react-query';
import { address, http } from '../../api/http';
import type { DocumentKind, Page, ReportDocument } from '../../api/schema';

export function documentsQuery(review: string, report: number | undefined) {
  return queryOptions({
    queryKey: ['review', review, 'retrieval', 'documents', report],
    queryFn: async ({ signal }) =>
      (await http.get<Page<ReportDocument>>(`/reviews/${review}/reports/${report}/documents`, { signal }))
        .items,
    enabled: report !== undefined,
  });
}

export function addDocument(
  review: string,
  report: number,
  id: string,
  kind: DocumentKind,
  file: File,
): Promise<ReportDocument> {
  return http.put(`/reviews/${review}/reports/${report}/documents/${id}`, file, {
    query: { fileName: file.name, kind },
  });
}

export function removeDocument(review: string, report: number, id: string): Promise<void> {
  return http.delete(`/reviews/${review}/reports/${report}/documents/${id}`);
}

export function contentAddress(review: string, report: number, id: string): string {
  return address(`/reviews/${review}/reports/${report}/documents/${id}/content`);
}
