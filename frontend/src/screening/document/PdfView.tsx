import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Skeleton } from '../../ui';
import { useScreeningMessages } from '../messages';
import styles from './document.module.css';
import { openPdf, paint, type PDFDocumentProxy, type PDFPageProxy } from './pdf';
import { quoteOf, type Selected } from './quotes';

/** How large a page is shown; "width" fills the room that there is. */
type Zoom = number | 'width';

const ZOOM_STEP = 1.2;
const SMALLEST = 0.25;
const LARGEST = 6;
const EDGE = 24;
/** Points in an inch of a PDF to the pixels of a screen's inch. */
const NATURAL = 96 / 72;

export interface Place {
  readonly page: number;
  /** Another number each time it is asked for. */
  readonly time: number;
}

interface PdfViewProps {
  readonly address: string;
  readonly name: string;
  readonly goTo?: Place | undefined;
  readonly documentId: string;
  readonly onSelect: (selected: Selected | undefined) => void;
}

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; readonly first: PDFPageProxy }
  | { readonly kind: 'failed'; readonly why: 'password' | 'broken' };

/** A PDF to read and to select in, page under page. */
export default function PdfView({ address, name, documentId, goTo, onSelect }: PdfViewProps) {
  const text = useScreeningMessages().document;
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });

  useEffect(() => {
    const opening = openPdf(address);
    let left = false;
    opening.document
      .then(async (pdf) => {
        const first = await pdf.getPage(1);
        if (!left) setOpened({ kind: 'open', pdf, first });
      })
      .catch((failure: unknown) => {
        const password = failure instanceof Error && failure.name === 'PasswordException';
        if (!left) setOpened({ kind: 'failed', why: password ? 'password' : 'broken' });
      });
    return () => {
      left = true;
      opening.close();
    };
  }, [address]);

  if (opened.kind === 'opening') return <Skeleton />;
  if (opened.kind === 'failed') {
    return (
      <p role="alert" className={styles.message}>
        {opened.why === 'password' ? text.needsPassword : text.cannotOpen}{' '}
        <a href={address} download>
          {text.download}
        </a>
      </p>
    );
  }
  return (
    <Pages
      pdf={opened.pdf}
      first={opened.first}
      name={name}
      documentId={documentId}
      goTo={goTo}
      onSelect={onSelect}
    />
  );
}

