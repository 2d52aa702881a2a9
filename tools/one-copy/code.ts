import { parseSync } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof (value as Node | undefined)?.type === 'string';

const parse = (code: string) =>
  parseSync('piece.js', code, { sourceType: 'script', lang: 'js' }).program as unknown as Node & {
    body: Node[];
  };

function* all(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(child)) yield* all(child);
}

/** Replaces the text of nodes. */
const replace = (code: string, edits: { node: Node; text: string }[]) =>
  edits
    .sort((one, other) => other.node.start - one.node.start)
    .reduce(
      (done, { node, text }) => done.slice(0, node.start) + text + done.slice(node.end),
      code,
    );

interface Getter {
  expression: {
    callee: { object?: { name?: string }; property?: { name?: string } };
    arguments: [{ name?: string }, { value?: string }, { properties?: Property[] }];
  };
}
interface Property {
  key: { name?: string };
  value: { body?: { body: [{ argument?: Node & { name?: string } }] } };
}

/**
 * Name and value of `Object.defineProperty(exports, "a", { enumerable: true, get: function () {
 * return b } })`.
 */
function exportOf(statement: Node): [name: string, value: string] | undefined {
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { callee, arguments: given } = (statement as unknown as Getter).expression;
  if (callee?.object?.name !== 'Object' || callee.property?.name !== 'defineProperty') return;
  if (given[0].name !== 'exports') return undefined;
  const get = given[2].properties?.find(({ key }) => key.name === 'get');
  const name = given[1].value;
  const returned = get?.value.body?.body[0].argument;
  return name && returned?.type === 'Identifier' ? [name, returned.name!] : undefined;
}

/**
 * Replaces the getters that rolldown exports by values, which halves their size. No export of the
 * project changes after its module has run. Line numbers stay the same, so the source map remains
 * valid.
 */
export function plainExports(code: string): string {
  const edits = parse(code).body.flatMap((node) => {
    const found = exportOf(node);
    if (!found) return [];
    const lines = code.slice(node.start, node.end).split('\n').length - 1;
    return [{ node, text: `exports.${found[0]} = ${found[1]};${'\n'.repeat(lines)}` }];
  });
  return replace(code, edits);
}

/** Renames the files of `require("./file.js")`. */
export function renameRequires(code: string, name: (file: string) => string): string {
  const edits = [...all(parse(code))].flatMap((node) => {
    if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 'require') return [];
    const [asked] = node['arguments'] as Node[];
    const file = literal(asked);
    return file?.startsWith('./') ? [{ node: asked, text: `"./${name(file.slice(2))}"` }] : [];
  });
  return replace(code, edits);
}

/** The value of a string, also if a minifier has written it as a template. */
function literal(node: Node | undefined): string | undefined {
  if (typeof node?.['value'] === 'string') return node['value'];
  const [only, ...more] = (node?.['quasis'] as { value: { cooked: string } }[] | undefined) ?? [];
  return more.length ? undefined : only?.value.cooked;
}
