import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Evidence, ReportDocument } from '../../api/schema';
import { newId } from '../../lib/ids';
import { documentsQuery } from './api';
import type { Place } from './PdfView';
import { evidenceFor, type Draft, type Selected } from './quotes';

/** Reading a report: which document is open, where, and what is quoted from it for the decision. */
export interface Reading {
  readonly documents: readonly ReportDocument[];
  /** The document beside the record, if one is open. */
  readonly document: ReportDocument | undefined;
  /** Full texts are to be seen, but this report has none. */
  readonly missing: boolean;
  readonly goTo: Place | undefined;
  readonly selected: Selected | undefined;
  readonly drafts: readonly Draft[];
  /** The quote that was begun by hand just now. */
  readonly begun: string | undefined;
  toggle(): void;
  open(id: string | undefined): void;
  goToPage(document: string, page: number): void;
  select(selected: Selected | undefined): void;
  forgetSelection(): void;
  /** Keeps what is selected, or begins an empty quote to be typed. */
  quote(reason: string | undefined): void;
  change(drafts: readonly Draft[]): void;
  evidence(reasons: readonly string[], selectedFor: string | undefined): readonly Evidence[];
}

const none: readonly never[] = [];

export function useReading(review: string, report: number | undefined): Reading {
  const found = useQuery(documentsQuery(review, report));
  const documents = found.data ?? none;
  // It stays open from one report to the next.
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<string>();
  const [goTo, setGoTo] = useState<Place & { readonly document: string }>();
  const [selected, select] = useState<Selected>();
  // They stay when the report is left, so that undo finds them again.
  const [quotes, setQuotes] = useState<ReadonlyMap<number, readonly Draft[]>>(new Map());
  const [begun, setBegun] = useState<string>();
  const document = isOpen ? (documents.find(({ id }) => id === wanted) ?? documents[0]) : undefined;
  const drafts = (report !== undefined && quotes.get(report)) || none;
  const chosen = selected !== undefined && selected.documentId === document?.id ? selected : undefined;

  const open = useCallback((id: string | undefined) => {
    setOpen(id !== undefined);
    setWanted(id);
  }, []);

  function change(now: readonly Draft[]) {
    if (report !== undefined) setQuotes(new Map(quotes).set(report, now));
  }

  function forgetSelection() {
    select(undefined);
    window.getSelection()?.removeAllRanges();
  }

  return {
    documents,
    document,
    missing: isOpen && document === undefined && found.isSuccess,
    goTo: goTo?.document === document?.id ? goTo : undefined,
    selected: chosen,
    drafts,
    begun,
    toggle: () => setOpen(!isOpen),
    open,
    goToPage: (id, page) => {
      open(id);
      setGoTo({ document: id, page, time: (goTo?.time ?? 0) + 1 });
    },
    select,
    forgetSelection,
    quote: (reasonId) => {
      const key = newId();
      const quote = chosen ?? { quote: '' };
      change([...drafts, { key, ...quote, ...(reasonId !== undefined && { reasonId }) }]);
      if (chosen) forgetSelection();
      else setBegun(key);
    },
    change,
    evidence: (reasons, selectedFor) =>
      evidenceFor(
        drafts,
        reasons,
        chosen && selectedFor !== undefined ? { ...chosen, reasonId: selectedFor } : undefined,
      ),
  };
}
