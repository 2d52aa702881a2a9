import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { Boxes } from './boxes.js';
import { plainExports, renameRequires } from './code.js';
import { join, type Text } from './join.js';
import { classicRuntime, moduleRuntime, register } from './runtime.js';

interface Options {
  /** The name under which the copies on a page find each other, whatever their address or version */
  name: string;
  version: string;
  /** The entry that the classic script is made from */
  main: string;
  /** Sources that are lazy parts for the other entries, but come with the main one: most of its pages need them at once */
  withMain: string[];
  /** Sources of lazy parts that the classic script leaves beside it: without them every widget still works, with less comfort */
  besideClassic: string[];
}

/**
 * One file per script tag, and one copy of everything per page.
 *
 * In ES modules a lazy part would import `./clinic-widgets.js`, and where the page says `clinic-widgets.js?ver=6.1`
 * that is a second module, with a second Lit. So rolldown writes CommonJS pieces, every file here is a box of them, and
 * all boxes of a page share one register: which pieces the page has (`make`) and which of them have run (`done`).
 *
 * The first file that arrives decides which build runs. A file of another build, or of another version, stops before
 * anything of it runs and only adds itself to `clinicWidgets.versions`.
 */
export const oneCopy = ({ name, version, main, withMain, besideClassic }: Options): Plugin => ({
  name: 'one-copy',
  apply: 'build',
  // What is joined here gets its own reference to a source map.
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
