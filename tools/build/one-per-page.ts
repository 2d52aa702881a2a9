import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

interface Options {
  /** The name under which the copies on a page find each other, whatever their address or version. */
  name: string;
  version: string;
  /** The entry that the classic script is made from. */
  main: string;
  /** Sources that are lazy parts for the other entries, but come with the main one: most of its pages need them at once. */
  withMain: string[];
  /** Sources of lazy parts that the classic script leaves beside it: without them every widget still works, with less comfort. */
  besideClassic: string[];
}

type Piece = Rolldown.OutputChunk;
interface Text {
  code: string;
  map: { version: 3; sections: object[] };
}

/** Puts texts behind one another, and their source maps with them: an index map says on which line each begins. */
function join(...parts: (string | Piece)[]): Text {
  let code = '';
  const sections: object[] = [];
  for (const part of parts) {
    if (typeof part === 'string') code += part;
    else {
      code += '\n';
      if (part.map)
        sections.push({ offset: { line: code.split('\n').length - 1, column: 0 }, map: part.map });
      code += part.code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '') + '\n';
    }
  }
  return { code, map: { version: 3, sections } };
}

/** rolldown exports through getters; a value is half the bytes, and no piece of ours exports what changes after it has run. */
const plainExports = (code: string): string =>
  code.replace(
    /Object\.defineProperty\(exports,(["`])(\w+)\1,\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g,
    'exports.$2=$3',
  );

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
export const onePerPage = ({ name, version, main, withMain, besideClassic }: Options): Plugin => ({
  name: 'one-per-page',
  generateBundle(_options, bundle) {
    const pieces = Object.values(bundle).filter((output) => output.type === 'chunk');
    const piece = new Map(pieces.map((p) => [p.fileName, p]));
    const isLazy = (file: string) => pieces.some((p) => p.dynamicImports.includes(file));
    /** What is no file of its own is only a name in the register of one build: no hash in it tells more. */
    const short = (p: Piece) =>
      p.isEntry || isLazy(p.fileName) ? p.fileName : p.fileName.replace(/-[\w-]{8}\.js$/, '.js');
    const named = (file: string) => {
      const name = short(piece.get(file)!);
      return pieces.filter((p) => short(p) === name).length === 1 ? name : file;
    };
    const hash = createHash('sha256').update(version);
    for (const p of pieces) {
      p.code = plainExports(p.code).replace(
        /require\(["`]\.\/([\w.-]+)["`]\)/g,
        (_, file: string) => `require("./${named(file)}")`,
      );
      hash.update(p.fileName).update(p.code);
    }
    const build = hash.digest('hex').slice(0, 8);

    const register = `globalThis[Symbol.for(${JSON.stringify(name)})]`;
    // `:state()` came last of all that we need: a browser without it keeps the fallback of every widget.
    // A page may have set `clinicWidgets` to its configuration, and an element of that id is not ours to write on.
    // Firefox remembers a failed import until the page is reloaded, hence the second address.
    const again = 'import(file + "?" + Date.now())';
    // A CDN without CORS headers serves scripts to a tag only. "currentScript" through the prototype, because a page may have an
    // element of that name.
    const byTag = `new Promise((done, fail) => {
  const tag = document.createElement("script");
  tag.onload = done;
  tag.onerror = fail;
  tag.src = at(file);
  document.head.append(tag);
})`;
    const ownTag =
      'const own = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);' +
      // A script of another origin has no address of its own to import from.
      'const at = (file) => own?.src ? new URL(file, own.src).href : file;';
    const runtime = (otherwise: string) => `"use strict";
if (!CSS.supports("selector(:state(a))")) return;
const page = ${register} ??= { build: "${build}", versions: [], make: {}, done: {} };
page.versions.push("${version}");
const shown = globalThis.clinicWidgets ??= {};
if ([Object.prototype, null].includes(Object.getPrototypeOf(shown))) Reflect.set(shown, "versions", page.versions);
if (page.build !== "${build}") return;
const { make, done } = page;
const run = (file) => done[file] ?? (make[file](require, (done[file] = {})), done[file]);
const load = (file) => import(at(file)).catch(() => ${otherwise});
const require = (file) => make[file] ? run(file) : load(file).then(() => run(file));
`;

    const from = (p: Piece, sources: string[]) =>
      Object.keys(p.modules).some((id) => sources.some((source) => id.endsWith(source)));
    const early = pieces.filter((p) => from(p, withMain));

    const needs = (file: string): string[] => [
      ...new Set([...piece.get(file)!.imports.flatMap(needs), file]),
    ];
    const firstNeeds = (file: string): string[] =>
      file === main
        ? [...new Set([...early.flatMap((p) => needs(p.fileName)), ...needs(file)])]
        : needs(file);
    /** What is there when a piece runs: what it needs, and for a lazy part what all who ask for it have. */
    const has = (file: string, above: string[] = []): string[] => {
      const askers = pieces.filter((p) => p.dynamicImports.includes(file));
      const given = askers
        .filter((p) => ![file, ...above].includes(p.fileName))
        .map((p) => has(p.fileName, [file, ...above]));
      const common = given[0]?.filter((f) => given.every((one) => one.includes(f))) ?? [];
      return [...new Set([...common, ...needs(file)])];
    };
    /** What a lazy part needs and not all who ask for it have. */
    const brings = (file: string): string[] => {
      const askers = pieces
        .filter((p) => p.dynamicImports.includes(file))
        .map((p) => has(p.fileName));
      return needs(file).filter((f) => !askers.every((there) => there.includes(f)));
    };
    const box = (files: string[]) =>
      files.flatMap((file) => [`"./${named(file)}"(require,exports){`, piece.get(file)!, '},']);
    const script = (head: string, files: string[], first: string) =>
      join(`;(()=>{${head}Object.assign(make,{`, ...box(files), `});require("./${first}")})();`);

    const files = new Map<string, Text>();
    for (const p of pieces) {
      if (p.isEntry)
        files.set(
          p.fileName,
          script(
            `${runtime(again)}const at=(file)=>file,__url=import.meta.url;`,
            firstNeeds(p.fileName),
            p.fileName,
          ),
        );
      if (isLazy(p.fileName))
        files.set(
          p.fileName,
          join(`Object.assign(${register}.make,{`, ...box(brings(p.fileName)), '});'),
        );
    }
    const whole = pieces.filter(
      (p) => (isLazy(p.fileName) && !from(p, besideClassic)) || p.fileName === main,
    );
    const all = [...new Set(whole.flatMap((p) => needs(p.fileName)))];
    const classic = `${runtime(byTag)}${ownTag}const __url=0;`;
    files.set(main.replace(/\.js$/, '.classic.js'), script(classic, all, main));

    for (const file of Object.keys(bundle)) delete bundle[file];
    for (const [fileName, { code, map }] of files) {
      const source = `${code}\n//# sourceMappingURL=${fileName}.map\n`;
      this.emitFile({ type: 'asset', fileName, source });
      this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: JSON.stringify(map) });
    }
  },
});
