import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/** Minifies html`` and css`` literals in our own sources, before TypeScript is stripped. */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /(html|css|svg)`/ },
    async handler(code, id) {
      const out = await minifyHTMLLiterals(code, { fileName: id });
      return out && { code: out.code, map: String(out.map) };
    },
  },
});
