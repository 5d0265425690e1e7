import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real exports, where they lie beside the checkout. They are not part of the repository. */
export function realExport(name: string): string | undefined {
  const folder = process.env.WINNOW_SHARED ?? path.resolve('..', '..', 'shared');
  const file = path.join(folder, 'data', 'imports', name);
  return existsSync(file) ? file : undefined;
}

/** A file made for these tests. */
export function ownFile(name: string): string {
  return path.resolve('e2e', 'files', name);
}
