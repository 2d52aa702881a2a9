import { basename, dirname } from 'node:path';
import { defineConfig } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { minifyTemplates } from './tools/build/minify-templates.js';
import { oneCopy } from './tools/one-copy/plugin.js';
import { tags } from './tools/build/tags.mjs';

/** `newsletter-signup.es`, where `es` alone would not say whose words those are. */
const telling = (file: string) => {
  const name = basename(file, '.ts').replace(/\.lazy$/, '');
  const folder = dirname(file).replaceAll('.lazy', '');
  return basename(folder) === 'messages' ? `${basename(dirname(folder))}.${name}` : name;
};

/** The files for script tags. The npm package is what `tsc` writes. */
export default defineConfig({
  plugins: [
    minifyTemplates(),
    oneCopy({
      name: pkg.name,
      version: pkg.version,
      main: 'clinic-widgets.js',
      // A page that has set up its widgets in one place, or names a clinic file or a list, must not wait for one more script before
      // it can ask for them.
      withMain: [
        '/src/config/clinic-config.ts',
        '/src/config/load-clinic-file.lazy.ts',
        '/src/transport/lookup.ts',
      ],
      // Decision 0020: what a visitor can do without, and what only the webmaster reads.
      besideClassic: [
        '/src/config/validate-clinic-file.lazy.ts',
        '/src/form/steps/review.lazy.ts',
        '/src/form/dialog.lazy/dialog.ts',
        '/src/scheduling/slot-picker.lazy/slot-picker.ts',
        '/src/scheduling/slot-picker.lazy/external-booking.lazy.ts',
        '/src/scheduling/slot-picker.lazy/messages/es.lazy.ts',
        '/src/scheduling/feeds/foreign-feeds.lazy.ts',
        '/src/payers/combobox.lazy/payer-list.ts',
        '/src/photos/prepare.lazy/prepare.ts',
        '/src/widgets/appointment-form/parts/crisis-signpost.lazy/crisis-signpost.ts',
        '/src/widgets/appointment-form/parts/crisis-signpost.lazy/messages/es.lazy.ts',
        '/src/widgets/appointment-form/parts/sent-panel.lazy/sent-panel.ts',
        '/src/widgets/appointment-form/parts/sent-panel.lazy/messages/es.lazy.ts',
        '/src/widgets/appointment-form/parts/waitlist.lazy/waitlist.ts',
        '/src/fields/clinic-questions.lazy.ts',
        '/src/photos/photo-question.lazy.ts',
        '/src/widgets/clinic-faq/parts/entries.lazy/entries.ts',
        '/src/widgets/clinic-faq/parts/answer-footer.lazy/answer-footer.ts',
        '/src/widgets/clinic-faq/parts/reading.lazy/reading.ts',
        '/src/widgets/clinic-faq/parts/sources.lazy.ts',
        '/src/widgets/clinic-faq/parts/search.lazy/search.ts',
        '/src/widgets/clinic-faq/parts/feedback.lazy.ts',
        '/src/widgets/insurance-check/parts/coverage-card.lazy/coverage-card.ts',
        '/src/widgets/insurance-check/parts/coverage-card.lazy/messages/es.lazy.ts',
        '/src/payers/programs.lazy.ts',
        '/src/widgets/insurance-check/parts/good-faith-estimate.lazy.ts',
      ],
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
          `${facadeModuleId ? telling(facadeModuleId) : name}-[hash].js`,
      },
    },
  },
});
