import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { Boxes } from './boxes.js';
import { plainExports, renameRequires } from './code.js';
import { join, type Text } from './join.js';
import { classicRuntime, moduleRuntime, register } from './runtime.js';

interface Options {
  /**
   * Global name under which several copies on a page find each other, whatever their URL or version
   */
  name: string;
  version: string;
  /** The entry of the classic script */
  main: string;
  /**
   * Sources that are lazy parts of the other entries but bundled with the main one, because most of
   * its pages need them immediately
   */
  withMain: string[];
  /**
   * Sources of lazy parts that are separate files beside the classic script: without them every
   * widget still works, with less convenience
   */
  besideClassic: string[];
}

/**
 * Bundles one file per script tag, with one copy of every module per page.
 *
 * With ES modules a lazy part would import `./clinic-widgets.js`. If the page has
 * `clinic-widgets.js?ver=6.1`, that is a second module with a second Lit. So rolldown writes
 * CommonJS pieces, each output file contains several of them, and all files on a page share one
 * register: which pieces are available (`make`) and which have run (`done`).
 *
 * The first file that loads decides which build runs. A file of another build or version stops
 * before it runs and only adds itself to `clinicWidgets.versions`.
 */
export const oneCopy = ({ name, version, main, withMain, besideClassic }: Options): Plugin => ({
  name: 'one-copy',
  apply: 'build',
  // The joined files get their own source map comments.
  config: () => ({ build: { sourcemap: 'hidden' } }),
  renderChunk: (code) => ({ code: plainExports(code), map: null }),
  generateBundle(_options, bundle) {
    const boxes = new Boxes(Object.values(bundle).filter((output) => output.type === 'chunk'));
    const hash = createHash('sha256').update(version);
    for (const piece of boxes.all) {
      piece.code = renameRequires(piece.code, (file) => boxes.key(file));
      hash.update(piece.fileName).update(piece.code);
    }
    const build = { name, version, hash: hash.digest('hex').slice(0, 8) };

    const box = (files: string[]) =>
      files.flatMap((file) => [
        `"./${boxes.key(file)}"(require,exports){`,
        boxes.piece(file),
        '},',
      ]);
    const script = (head: string, files: string[], first: string) =>
      join(`;(()=>{${head}Object.assign(make,{`, ...box(files), `});require("./${first}")})();`);
    const needsOf = (...files: string[]) => [
      ...new Set(files.flatMap((file) => boxes.needs(file))),
    ];

    const early = boxes.from(withMain).map(({ fileName }) => fileName);
    const beside = boxes.from(besideClassic);
    const texts = new Map<string, Text>();
    for (const { fileName, isEntry } of boxes.all) {
      const first = fileName === main ? [...early, main] : [fileName];
      if (isEntry) texts.set(fileName, script(moduleRuntime(build), needsOf(...first), fileName));
      if (boxes.isLazy(fileName))
        texts.set(
          fileName,
          join(`Object.assign(${register(name)}.make,{`, ...box(boxes.brings(fileName)), '});'),
        );
    }
    const whole = boxes.all.filter(
      (piece) =>
        piece.fileName === main || (boxes.isLazy(piece.fileName) && !beside.includes(piece)),
    );
    const all = needsOf(...whole.map(({ fileName }) => fileName));
    texts.set(main.replace(/\.js$/, '.classic.js'), script(classicRuntime(build), all, main));

    for (const file of Object.keys(bundle)) delete bundle[file];
    for (const [fileName, { code, map }] of texts) {
      const source = `${code}\n//# sourceMappingURL=${fileName}.map\n`;
      this.emitFile({ type: 'asset', fileName, source });
      this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: JSON.stringify(map) });
    }
  },
});
