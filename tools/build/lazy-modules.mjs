/**
 * Lists the lazily loaded modules: files under src that an `import()` names and whose path is
 * `<part>.lazy.ts` or inside a folder `<part>.lazy/`. The lists of vite.config.ts and the size
 * budgets are derived from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * @typedef {object} LazyModule
 * @property {string} part the path from src without extensions, its name in lists: `form/dialog`,
 * `photos/prepare/card-photos`
 * @property {string} file the imported file, from the project root:
 * `src/form/dialog.lazy/dialog.ts`
 * @property {string} chunk start of its file name in dist, before the hash: `dialog`,
 * `slot-picker.es`
 */

const dynamicImport = /\bimport\(\s*'(\.[^']+)\.js'\s*\)/g;

/**
 * Start of the file name in dist for a module and its imports. A messages file is prefixed with its
 * part, because `es` alone would be ambiguous.
 *
 * @param {string} file
 */
export function chunkName(file) {
  const name = posix.basename(file, '.ts').replace(/\.lazy$/, '');
  const folder = posix.dirname(file).replaceAll('.lazy', '');
  return posix.basename(folder) === 'messages'
    ? `${posix.basename(posix.dirname(folder))}.${name}`
    : name;
}

/** `form/dialog.lazy/dialog.ts` → `form/dialog`. */
const partOf = (path) =>
  path
    .replace(/\.ts$/, '')
    .replace(/\.lazy$/, '')
    .replace(/([^/]+)\.lazy\/(?:\1|index)$/, '$1')
    .replaceAll('.lazy/', '/');

/**
 * @param {string} [src] folder of the sources
 * @param {Record<string, string>} [sources] their texts by path, with `/`; default: read from disk
 * @returns {LazyModule[]} sorted by part
 * @throws {Error} if a file or folder has the lazy suffix but no `import()` names it
 */
export function lazyModules(src = 'src', sources = readSources(src)) {
  const named = Object.entries(sources).flatMap(([path, text]) =>
    [...text.matchAll(dynamicImport)].map(([, to]) => posix.join(posix.dirname(path), `${to}.ts`)),
  );
  const paths = [...new Set(named)].filter((path) => path.includes('.lazy') && path in sources);

  const lazyPaths = new Set(
    Object.keys(sources).flatMap((path) =>
      [...path.matchAll(/\.lazy(\/|\.ts$)/g)].map(({ index, 0: end }) =>
        path.slice(0, index + end.length),
      ),
    ),
  );
  for (const lazy of lazyPaths)
    if (!paths.some((path) => path.startsWith(lazy)))
      throw new Error(`${src}/${lazy} is called lazy, but no import() names it.`);

  const modules = paths.map((path) => ({
    part: partOf(path),
    file: posix.join(src, path),
    chunk: chunkName(path),
  }));
  const twice = modules.find(({ part }, at) => modules.findIndex((m) => m.part === part) !== at);
  if (twice) throw new Error(`${twice.part} is the name of two lazy modules.`);
  return modules.sort((one, other) => (one.part < other.part ? -1 : 1));
}

/**
 * The modules named in a list by their part.
 *
 * @param {string[]} parts
 * @throws {Error} if a part was renamed or is no longer lazy
 */
export function chosenLazy(parts, modules = lazyModules()) {
  return parts.map((part) => {
    const module = modules.find((each) => each.part === part);
    if (!module) throw new Error(`There is no lazy module ${part}.`);
    return module;
  });
}

const readSources = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
      .map((file) => [posix.relative(folder, file), readFileSync(file, 'utf8')]),
  );
