import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PACKAGE = fileURLToPath(new URL('../node_modules/pdfjs-dist', import.meta.url));

/** Character maps, standard fonts and decoders of pictures, by the folders of the package. */
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'] as const;

/**
 * Ships what the PDF reader fetches while it reads, from this server alone: its worker, the character maps of Chinese
 * documents, the fonts that a PDF need not bring along. Their folder bears the version, as other files do their hash.
 */
export function pdfFiles(): Plugin {
  const folder = `assets/pdfjs-${version()}`;
  const files = new Map<string, string>([
    ['pdf.worker.min.js', path.join(PACKAGE, 'legacy/build/pdf.worker.min.mjs')],
    ...FOLDERS.flatMap((name) =>
      readdirSync(path.join(PACKAGE, name)).map((file): [string, string] => [
        `${name}/${file}`,
        path.join(PACKAGE, name, file),
      ]),
    ),
  ]);
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [name, source] of files)
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: readFileSync(source) });
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const source = files.get((request.url ?? '').replace(/^\//, '').replace(/\?.*$/, ''));
        if (source === undefined) return next();
        if (source.endsWith('js')) response.setHeader('Content-Type', 'text/javascript');
        return response.end(readFileSync(source));
      });
    },
  };
}

function version(): string {
  const found: unknown = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
  throw new Error('pdfjs-dist has no version');
}
