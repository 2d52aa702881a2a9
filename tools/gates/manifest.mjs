/**
 * Checks that the committed manifest, which editors, Storybook and partners read, is up to date
 * with the sources.
 */
import { readFileSync } from 'node:fs';
import { run } from '../run.mjs';

export const name = 'manifest up to date';

const folder = '.cache/manifest';

/** @returns {Promise<string[]>} */
export async function check(committed = 'custom-elements.json') {
  const config = ['--config', 'custom-elements-manifest.config.mjs'];
  const args = ['analyze', ...config, '--outdir', folder, '--quiet'];
  if ((await run('cem', args, { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0)
    return ['the analyzer failed'];
  const now = readFileSync(`${folder}/custom-elements.json`, 'utf8');
  return readFileSync(committed, 'utf8').trim() === now.trim()
    ? []
    : [`${committed} differs from the sources: npm run analyze`];
}
