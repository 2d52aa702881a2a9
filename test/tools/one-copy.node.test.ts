import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Boxes, type Piece } from '../../tools/one-copy/boxes.js';
import { plainExports, renameRequires } from '../../tools/one-copy/code.js';
import { join } from '../../tools/one-copy/join.js';
import { oneCopy } from '../../tools/one-copy/plugin.js';

const getter = (name: string, value: string) => `Object.defineProperty(exports, "${name}", {
  enumerable: true,
  get: function () {
    return ${value};
  }
});`;

describe('plainExports', () => {
  it('exports a value where a getter returns a name', () => {
    expect(plainExports(`const b = 1;\n${getter('a', 'b')}`).trimEnd()).toBe(
      'const b = 1;\nexports.a = b;',
    );
  });

  it('keeps every line where it was', () => {
    const code = `${getter('a', 'b')}\n${getter('c', 'd')}\nlast();`;
    const lines = plainExports(code).split('\n');
    expect(lines).toHaveLength(code.split('\n').length);
    expect(lines.at(-1)).toBe('last();');
  });

  it('leaves alone what returns more than a name, and what is no export', () => {
    for (const code of [
      getter('a', 'b.c'),
      getter('a', 'b').replace('exports', 'other'),
      `const text = \`${getter('a', 'b')}\`;`,
      `Object.freeze(exports);`,
    ])
      expect(plainExports(code)).toBe(code);
  });
});

describe('renameRequires', () => {
  const name = (file: string) => file.toUpperCase();

  it('renames files in strings and templates, wherever they are asked for', () => {
    expect(renameRequires('const a=require("./a.js");()=>require(`./b.js`)', name)).toBe(
      'const a=require("./A.JS");()=>require("./B.JS")',
    );
  });

  it('leaves texts, packages and other calls alone', () => {
    const code = `"require('./a.js')";require("a");load("./a.js");require(\`./\${a}.js\`);require()`;
    expect(renameRequires(code, name)).toBe(code);
  });
});

describe('join', () => {
  it('says on which line the map of each part begins', () => {
    const map = { mappings: 'AAAA' };
    expect(join('a', { code: 'b\nc', map }, 'd', { code: 'e', map })).toEqual({
      code: 'a\nb\nc\nd\ne\n',
      map: {
        version: 3,
        sections: [
          { offset: { line: 1, column: 0 }, map },
          { offset: { line: 4, column: 0 }, map },
        ],
      },
    });
  });
});

describe('boxes', () => {
  const piece = (
    fileName: string,
    imports: string[] = [],
    dynamicImports: string[] = [],
  ): Piece => ({
    fileName,
    name: fileName.replace(/(-\w{8})?\.js$/, ''),
    isEntry: /^(main|other)\.js$/.test(fileName),
    imports,
    dynamicImports,
    moduleIds: [`/src/${fileName}`],
  });
  const shared = piece('shared-12345678.js');
  const extra = piece('extra-12345678.js');
  const lazy = piece('lazy-12345678.js', [shared.fileName, extra.fileName]);
  const main = piece('main.js', [shared.fileName], [lazy.fileName]);
  const other = piece('other.js', [], [lazy.fileName]);

  it('put a piece behind what it imports', () => {
    expect(new Boxes([main, lazy, shared, extra]).needs(lazy.fileName)).toEqual([
      shared.fileName,
      extra.fileName,
      lazy.fileName,
    ]);
  });

  it('bring with a lazy part what one who asks for it may lack', () => {
    const { fileName } = lazy;
    expect(new Boxes([main, lazy, shared, extra]).brings(fileName)).toEqual([
      extra.fileName,
      fileName,
    ]);
    expect(new Boxes([main, other, lazy, shared, extra]).brings(fileName)).toEqual([
      shared.fileName,
      extra.fileName,
      fileName,
    ]);
  });

  it('count on what came before a lazy part that asks for another', () => {
    const deeper = piece('deeper-12345678.js', [shared.fileName, extra.fileName]);
    const asking = { ...lazy, dynamicImports: [deeper.fileName] };
    const boxes = new Boxes([main, asking, deeper, shared, extra]);
    expect(boxes.brings(deeper.fileName)).toEqual([deeper.fileName]);
  });

  it('come to an end where two lazy parts ask for each other', () => {
    const one = piece('one.js', [], ['two.js']);
    const two = piece('two.js', [extra.fileName], ['one.js', 'two.js']);
    const both = { ...main, imports: [], dynamicImports: ['one.js', 'two.js'] };
    expect(new Boxes([both, one, two, extra]).brings('two.js')).toEqual([extra.fileName, 'two.js']);
  });

  it('keep the hash of files, and of pieces whose names would be the same', () => {
    const twin = piece('shared-abcdefgh.js');
    expect(new Boxes([main, lazy, shared]).key(shared.fileName)).toBe('shared.js');
    expect(new Boxes([main, lazy, shared]).key(lazy.fileName)).toBe(lazy.fileName);
    expect(new Boxes([main, lazy, shared]).key('main.js')).toBe('main.js');
    expect(new Boxes([main, shared, twin]).key(shared.fileName)).toBe(shared.fileName);
  });
});

