/**
 * `npm run build`: builds dist. Does nothing if the sources have not changed since the last build;
 * `--force` builds anyway.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { allMessages } from './build/dictionaries.mjs';
import { readRoom, roomCss } from './build/room.mjs';
import { isBuilt, markBuilt } from './build/stamp.mjs';
import { must, say } from './run.mjs';

if (isBuilt() && !process.argv.includes('--force')) {
  say('dist is up to date.');
  process.exit();
}

say('Script tags: dist/*.js');
await must('vite', ['build', '--logLevel', 'warn']);

say('Package: dist/lib');
await must('tsc', ['-p', 'tsconfig.build.json']);

say('JSON Schemas: dist/*.schema.json');
const compiled = (path) => import(pathToFileURL(`dist/lib/${path}`).href);
const { Clinic, Submission } = await compiled('contract/index.js');
const { toJSONSchema } = await import('zod/mini');
for (const [name, schema] of Object.entries({ clinic: Clinic, submission: Submission })) {
  const json = {
    $id: `${name}.schema.json`,
    $comment:
      'Rules that span several values are not in here: the contract of the package checks them.',
    ...toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  };
  writeFileSync(`dist/${name}.schema.json`, JSON.stringify(json, null, 2) + '\n');
}

say('All English texts: dist/messages.en.json');
const english = await allMessages((file) => compiled(`${file}.js`));
writeFileSync('dist/messages.en.json', JSON.stringify(english, null, 2) + '\n');

say('Style sheets: dist/themes/*.css, dist/clinic-widgets.css');
mkdirSync('dist/themes', { recursive: true });
for (const name of readdirSync('src/theme/themes').filter((file) => file.endsWith('.css')))
  copyFileSync(`src/theme/themes/${name}`, `dist/themes/${name}`);
writeFileSync('dist/clinic-widgets.css', roomCss(readRoom()));

say('Editor data: dist/vscode.*.json, dist/web-types.json, dist/lib/jsx.d.ts');
await must(
  'cem',
  [
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
    '--outdir',
    '.cache/manifest',
    '--quiet',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

markBuilt();
say('Built.');
