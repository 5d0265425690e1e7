import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const families = ['noto-sans-sc', 'noto-serif-sc'];
const marker = '/* han-faces */';

/**
 * Writes the @font-face rules of both Chinese families where a style sheet says `han-faces`. The two are cut into the
 * same ranges of characters; with equal ranges side by side the style sheet compresses to half of what two imports give.
 * The families' Latin letters are left out: Inter and Source Serif have those.
 */
export function hanFaces(): Plugin {
  return {
    name: 'han-faces',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('lib/fonts/more.css') || !code.includes(marker)) return undefined;
      return { code: code.replace(marker, interleaved()), map: null };
    },
  };
}

function interleaved(): string {
  const require = createRequire(import.meta.url);
  const byRange = new Map<string, string[]>();
  for (const family of families) {
    const css = readFileSync(require.resolve(`@fontsource-variable/${family}/index.css`), 'utf8');
    for (const [, name = '', face = ''] of css.matchAll(/\/\* (\S+) \*\/\s*(@font-face \{[^}]*\})/g)) {
      const range = /unicode-range: ([^;]*);/.exec(face)?.[1];
      if (range === undefined || !/\[\d+\]|-\d+-wght/.test(name)) continue;
      const bundled = face.replaceAll('url(./files/', `url(@fontsource-variable/${family}/files/`);
      byRange.set(range, [...(byRange.get(range) ?? []), bundled]);
    }
  }
  return [...byRange.values()].flat().join('\n');
}
