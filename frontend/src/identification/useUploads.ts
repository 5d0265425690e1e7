import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../lib/ids';
import { commands, importsQuery } from './api';

export interface Upload {
  id: string;
  file: File;
  state: { at: 'waiting' } | { at: 'sending' } | { at: 'failed'; problem: unknown };
}

/**
 * Sends files one after the other. A file keeps its id, so sending it again after a lost answer makes no second import;
 * one that fails keeps the others going. A file leaves the list when the server has it.
 */
export function useUploads(reviewId: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const sending = useRef(false);
  const stops = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const next = uploads.find((upload) => upload.state.at === 'waiting');
    if (!next || sending.current) return;
    sending.current = true;
    void send(next);
    async function send(upload: Upload) {
      const stop = new AbortController();
      stops.current.set(upload.id, stop);
      mark(upload.id, { at: 'sending' });
      try {
        await commands.upload(reviewId, upload.id, upload.file, stop.signal);
        setSent((all) => new Set([...all, upload.id]));
        await client.invalidateQueries({ queryKey: importsQuery(reviewId).queryKey });
        sending.current = false;
        dismiss(upload.id);
      } catch (problem) {
        sending.current = false;
        if (stop.signal.aborted) {
          // The next one in the list can go now.
          setUploads((all) => [...all]);
          return;
        }
        mark(upload.id, { at: 'failed', problem });
      }
    }
  }, [uploads, reviewId, client]);

  function mark(id: string, state: Upload['state']) {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));
  }

  /** Takes a file off the list; one that is being sent is sent no further. */
  function dismiss(id: string) {
    stops.current.get(id)?.abort();
    stops.current.delete(id);
    setUploads((all) => all.filter((one) => one.id !== id));
  }

  return {
    uploads,
    /** Ids of the files that reached the server since the page was opened. */
    sent,
    add: (files: Iterable<File>) => {
      const added: Upload[] = Array.from(files, (file) => ({ id: newId(), file, state: { at: 'waiting' } }));
      setUploads((all) => [...all, ...added]);
    },
    retry: (id: string) => mark(id, { at: 'waiting' }),
    dismiss,
  };
}
