import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Kept from the start; a Chinese font has hundreds of files, of which the browser keeps those that it needs. */
const KEPT = /\.(?:js|css)$|(?:inter|source-serif)[^/]*\.woff2$/;

/** The PDF reader is large and of no use without a network: the documents are not kept. */
const PDF = /pdfjs/;

/** Writes the service worker, which knows the files of this build by their names. */
export function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    // Last of all: chunks that held nothing but styles are gone by then.
    writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.entries(bundle)
        .filter(([name, file]) => KEPT.test(name) && !PDF.test(name) && !holdsPdfReader(file))
        .map(([name]) => name)
        .map((name) => `/${name}`)
        .sort();
      const all = ['/', '/favicon.svg', '/manifest.webmanifest', ...files];
      const worker = readFileSync(new URL('./worker.js', import.meta.url), 'utf8');
      const version = createHash('sha256').update(all.join('\n')).update(worker).digest('hex').slice(0, 16);
      writeFileSync(
        path.join(dir, 'sw.js'),
        worker.replace('__SHELL__', JSON.stringify(all)).replace('__VERSION__', JSON.stringify(version)),
      );
    },
  };
}

function holdsPdfReader(file: Rolldown.OutputChunk | Rolldown.OutputAsset): boolean {
  return file.type === 'chunk' && file.moduleIds.some((id) => PDF.test(id));
}
