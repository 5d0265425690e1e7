import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  version,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

export type { PDFDocumentProxy, PDFPageProxy };

/** Where the build puts what the reader fetches: this server. */
const FILES = `/assets/pdfjs-${version}/`;

GlobalWorkerOptions.workerSrc = `${FILES}pdf.worker.min.js`;

export interface Opening {
  readonly document: Promise<PDFDocumentProxy>;
  close(): void;
}

/** Opens a PDF of this server. Nothing in it is run, and nothing is fetched from elsewhere. */
export function openPdf(url: string): Opening {
  const task = getDocument({
    url,
    cMapUrl: `${FILES}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${FILES}standard_fonts/`,
    wasmUrl: `${FILES}wasm/`,
    iccUrl: `${FILES}iccs/`,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    // A font that is neither in the file nor on this machine is no fault of the page's.
    verbosity: VerbosityLevel.ERRORS,
  });
  return { document: task.promise, close: () => void task.destroy() };
}

/** Paints a page, and its text over it for selection. Returns what stops it. */
export function paint(
  page: PDFPageProxy,
  scale: number,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
): () => void {
  const viewport = page.getViewport({ scale });
  const dots = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * dots);
  canvas.height = Math.floor(viewport.height * dots);
  const painting = page.render({
    canvas,
    viewport,
    ...(dots !== 1 && { transform: [dots, 0, 0, dots, 0, 0] }),
  });
  text.replaceChildren();
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  const ignoreStopped = () => undefined;
  painting.promise.catch(ignoreStopped);
  layer.render().catch(ignoreStopped);
  return () => {
    painting.cancel();
    layer.cancel();
  };
}
