/** What the package gives to those who import it: files, names, types, the manifest and the schemas. No words and no private paths. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const flags =
  ts.TypeFormatFlags.NoTruncation |
  (ts.TypeFormatFlags.WriteArrayAsGenericType * 0) |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The entries of `package.json`, each with its files; the one with a star for each widget. */
function entriesOf(root) {
  const entries = [];
  for (const [name, target] of Object.entries(json(join(root, 'package.json')).exports)) {
    if (typeof target === 'string') continue;
    const { types, default: code } = target;
    if (!name.includes('*')) entries.push({ name, types, code });
    else {
      const [before, after] = types.split('/*/*');
      for (const folder of readdirSync(join(root, before)).sort())
        if (existsSync(join(root, `${before}/${folder}/${folder}${after}`)))
          entries.push({
            name: name.replace('*', folder),
            types: `${before}/${folder}/${folder}${after}`,
            code: code.replaceAll('*', folder),
          });
    }
  }
  return entries;
}

// — types —

const plain = (text) =>
  text
    .replace(/import\(['"][^'"]*['"]\)\.?/g, '')
    .replace(/\s+/g, ' ')
    .replace(/; (?=[\w'"[}])/g, ';\n    ');

function signatures(root, entries) {
  const program = ts.createProgram(
    entries.map(({ types }) => join(root, types)),
    {
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.d.ts'],
      skipLibCheck: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  const isOurs = (symbol) =>
    symbol.declarations?.some((node) => !node.getSourceFile().fileName.includes('/node_modules/'));
  const isPublic = (symbol) =>
    !/^(#|__)|^(\w+Callback|observedAttributes|properties|styles|prototype)$/.test(symbol.name) &&
    !symbol.getJsDocTags(checker).some(({ name }) => name === 'internal') &&
    !symbol.declarations?.some(
      (node) =>
        ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected),
    );
  const show = (type) => plain(checker.typeToString(type, undefined, flags));
  const members = (type) =>
    checker
      .getPropertiesOfType(type)
      .filter((symbol) => isOurs(symbol) && isPublic(symbol))
      .map((symbol) => {
        const of = checker.getTypeOfSymbol(symbol);
        const optional = symbol.flags & ts.SymbolFlags.Optional ? '?' : '';
        return `  ${symbol.name}${optional}: ${show(of)}`;
      })
      .sort();
  const calls = (type, kind) =>
    checker
      .getSignaturesOfType(type, kind)
      .map((signature) => plain(checker.signatureToString(signature, undefined, flags)));

  function told(name, exported) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!isOurs(symbol)) return [`${name} (of a library)`];
    const lines = [];
    if (symbol.flags & ts.SymbolFlags.Class) {
      const type = checker.getTypeOfSymbol(symbol);
      lines.push(
        `class ${name}`,
        ...calls(type, ts.SignatureKind.Construct).map((call) => `  new ${call}`),
        ...members(type).map((line) => line.replace(/^ {2}/, '  static ')),
        ...members(checker.getDeclaredTypeOfSymbol(symbol)),
      );
      return lines;
    }
    if (symbol.flags & ts.SymbolFlags.Interface)
      lines.push(`interface ${name}`, ...members(checker.getDeclaredTypeOfSymbol(symbol)));
    if (symbol.flags & ts.SymbolFlags.TypeAlias)
      lines.push(`type ${name} = ${show(checker.getDeclaredTypeOfSymbol(symbol))}`);
    if (symbol.flags & ts.SymbolFlags.Function)
      lines.push(
        ...calls(checker.getTypeOfSymbol(symbol), ts.SignatureKind.Call).map(
          (call) => `function ${name}${call}`,
        ),
      );
    else if (symbol.flags & ts.SymbolFlags.Value)
      lines.push(`const ${name}: ${show(checker.getTypeOfSymbol(symbol))}`);
    return lines;
  }

  return entries.flatMap(({ name, types }) => {
    const file = program.getSourceFile(join(root, types));
    const module = checker.getSymbolAtLocation(file);
    const exported = module ? checker.getExportsOfModule(module) : [];
    return [
      '',
      `## ${name}`,
      ...exported
        .map((symbol) => [symbol.name, symbol])
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([key, symbol]) => told(key, symbol)),
    ];
  });
}

/** A file of types that nothing is imported from, without its comments. */
function withoutComments(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  return ts
    .createPrinter({ removeComments: true })
    .printFile(source)
    .replace(/from ['"]\.[^'"]*['"]/g, "from '…'")
    .replace(/import\(['"]\.[^'"]*['"]\)/g, "import('…')")
    .trim()
    .split('\n');
}

// — names at run time —

/** Serves the package as a page would have it after bundling: names of libraries become addresses. */
async function serveLib(root) {
  const base = new URL('./', import.meta.url);
  const bare = /((?:\bfrom|\bimport)\s*\(?\s*)(["'])(?![./]|\w+:)([^"']+)\2/g;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url);
    if (path.startsWith('/library/')) {
      const found = import.meta.resolve(path.slice(9), base);
      return response.writeHead(302, { Location: `/file${fileURLToPath(found)}` }).end();
    }
    const file = path.startsWith('/file/') ? path.slice(5) : join(root, path);
    if (path === '/')
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>');
    if (!existsSync(file) || extname(file) !== '.js') return response.writeHead(404).end();
    response
      .writeHead(200, { 'Content-Type': 'text/javascript' })
      .end(readFileSync(file, 'utf8').replace(bare, '$1$2/library/$3$2'));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function names(root, entries, browser) {
  const server = await serveLib(root);
  const lines = [];
  try {
    for (const { name, code } of entries) {
      if (!code) continue;
      let found;
      if (name === './receiver') {
        const module = await import(pathToFileURL(join(root, code)).href);
        found = {
          names: Object.keys(module)
            .sort()
            .map((key) => `${key}: ${typeof module[key]}`),
          tags: [],
        };
      } else {
        const page = await browser.newPage();
        await page.goto(server.origin);
        found = await page.evaluate(
          async (address) => {
            const tags = [];
            const define = CustomElementRegistry.prototype.define;
            CustomElementRegistry.prototype.define = function (tag, ...rest) {
              tags.push(tag);
              return define.call(this, tag, ...rest);
            };
            const module = await import(address);
            return {
              names: Object.keys(module)
                .sort()
                .map((key) => `${key}: ${typeof module[key]}`),
              tags,
            };
          },
          `/${relative('.', code)}`,
        );
        await page.close();
      }
      lines.push(
        '',
        `## ${name}`,
        ...found.names,
        ...found.tags.sort().map((tag) => `defines <${tag}>`),
      );
    }
  } finally {
    server.close();
  }
  return lines;
}

// — manifest and schemas —

const byName = (one, other) => (one.name < other.name ? -1 : 1);

function manifest(file) {
  const lines = [];
  const text = (type) => (type?.text ?? '').replace(/\s+/g, ' ');
  const elements = json(file)
    .modules.flatMap(({ declarations = [] }) => declarations)
    .filter(({ customElement }) => customElement)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
  for (const element of elements) {
    lines.push('', `## <${element.tagName}>`, `class ${element.name}`);
    for (const kind of [
      'attributes',
      'members',
      'events',
      'slots',
      'cssParts',
      'cssProperties',
      'cssStates',
    ])
      for (const item of [...(element[kind] ?? [])].sort(byName)) {
        if (item.privacy === 'private' || item.privacy === 'protected') continue;
        const {
          name,
          kind: of,
          type,
          default: value,
          syntax,
          static: isStatic,
          parameters,
          return: gives,
        } = item;
        const call = parameters
          ?.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${text(type)}`)
          .join(', ');
        lines.push(
          [
            kind,
            isStatic && 'static',
            of,
            name || '(default)',
            call !== undefined && `(${call})`,
            text(type ?? gives?.type),
            value !== undefined && `= ${value}`.replace(/\s+/g, ' '),
            syntax,
          ]
            .filter(Boolean)
            .join(' '),
        );
      }
  }
  return lines;
}

/** Each value of a JSON file by its path, but for titles and descriptions. */
function schema(file) {
  const lines = [];
  const walk = (value, path) => {
    if (value === null || typeof value !== 'object') {
      if (!(/\/(description|title|\$comment)$/.test(path) && typeof value === 'string'))
        lines.push(`${path} ${JSON.stringify(value)}`);
    } else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  walk(json(file), '');
  return lines;
}

const withoutHash = (name) => !/-[\w-]{8}\.(js|css)(\.map)?$/.test(name);

/** @returns {Promise<Record<string, string>>} recordings by name */
export async function packageRecordings({ dist, browser, chosen }) {
  const root = dirname(resolve(dist));
  const entries = entriesOf(root);
  const typed = entries.filter(({ code }) => code);
  const make = {
    'package-files': () =>
      readdirSync(dist, { withFileTypes: true })
        .flatMap((entry) =>
          entry.isDirectory() && entry.name !== 'lib'
            ? readdirSync(join(dist, entry.name)).map((name) => `${entry.name}/${name}`)
            : [entry.isDirectory() ? `${entry.name}/` : entry.name],
        )
        .filter((name) => withoutHash(name) && !name.endsWith('.map'))
        .sort(),
    'package-entries': () => Object.keys(json(join(root, 'package.json')).exports).sort(),
    'package-names': () => names(root, entries, browser),
    'package-types': () => signatures(root, typed),
    'package-jsx': () =>
      withoutComments(join(root, entries.find(({ name }) => name === './jsx').types)),
    'package-manifest': () => manifest(join(root, 'custom-elements.json')),
    'package-schema-clinic': () => schema(join(dist, 'clinic.schema.json')),
    'package-schema-submission': () => schema(join(dist, 'submission.schema.json')),
  };
  const made = {};
  for (const [name, write] of Object.entries(make))
    if (chosen(name)) made[name] = `${(await write()).join('\n').trim()}\n`;
  return made;
}
