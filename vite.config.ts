import { basename, dirname } from 'node:path';
import { defineConfig } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { minifyTemplates } from './tools/build/minify-templates.js';
import { onePerPage } from './tools/build/one-per-page.js';
import { tags } from './tools/build/tags.mjs';

/** `newsletter-signup.es`, where `es` alone would not say whose words those are. */
const telling = (file: string) => {
  const name = basename(file, '.ts');
  const folder = dirname(file);
  return basename(folder) === 'messages' ? `${basename(dirname(folder))}.${name}` : name;
};

/** The files for script tags. The npm package is what `tsc` writes. */
export default defineConfig({
  plugins: [
    minifyTemplates(),
    onePerPage({
      name: pkg.name,
      version: pkg.version,
      main: 'clinic-widgets.js',
      // A page that has set up its widgets in one place, or names a clinic file or a list, must not wait for one more script before
      // it can ask for them.
      withMain: [
        '/src/config/clinic-config.ts',
        '/src/config/clinic-load.ts',
        '/src/transport/lookup.ts',
      ],
      // Decision 0020: what a visitor can do without, and what only the webmaster reads.
      besideClassic: [
        '/src/config/clinic-check.ts',
        '/src/form/check.ts',
        '/src/form/dialog.ts',
        '/src/fields/slot-picker/slot-picker.ts',
        '/src/fields/slot-picker/elsewhere.ts',
        '/src/fields/slot-picker/messages/es.ts',
        '/src/transport/foreign-slots.ts',
        '/src/fields/payer-combobox/payer-desk.ts',
        '/src/fields/cards/answer-photo.ts',
        '/src/fields/cards/card-photos.ts',
        '/src/widgets/appointment-form/care/care.ts',
        '/src/widgets/appointment-form/care/messages/es.ts',
        '/src/widgets/appointment-form/sent/sent-panel.ts',
        '/src/widgets/appointment-form/sent/messages/es.ts',
        '/src/widgets/appointment-form/waitlist/waitlist.ts',
        '/src/fields/questions.ts',
        '/src/widgets/clinic-faq/entries.ts',
        '/src/widgets/clinic-faq/foot.ts',
        '/src/widgets/clinic-faq/reading.ts',
        '/src/widgets/clinic-faq/sources.ts',
        '/src/widgets/clinic-faq/search.ts',
        '/src/widgets/clinic-faq/vote.ts',
        '/src/widgets/insurance-check/coverage-card.ts',
        '/src/widgets/insurance-check/coverage-card.es.ts',
        '/src/widgets/insurance-check/programs.ts',
        '/src/widgets/insurance-check/self-pay.ts',
      ],
    }),
  ],
  publicDir: false,
  define: { 'import.meta.url': '__url' }, // which would be a syntax error in the classic script
  build: {
    target: 'es2022',
    sourcemap: true,
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
          `${facadeModuleId ? telling(facadeModuleId) : name}-[hash].js`,
      },
    },
  },
});