/** What the files of the test leave on their page. */
interface Page {
  logged: string[];
  clinicWidgets: { versions: string[] };
  CSS: { supports(): boolean };
  later(): Promise<{ answer: number }>;
  comfort(): Promise<{ comfort: string }>;
}

describe('the files', () => {
  const folder = mkdtempSync(path(realpathSync(tmpdir()), 'clinic-widgets-one-copy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const sources = {
    'main.js': `import { log } from './shared.js'; log('main'); globalThis.later = () => import('./lazy.js');
      globalThis.comfort = () => import('./comfort.js');`,
    'widget.js': `import { log } from './shared.js'; log('widget'); globalThis.later ??= () => import('./lazy.js');`,
    'shared.js': `globalThis.logged.push('shared'); export const log = (text) => globalThis.logged.push(text);`,
    'lazy.js': `import { log } from './shared.js'; log('lazy'); export const answer = 42;`,
    'comfort.js': `export const comfort = 'soft';`,
  };
  for (const [name, code] of Object.entries(sources)) writeFileSync(path(folder, name), code);

  async function make(version: string) {
    const output = await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [
        oneCopy({
          name: 'test',
          version,
          main: 'main.js',
          withMain: [],
          besideClassic: ['/comfort.js'],
        }),
      ],
      define: { 'import.meta.url': '__url' },
      build: {
        write: false,
        lib: {
          entry: { main: path(folder, 'main.js'), widget: path(folder, 'widget.js') },
          formats: ['cjs'],
          fileName: (_format, name) => `${name}.js`,
        },
        rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js' } },
      },
    });
    const { output: files } = [output].flat()[0] as Rolldown.RolldownOutput;
    return Object.fromEntries(
      files.map((file) => [file.fileName, (file as { source: string }).source]),
    );
  }

  let files: Record<string, string>;
  let newer: Record<string, string>;
  beforeAll(async () => {
    files = await make('1.0.0');
    newer = await make('2.0.0');
  });

  /** A page, as far as the files look at it. `import()` runs a file of that build. */
  function open(from: Record<string, string>) {
    const fetched: string[] = [];
    const context = createContext({
      logged: [],
      CSS: { supports: () => true },
      Document: class {
        get currentScript() {
          return null;
        }
      },
      document: {},
      fetchFile: async (file: string) => {
        fetched.push(file);
        runInContext(from[file.slice(2)], context);
      },
    });
    const page = context as unknown as Page;
    const run = (code: string): unknown =>
      runInContext(
        code.replaceAll('import(at(file))', 'fetchFile(file)').replaceAll('import.meta.url', '""'),
        context,
      );
    return { page, run, fetched };
  }

  it('are one for each entry and each lazy part, a classic script, and a map for each', () => {
    const names = Object.keys(files).map((name) => name.replace(/-[\w-]{8}\./, '.'));
    const scripts = ['comfort.js', 'lazy.js', 'main.classic.js', 'main.js', 'widget.js'];
    expect(names.sort()).toEqual(scripts.flatMap((name) => [name, `${name}.map`]).sort());
    for (const [name, code] of Object.entries(files).filter(([name]) => name.endsWith('.js')))
      expect(code.match(/sourceMappingURL=.*/g)).toEqual([`sourceMappingURL=${name}.map`]);
  });

  it('run once, however often and in which ways they come', () => {
    const { page, run } = open(files);
    for (const name of ['main.js', 'main.js', 'widget.js', 'main.classic.js']) run(files[name]);
    expect(page.logged).toEqual(['shared', 'main', 'widget']);
    expect(page.clinicWidgets.versions).toEqual(['1.0.0', '1.0.0', '1.0.0', '1.0.0']);
  });

  it('fetch a lazy part once, which finds what is there', async () => {
    const { page, run, fetched } = open(files);
    run(files['main.js']);
    expect((await page.later()).answer).toBe(42);
    expect((await page.later()).answer).toBe(42);
    expect(page.logged).toEqual(['shared', 'main', 'lazy']);
    expect(fetched).toHaveLength(1);
  });

  it('have lazy parts inside the classic script, but for those beside it', async () => {
    const { page, run, fetched } = open(files);
    run(files['main.classic.js']);
    expect((await page.later()).answer).toBe(42);
    expect(fetched).toEqual([]);
    expect((await page.comfort()).comfort).toBe('soft');
    expect(fetched).toHaveLength(1);
  });

  it('stop where another version came first', () => {
    const { page, run } = open(files);
    run(files['main.js']);
    run(newer['widget.js']);
    expect(page.logged).toEqual(['shared', 'main']);
    expect(page.clinicWidgets.versions).toEqual(['1.0.0', '2.0.0']);
  });

  it('control: under another name they do not know of each other', () => {
    const { page, run } = open(files);
    run(files['main.js']);
    run(files['main.js'].replaceAll('Symbol.for("test")', 'Symbol.for("else")'));
    expect(page.logged).toEqual(['shared', 'main', 'shared', 'main']);
  });

  it('stop before anything in a browser that is too old', () => {
    const { page, run } = open(files);
    page.CSS.supports = () => false;
    run(files['main.js']);
    expect(page.logged).toEqual([]);
  });
});
