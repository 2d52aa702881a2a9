/**
 * The lazy modules under src, found by their names: `<part>.lazy.ts`, or a folder `<part>.lazy/` whose door is `index.ts` or, without one,
 * `<part>.ts`. Made for the lists of vite.config.ts and the budgets, so that neither has to be kept by hand.
 */
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * @typedef {object} LazyModule
 * @property {string} part the path from src without endings, which names it in lists: `form/dialog`, `scheduling/slot-picker`
 * @property {string} file what `import()` names, from the top of the project: `src/form/dialog.lazy.ts`
 * @property {string} chunk how its file in dist begins, before the hash: `dialog`
 */

const isLazyFile = /^(?:.*\/)?([^/]+)\.lazy\.ts$/;
const isLazyFolder = /^(?:.*\/)?([^/]+)\.lazy$/;

/**
 * @param {string} [src] where the sources are
 * @param {string[]} [files] their paths from there, with `/`; read from the disk where they are not given
 * @returns {LazyModule[]} by their part
 */
export function lazyModules(src = 'src', files = filesUnder(src)) {
  const found = files.filter((file) => isLazyFile.test(file)).map((file) => ({ file, path: file }));
  const folders = new Set(files.flatMap(foldersAround).filter((path) => isLazyFolder.test(path)));
  for (const path of folders) {
    const name = isLazyFolder.exec(path)[1];
    const doors = ['index', name].map((door) => `${path}/${door}.ts`);
    const file = doors.find((door) => files.includes(door));
    if (!file) throw new Error(`${src}/${path} has no ${doors.join(' or ')} to import.`);
    found.push({ file, path });
  }
  const modules = found.map(({ file, path }) => {
    const part = path.replace(/\.lazy(\.ts)?$/, '');
    return { part, file: posix.join(src, file), chunk: posix.basename(part) };
  });
  const twice = modules.find(({ part }, at) => modules.findIndex((m) => m.part === part) !== at);
  if (twice) throw new Error(`${twice.part} is a lazy file and a lazy folder.`);
  return modules.sort((one, other) => (one.part < other.part ? -1 : 1));
}

/**
 * The modules that a list names by their part, so that a part that was renamed or is no longer lazy is told at once.
 * @param {string[]} parts
 */
export function chosenLazy(parts, modules = lazyModules()) {
  return parts.map((part) => {
    const module = modules.find((each) => each.part === part);
    if (!module) throw new Error(`There is no lazy module ${part}.`);
    return module;
  });
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.relative(folder, posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)),
    );

const foldersAround = (file) =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, depth, folders) => folders.slice(0, depth + 1).join('/'));
