/**
 * Checks whether dist is up to date with the sources. Uses Node alone, because `npm start` runs it
 * before packages are installed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'dist/.built';
const made = [
  'src',
  'tools/build',
  'tools/one-copy',
  'tools/build.mjs',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'custom-elements-manifest.config.mjs',
  'package.json',
  'package-lock.json',
];

const filesIn = (path) =>
  !existsSync(path)
    ? []
    : statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .flatMap((name) => filesIn(join(path, name)))
      : [path];

const sources = () => {
  const hash = createHash('sha256');
  for (const path of made.flatMap(filesIn))
    hash.update(path).update('\0').update(readFileSync(path));
  return hash.digest('hex');
};

export const isBuilt = () => existsSync(file) && readFileSync(file, 'utf8') === sources();
export const markBuilt = () => writeFileSync(file, sources());