function Pages({
  pdf,
  first,
  name,
  documentId,
  goTo,
  onSelect,
}: {
  pdf: PDFDocumentProxy;
  first: PDFPageProxy;
  name: string;
  documentId: string;
  goTo: Place | undefined;
  onSelect: PdfViewProps['onSelect'];
}) {
  const text = useScreeningMessages().document;
  const room = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [width, setWidth] = useState(0);
  const [at, setAt] = useState(1);
  const natural = first.getViewport({ scale: 1 });
  const scale = zoom === 'width' ? Math.max(SMALLEST, (width - EDGE) / natural.width) : zoom * NATURAL;

  useLayoutEffect(() => {
    const box = room.current;
    if (!box) return undefined;
    const measure = () => setWidth(box.clientWidth);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const selected = () => {
      const found = selectedIn(room.current);
      onSelect(found && { documentId, ...found });
    };
    document.addEventListener('selectionchange', selected);
    return () => {
      document.removeEventListener('selectionchange', selected);
      onSelect(undefined);
    };
  }, [documentId, onSelect]);

  function show(page: number) {
    const wanted = Math.min(Math.max(1, page), pdf.numPages);
    pageBox(room.current, wanted)?.scrollIntoView({ block: 'start' });
    setAt(wanted);
  }

  const ready = width > 0;
  useEffect(() => {
    if (goTo && ready) pageBox(room.current, goTo.page)?.scrollIntoView({ block: 'start' });
  }, [goTo, ready]);

  function enlarge(by: number) {
    const now = scale / NATURAL;
    setZoom(Math.min(LARGEST, Math.max(SMALLEST, now * by)));
  }

  function onScroll() {
    const box = room.current;
    if (!box) return;
    const line = box.getBoundingClientRect().top + box.clientHeight / 3;
    const boxes = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const current = boxes.findLast((one) => one.getBoundingClientRect().top <= line) ?? boxes[0];
    setAt(Number(current?.dataset['page'] ?? 1));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // These scroll here and do not leave the record.
    if (/^(?:Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Home|End| )$/.test(event.key))
      event.stopPropagation();
    if (event.key === '+' || event.key === '=') enlarge(ZOOM_STEP);
    if (event.key === '-') enlarge(1 / ZOOM_STEP);
    if (event.key === '0') setZoom('width');
  }

  return (
    <>
      <div className={styles.tools} role="toolbar" aria-label={text.tools}>
        <Button size="small" aria-label={text.previousPage} disabled={at <= 1} onClick={() => show(at - 1)}>
          {'‹'}
        </Button>
        <label>
          <span className={styles.hidden}>{text.page}</span>
          <input
            className={styles.pageNumber}
            inputMode="numeric"
            value={at}
            onChange={(event) => {
              const page = Number(event.target.value.replace(/\D/g, ''));
              if (page > 0) show(page);
            }}
          />{' '}
          {text.ofPages(pdf.numPages)}
        </label>
        <Button
          size="small"
          aria-label={text.nextPage}
          disabled={at >= pdf.numPages}
          onClick={() => show(at + 1)}
        >
          {'›'}
        </Button>
        <span className={styles.gap} />
        <Button size="small" aria-label={text.smaller} onClick={() => enlarge(1 / ZOOM_STEP)}>
          {'−'}
        </Button>
        <span className={styles.zoom}>{`${Math.round((scale / NATURAL) * 100)} %`}</span>
        <Button size="small" aria-label={text.larger} onClick={() => enlarge(ZOOM_STEP)}>
          {'+'}
        </Button>
        <Button size="small" aria-pressed={zoom === 'width'} onClick={() => setZoom('width')}>
          {text.fitWidth}
        </Button>
      </div>
      <div
        ref={room}
        className={styles.pages}
        role="region"
        aria-label={name}
        tabIndex={0}
        data-document-pages
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {ready &&
          Array.from({ length: pdf.numPages }, (_, i) => (
            <PageBox
              key={i}
              pdf={pdf}
              number={i + 1}
              scale={scale}
              usual={{ width: natural.width, height: natural.height }}
              label={text.pageNumber(i + 1)}
            />
          ))}
      </div>
    </>
  );
}

/** A page, painted while it is near what is seen. */
function PageBox({
  pdf,
  number,
  scale,
  usual,
  label,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  usual: { width: number; height: number };
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(number === 1);
  const [page, setPage] = useState<PDFPageProxy>();

  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver(
      (seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)),
      { root: box.current.parentElement, rootMargin: '100% 0px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return undefined;
    let left = false;
    pdf.getPage(number).then(
      (got) => {
        if (!left) setPage(got);
      },
      // A page that cannot be read stays white; the others are there.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [pdf, number, near]);

  useEffect(() => {
    if (!page || !canvas.current || !words.current) return undefined;
    if (near) return paint(page, scale, canvas.current, words.current);
    // A page takes megabytes as a picture.
    canvas.current.width = 0;
    words.current.replaceChildren();
    return undefined;
  }, [page, near, scale]);

  const size = page?.getViewport({ scale: 1 }) ?? usual;
  useLayoutEffect(() => {
    // By script: the pages' security policy knows no styles in attributes.
    const { style } = box.current ?? {};
    style?.setProperty('--total-scale-factor', String(scale));
    style?.setProperty('width', `${Math.floor(size.width * scale)}px`);
    style?.setProperty('height', `${Math.floor(size.height * scale)}px`);
  }, [scale, size.width, size.height]);

  return (
    <div ref={box} className={styles.page} data-page={number} role="group" aria-label={label}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className={styles.words} />
    </div>
  );
}

function pageBox(room: HTMLElement | null, page: number): HTMLElement | null {
  return room?.querySelector<HTMLElement>(`[data-page="${page}"]`) ?? null;
}

/** What is selected among the pages, with the page on which it begins. */
function selectedIn(room: HTMLElement | null): { page: number; quote: string } | undefined {
  const selection = document.getSelection();
  if (!room || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!room.contains(range.commonAncestorContainer)) return undefined;
  const start = range.startContainer;
  const element = start instanceof Element ? start : start.parentElement;
  const page = Number(element?.closest<HTMLElement>('[data-page]')?.dataset['page']);
  const quote = quoteOf(selection.toString());
  return quote === '' || !(page > 0) ? undefined : { page, quote };
}
