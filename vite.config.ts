import { defineConfig } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { chosenLazy, chunkName, lazyModules } from './tools/build/lazy-modules.mjs';
import { minifyTemplates } from './tools/build/minify-templates.js';
import { oneCopy } from './tools/one-copy/plugin.js';
import { tags } from './tools/build/tags.mjs';

/**
 * Decision 0020: the lazy modules that the classic script contains, so that everything can be read, filled in and sent without another file.
 * All others are files beside it.
 */
const classicParts = [
  'config/load-clinic-file',
  'form/submission',
  'form/validation',
  'widgets/insurance-check/parts/follow-up',
];
/** Of every widget, also of one that comes later: its fields and its words. */
const isOfWidget = ({ part }: { part: string }) =>
  /^widgets\/[^/]+\/(fields$|messages\/)/.test(part);

const modules = lazyModules();
const inClassic = chosenLazy(classicParts, modules);

/** The files for script tags. The npm package is what `tsc` writes. */
export default defineConfig({
  plugins: [
    minifyTemplates(),
    oneCopy({
      name: pkg.name,
      version: pkg.version,
      main: 'clinic-widgets.js',
      // A page that configures its widgets in one place, or names a clinic file or a list, must not wait for another request before
      // these can be loaded.
      withMain: [
        'src/config/clinic-config.ts',
        'src/transport/lookup.ts',
        ...chosenLazy(['config/load-clinic-file'], modules).map(({ file }) => file),
      ].map((file) => `/${file}`),
      besideClassic: modules
        .filter((module) => !isOfWidget(module) && !inClassic.includes(module))
        .map(({ file }) => `/${file}`),
    }),
  ],
  publicDir: false,
  define: { 'import.meta.url': '__url' }, // which would be a syntax error in the classic script
  build: {
    target: 'es2022',
    lib: {
      entry: {
        'clinic-widgets': 'src/loader.ts',
        ...Object.fromEntries(tags.map((tag) => [tag, `src/widgets/${tag}/${tag}.ts`])),
      },
      formats: ['cjs'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      output: {
        minify: true,
        exports: 'named',
        chunkFileNames: ({ facadeModuleId, name }) =>
          `${facadeModuleId ? chunkName(facadeModuleId) : name}-[hash].js`,
      },
    },
  },
});
